import { writtenAmount } from "../../model/constantText.ts";
import type { Model, Place } from "../../model/model.ts";
import { type Covered, undecidedIn } from "../../prover/claims.ts";
import { around, outside } from "../../prover/space/box.ts";
import type { Worst } from "../../prover/time/kept.ts";
import type { PromisedTime } from "../../prover/time/promisedTimes.ts";
import { lessTimeFor, statingIn } from "../amountFixes.ts";
import { type Attempt, type CheckContext, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { askForMoreTime } from "../promisedTimeFixes.ts";
import { dueInWords, exampleAt, regionsTold, timeProofsFor, untilInWords } from "../proofs.ts";

/** A time that may be promised, and that the clauses cannot keep. */
export const promiseNotKept = defineCheck({
  code: "SLA716",
  name: "promise-not-kept",
  severity: "error",
  messages: {
    en: "Here {field} may be promised as {promise}, which the clauses do not keep{region}. The worst case of all arrivals: {example} may wait {until} under '{clause}', and the promise ends at {due}. Ask for more time, or give the clause less.",
    ja: "ここでは {field} として {promise} を約束できますが、条項どおりでは守れません{region}。最悪の場合：{example} は「{clause}」では {until}待つことがあり、約束の期限は {due} です。約束できる時間を長くするか、条項の時間を短くしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A time that may be promised, and that the clauses do not always keep. " +
          "Where a kind of request has a duration, a `may` line asks that it is at least so long, and a clause handles the kind, the shortest time " +
          "that may be promised is held against that clause's `resolve` and its steps, for every minute at which a request can come. It counts " +
          "from the request, on the hours of the clause. A duration without a lower limit says how much of something, and is no such promise.",
        ja:
          "約束してよいのに、条項どおりでは守れないことのある期間です。" +
          "依頼の種類に期間の項目があり、`may` の行がその下限を定め、その種類を扱う条項があるとき、約束できる最短の期間を、条項の `resolve` と手順に突き合わせます。依頼が来得るすべての分を調べます。" +
          "期間は依頼の時から、条項の営業時間で数えます。下限のない期間は、量を表すものとみなし、調べません。",
      },
      {
        bad: `
request repair { lead: business days }
agreement repairs between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle repairs: repair {
    by      Support
    via     email
    resolve within 5 business days
  }
  commit repair_dates: repair by Sales {
    may when lead >= 3 business days
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ask lead of Support within 1 business day when lead < 3 business days
  }
}
`,
        fixed: `
request repair { lead: business days }
agreement repairs between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle repairs: repair {
    by      Support
    via     email
    resolve within 5 business days
  }
  commit repair_dates: repair by Sales {
    may when lead >= 5 business days
    ask lead of Support within 1 business day when lead < 5 business days
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "every time that may be promised is kept, whenever a request comes",
      ja: "依頼がいつ来ても、約束できる期間はすべて守られます",
    }),
    broken: () => ({
      en: "a time that may be promised is not always kept",
      ja: "守れないことのある期間を約束できます",
    }),
    undecided: { en: "whether every time that may be promised is kept", ja: "約束できる期間がすべて守られるか" },
    covered: promisesCovered,
  },
  scope: "proof",
  run(model, report, context) {
    for (const [place, promised] of brokenLines(model, context)) {
      const { group, field, target, value, domain, kept } = promised;
      const { worst, regions } = kept;
      if (!worst) continue;
      const { zone, shape } = group.space;
      const { example, words } = exampleAt(group, model, [worst.box], worst.arrival, {
        fields: { [field.name]: value },
      });
      const whole = around(shape, outside(shape, domain, group.impossible));
      const { region } = regionsTold(group, model, regions, whole);
      const { id, place: clausePlace } = worst.terms.rule.clause;
      const related = [{ place: clausePlace, note: { en: "the clause", ja: "条項" } }];
      const [until, due] = [untilInWords(zone, worst.end), dueInWords(zone, worst.due)];
      const promise = writtenAmount(String(target.amount), target.unit);
      report(
        place,
        { field: field.name, promise, region, example: words, until, due, clause: id },
        { examples: [example], related, attempts: () => attemptsFor(promised, worst) },
      );
    }
  },
});

function attemptsFor(promised: PromisedTime, { terms }: Worst): readonly Attempt[] {
  const { resolve } = terms.lines;
  return [...askForMoreTime(promised), ...(resolve ? [lessTimeFor(statingIn(terms, resolve), resolve)] : [])];
}

type Broken = PromisedTime & { readonly group: ReturnType<typeof timeProofsFor>[number]["group"] };

/** Of each line the time that is missed by most. */
function brokenLines(model: Model, context: CheckContext): ReadonlyMap<Place, Broken> {
  const worst = new Map<Place, Broken>();
  for (const { group, promised = [] } of timeProofsFor(model, context))
    for (const each of promised) {
      const { place } = each.verdict;
      const before = worst.get(place);
      if (each.kept.worst && (!before || lateness(each) > lateness(before))) worst.set(place, { ...each, group });
    }
  return worst;
}

function lateness({ kept: { worst } }: PromisedTime): number {
  return worst ? worst.end - worst.due : 0;
}

function promisesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return timeProofsFor(model, context).flatMap(({ group, promised }) => {
    const agreements = new Set(
      promised?.map(({ agreement }) => agreement) ?? group.commits.map(({ scope }) => scope.agreement),
    );
    return [...agreements].map((agreement): Covered => {
      const own = promised?.filter((each) => each.agreement === agreement) ?? [];
      const isBroken = own.some(({ kept }) => kept.worst !== undefined);
      const [unheld] = own.flatMap(({ kept }) => kept.undecided);
      const undecided = undecidedIn(group, { found: [], isDecided: promised !== undefined }) ?? unheld?.because;
      return { agreement, kind: group.kind.name, isBroken, undecided, size: undefined };
    });
  });
}
