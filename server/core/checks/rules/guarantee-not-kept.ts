import type { Model } from "../../model/model.ts";
import { around, outside, shared } from "../../prover/space/box.ts";
import type { Witness } from "../../prover/space/witness.ts";
import type { Worst } from "../../prover/time/kept.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Localized } from "../../text/localized.ts";
import { lessTimeFor, promiseMore, statingIn } from "../amountFixes.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { type GuaranteedTarget, guaranteedTargets, guaranteesCovered } from "../guarantees.ts";
import { textAt } from "../places.ts";
import { dueInWords, exampleAt, regionsTold, untilInWords } from "../proofs.ts";

/** A guarantee that the clauses do not keep in the worst case. */
export const guaranteeNotKept = defineCheck({
  code: "SLA711",
  name: "guarantee-not-kept",
  severity: "error",
  messages: {
    en: "'{name}' promises '{promise}', which the clauses do not keep{region}. The worst case of all arrivals: {example} may wait {until} under '{clause}', and the promise ends at {due}. Give the clause less time, or promise a later answer.",
    ja: "「{name}」は「{promise}」を約束していますが、条項どおりでは守れません{region}。最悪の場合：{example} は「{clause}」では {until}待つことがあり、約束の期限は {due} です。条項の時間を短くするか、約束を緩めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A guarantee that the clauses do not keep for every request. Give the clause less time, or promise a later answer. The " +
          "guarantee is held against the clauses that handle such requests: their targets, their cut-offs and their steps, with " +
          "each form returned once, on the calendars of whoever does them. Every minute of the dates in force is looked at, with " +
          "holidays and clock changes, since the worst arrival is seldom the one that comes to mind. Waiting for the customer and " +
          "absences are no part of it. What is resolved has been answered. A guarantee in business time without `hours` counts on " +
          "those of the clause.",
        ja:
          "条項どおりでは守れないことのある保証です。条項の時間を短くするか、保証の期限を延ばしてください。保証は、その依頼を扱う条項と突き合わせます。" +
          "期限、締め切り時刻、手順（書類の差し戻しは一度ずつ）を、それぞれの担当の営業時間で数えます。" +
          "有効期間のすべての分について、祝日や時計の切り替えも含めて調べます。最悪の到着時刻は、思い浮かぶものとはたいてい違うからです。" +
          "顧客待ちと不在は含みません。解決した依頼は、返答も済んだものとします。" +
          "`hours` のない保証を営業時間で書いたときは、条項の営業時間で数えます。",
      },
      {
        bad: `
agreement contracts between Sales and Support {
  effective 2026-04-01..2027-03-31
  guarantee first_answer: incident to customers {
    respond within 2 calendar days
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        fixed: `
agreement contracts between Sales and Support {
  effective 2026-04-01..2027-03-31
  guarantee first_answer: incident to customers {
    respond within 6 calendar days
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "every guarantee is kept, whenever a request comes",
      ja: "依頼がいつ来ても、保証はすべて守られます",
    }),
    broken: () => ({ en: "a guarantee is not always kept", ja: "守られないことのある保証があります" }),
    undecided: { en: "whether every guarantee is kept", ja: "保証がすべて守られるか" },
    covered: guaranteesCovered,
  },
  scope: "proof",
  run(model, report, context) {
    for (const each of guaranteedTargets(model, context)) {
      const told = worstTold(model, each);
      if (!told) continue;
      const { example, ...holes } = told;
      const promise = textAt(each.stated.place);
      const related = [{ place: told.place, note: { en: "the clause", ja: "条項" } }];
      const { name } = each.guarantee;
      const { region, until, due, clause, words } = holes;
      report(
        each.stated.place,
        { name, promise, region, example: words, until, due, clause },
        { examples: [example], related, attempts: () => attemptsFor(each, told.worst) },
      );
    }
  },
});

/** More is promised, or the clause takes less. */
function attemptsFor({ stated, results }: GuaranteedTarget, { terms }: Worst): readonly Attempt[] {
  const isAnswer = results[0]?.what === "respond";
  const { respond, resolve } = terms.lines;
  const line = isAnswer ? (respond ?? resolve) : resolve;
  return [promiseMore(stated), ...(line ? [lessTimeFor(statingIn(terms, line), line)] : [])];
}

function worstTold(model: Model, { results }: GuaranteedTarget) {
  const broken = results.flatMap(({ group, domain, kept }) =>
    kept.worst ? [{ group, domain, kept, worst: kept.worst }] : [],
  );
  const [first] = broken.sort((one, other) => other.worst.end - other.worst.due - (one.worst.end - one.worst.due));
  if (!first) return undefined;
  const { group, domain, kept, worst } = first;
  const { example, words } = exampleAt(group, model, [worst.box], worst.arrival, anyCustomer(group, model));
  const whole = around(group.space.shape, outside(group.space.shape, domain, group.impossible));
  // The region of the worst case comes first, so that the example is one of those that are told.
  const [own, others] = [true, false].map((isOwn) =>
    kept.regions.filter((region) => (shared(group.space.shape, region, worst.box) !== undefined) === isOwn),
  );
  const told = regionsTold(group, model, [...(own ?? []), ...(others ?? [])], whole);
  const kinds = broken.map((each) => each.group.kind.name).join(", ");
  const region: Localized =
    results.length > 1 && told.region.en === "" ? { en: ` (${kinds})`, ja: `（${kinds}）` } : told.region;
  const { zone } = group.space;
  const { id, place } = worst.terms.rule.clause;
  return {
    region,
    example,
    words,
    until: untilInWords(zone, worst.end),
    due: dueInWords(zone, worst.due),
    clause: id,
    place,
    worst,
  };
}

/** Where no condition tells customers apart any one will do; a request of none shows nothing of what customers are guaranteed. */
function anyCustomer({ space }: Group, { customers }: Model): Partial<Pick<Witness, "customer">> {
  const isTold = space.dimensions.some(({ subject }) => subject.kind === "customer" || subject.kind === "attribute");
  const [first] = customers.keys();
  return isTold || first === undefined ? {} : { customer: { kind: "declared", name: first } };
}
