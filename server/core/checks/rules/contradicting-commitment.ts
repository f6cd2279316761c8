import type { Model, Place, Verdict } from "../../model/model.ts";
import type { Covered } from "../../prover/claims.ts";
import { requestsOf } from "../../prover/clauses/promises.ts";
import type { LateAnswer, YesAndNo } from "../../prover/promiseConflicts.ts";
import { type Box, hullOf } from "../../prover/space/box.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Localized } from "../../text/localized.ts";
import type { Instant } from "../../time/spec.ts";
import type { Zone } from "../../time/zone.ts";
import { moreTimeFor, soonerAnswer } from "../amountFixes.ts";
import { ifRight } from "../attempts.ts";
import { leaveToLine } from "../conditionFixes.ts";
import { causesTold } from "../contradictions.ts";
import { type Attempt, type CheckContext, defineCheck, type Example, type Related } from "../define.ts";
import { page } from "../docs.ts";
import {
  asked,
  clauseProofFor,
  coveredByClauseProofs,
  dueInWords,
  exampleAt,
  inEveryKind,
  proofsFor,
  regionsTold,
} from "../proofs.ts";

/** Promises that cannot both be kept. */
export const contradictingCommitment = defineCheck({
  code: "SLA722",
  name: "contradicting-commitment",
  severity: "warning",
  messages: {
    en: "'{name}' contradicts {others} for {requests}: {because}; for example: {example}. {remedy}",
    ja: "「{name}」と{others}は {requests} について食い違います。{because}。例：{example}。{remedy}",
  },
  docs: () =>
    page(
      {
        en:
          "A `may` of one clause and a `never` of another for the same requests of one party: whoever reads the first promises what the second " +
          "refuses, and the stricter counts. Or a party has to respond to a request sooner than whoever it has to ask before promising has " +
          "to answer. Every request is looked at, and of times every minute. Lines of one clause are no contradiction, for they were " +
          "written together, nor is an `ask` where another clause says `may`.",
        ja:
          "同じチームの同じ依頼について、ある条項の `may` と別の条項の `never` が食い違うことを指摘します。前者を読んだ人が約束したことを後者は断っており、厳しいほうが" +
          "効力を持ちます。約束の前に確認する相手の回答期限より先に、依頼への対応期限が来る場合も指摘します。すべての依頼と、すべての時刻（分単位）を調べます。" +
          "一つの条項の中の行どうしは、合わせて書かれたものなので食い違いとはしません。別の条項の `may` と `ask` も同じです。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement prices between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit rebates: rebate by Sales {
    may when rate <= 15%
    never when rate > 15% because "margin floor"
  }
}
agreement campaigns between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit silver_rebates: rebate by Sales {
    never when tier is silver because "they are about to leave the programme"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        fixed: `
request rebate { rate: percent }
agreement prices between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit rebates: rebate by Sales {
    may when rate <= 15% and tier is not silver
    never when rate > 15% because "margin floor"
  }
}
agreement campaigns between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit silver_rebates: rebate by Sales {
    never when tier is silver because "they are about to leave the programme"
  }
}
`,
      },
    ),
  property: {
    proved: () => ({ en: "no two promises contradict each other", ja: "約束どうしの食い違いはありません" }),
    broken: () => ({ en: "two promises contradict each other", ja: "約束どうしが食い違っています" }),
    undecided: { en: "whether two promises contradict each other", ja: "約束どうしが食い違わないか" },
    covered: coveredPromises,
  },
  scope: "proof",
  run(model, report, context) {
    for (const { place, related, examples, attempts, ...holes } of [
      ...yesAndNoTold(model, context),
      ...lateAnswersTold(model, context),
    ])
      report(place, holes, { related, examples, attempts });
  },
});

function coveredPromises(model: Model, context: CheckContext): readonly Covered[] {
  const promising = new Set([...model.agreements.values()].filter(({ commits }) => commits.length > 0));
  const covered = coveredByClauseProofs(model, context, ({ yesAndNo, lateAnswers }) => ({
    found: [],
    isDecided: yesAndNo.isDecided && lateAnswers.isDecided,
  }));
  const unknown = new Set(
    proofsFor(model, context)
      .filter((proof) => !clauseProofFor(proof, model, context).lateAnswers.areHoursKnown)
      .map(({ group }) => group.kind.name),
  );
  return covered
    .filter(({ agreement }) => promising.has(agreement))
    .map((each) => ({ ...each, undecided: each.undecided ?? (unknown.has(each.kind) ? "hours differ" : undefined) }));
}

interface Told {
  readonly place: Place;
  readonly name: string;
  readonly others: Localized;
  readonly requests: Localized;
  readonly because: Localized;
  readonly example: Localized;
  readonly remedy: Localized;
  readonly related: readonly Related[];
  readonly examples: readonly Example[];
  readonly attempts: () => readonly Attempt[];
}

function yesAndNoTold(model: Model, context: CheckContext): readonly Told[] {
  const proofs = proofsFor(model, context);
  // A line that never counts is told by unreachable-clause.
  const dead = new Set(inEveryKind(model, proofs, ({ unreachable }) => unreachable.found).map(({ id }) => id));
  const pairs = proofs.flatMap((proof) => {
    const { group, yesAndNo } = clauseProofFor(proof, model, context);
    return yesAndNo.found
      .filter(({ earlier, later }) => !dead.has(earlier.id) && !dead.has(later.id))
      .map((pair) => ({ ...pair, between: "promises" as const, property: "", group }));
  });
  const note = { en: "the other promise", ja: "もう一方の約束" };
  return causesTold(model, context, pairs, note, promised).map(({ id, place, holes, related, examples }) => {
    const { others, requests, example } = holes;
    const own = pairs.filter(({ earlier, later }) => earlier.id === id || later.id === id);
    const attempts = () => withoutContradiction(model, own);
    return { place, name: id, others, requests, example, related, examples, attempts, ...yesAndNoWords };
  });
}

/** The line that gives way gives way in its own words: what is refused anyway is left to whoever refuses it. */
function withoutContradiction(model: Model, pairs: readonly Pick<YesAndNo, "earlier" | "later">[]): readonly Attempt[] {
  const [pair, ...more] = pairs;
  const lines = [pair?.earlier, pair?.later].flatMap((each) => (each ? (verdictAt(model, each.place) ?? []) : []));
  const [may, never] = [
    lines.find(({ verdict }) => verdict === "may"),
    lines.find(({ verdict }) => verdict === "never"),
  ];
  if (!may || !never || more.length > 0) return [];
  return [leaveToLine(model, may, never), leaveToLine(model, never, may)].flatMap((fix) => (fix ? [ifRight(fix)] : []));
}

function verdictAt({ agreements }: Model, place: Place): Verdict | undefined {
  const lines = [...agreements.values()].flatMap(({ commits }) => commits.flatMap(({ verdicts }) => verdicts));
  return lines.find((each) => each.place === place);
}

/** What those ask who promise. */
function promised(group: Group): Box {
  return hullOf(
    group.space.shape,
    group.commits.flatMap((rule) => requestsOf(group, rule)),
  );
}

const yesAndNoWords = {
  because: {
    en: "one says 'may' where the other says 'never', and the 'never' counts",
    ja: "一方は「may」、もう一方は「never」で、効力を持つのは「never」です",
  },
  remedy: {
    en: "Narrow one condition, or make it a case or an exception of the other clause.",
    ja: "条件を狭めるか、もう一方の条項の case か例外にしてください。",
  },
};

function lateAnswersTold(model: Model, context: CheckContext): readonly Told[] {
  const told = new Set<string>();
  return proofsFor(model, context).flatMap((proof) => {
    const { group, lateAnswers } = clauseProofFor(proof, model, context);
    return lateAnswers.found.flatMap((late) => {
      const key = `${late.ask.id} ${late.clause.id}`;
      if (told.has(key)) return [];
      told.add(key);
      return [lateAnswerTold(model, group, late)];
    });
  });
}

/** By when whoever is asked answers; never, where the hours that the answer counts on never come. */
function answeredInWords(zone: Zone, at: Instant): Localized {
  if (at === Number.POSITIVE_INFINITY)
    return {
      en: "whoever is asked need never answer, as their hours never come",
      ja: "確認する相手には営業時間が来ず回答の期限がありませんが",
    };
  const { en, ja } = dueInWords(zone, at);
  return { en: `whoever is asked may answer as late as ${en}`, ja: `確認の回答は ${ja} になり得ますが` };
}

function lateAnswerTold(model: Model, group: Group, late: LateAnswer): Told {
  const { ask, clause, regions, box, question, arrival, end, due } = late;
  const { region } = regionsTold(group, model, regions, asked(group));
  const { example, words } = exampleAt(group, model, [box], arrival);
  const promised = dueInWords(group.space.zone, due);
  const answered = answeredInWords(group.space.zone, end);
  const { name } = group.kind;
  return {
    place: ask.place,
    name: ask.id,
    others: { en: `'${clause.id}'`, ja: `「${clause.id}」` },
    requests: { en: name + region.en, ja: name + region.ja },
    because: {
      en: `${answered.en}, but the request has to be answered by ${promised.en}`,
      ja: `${answered.ja}、依頼には ${promised.ja} までに対応する必要があります`,
    },
    example: words,
    remedy: {
      en: "Let the question be answered sooner, or allow more time to respond.",
      ja: "確認への回答期限を早めるか、対応期限を延ばしてください。",
    },
    related: [{ place: clause.place, note: { en: "what has to be answered", ja: "対応する条項" } }],
    examples: question ? withQuestion(example, exampleAt(group, model, [question], arrival).example) : [example],
    attempts: () => soonerOrMoreTime(model, late),
  };
}

function withQuestion(request: Example, question: Example): readonly Example[] {
  return [
    { ...request, note: { en: "the request", ja: "依頼" } },
    { ...question, note: { en: "the question", ja: "確認" } },
  ];
}

/** The question is answered sooner, or the request may take longer. */
function soonerOrMoreTime(model: Model, { ask, clause }: LateAnswer): readonly Attempt[] {
  const asking = verdictAt(model, ask.place);
  const handling = model.clauses.get(clause.id);
  const { respond, resolve } =
    handling?.kind === "handle" ? handling.lines : { respond: undefined, resolve: undefined };
  const target = respond ?? resolve;
  return [
    ...(asking?.within ? [soonerAnswer({ place: asking.place, value: asking.within })] : []),
    ...(target ? [moreTimeFor(clause.id, target)] : []),
  ];
}
