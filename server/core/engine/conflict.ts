import { answerOf } from "./answer.ts";
import { asidesOf } from "./aside.ts";
import type { Commitment, Decision } from "./decision.ts";
import { byText } from "./order.ts";
import type { KindPlan, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import type { Situation } from "./situation.ts";
import { meaningOf } from "./terms.ts";

/** The decision where several terms answer a request: that of those that come first, with what says otherwise. */
export function conflicting(
  resources: Resources,
  kind: KindPlan,
  several: readonly Terms[],
  situation: Situation,
  commitment: Commitment | undefined,
): Decision {
  const [first, ...rest] = ranked(resources, kind, several, situation, commitment);
  if (!first) throw new RangeError("no clause applies");
  const said = meaningOf(first.terms);
  const differing = rest.filter(({ terms }) => terms.plan !== first.terms.plan && meaningOf(terms) !== said);
  const conflictsWith = new Set([...first.terms.clashes, ...differing.map(({ terms }) => terms.plan.id)]);
  return { ...first.decision, conflictsWith: [...conflictsWith].sort() };
}

/** What some terms answer. */
export interface Answered {
  readonly terms: Terms;
  readonly decision: Decision;
}

/** What each of several terms answers: first those with the earliest respond deadline, then the earliest resolve deadline, then by name (language.md M3). */
export function ranked(
  resources: Resources,
  kind: KindPlan,
  several: readonly Terms[],
  situation: Situation,
  commitment: Commitment | undefined,
): readonly Answered[] {
  const answers = several.map((terms) => {
    const aside = asidesOf(kind, terms.plan, situation);
    return { terms, decision: answerOf(terms, situation, commitment, aside, resources) };
  });
  return answers.sort(
    (one, other) =>
      deadlineThatDiffers(one, other)?.order ||
      byText(one.terms.clause, other.terms.clause) ||
      byText(one.terms.decidedBy, other.terms.decidedBy),
  );
}

/** By which deadline one of two answers comes before the other, and their order as of a sort; undefined where names decide. */
export function deadlineThatDiffers(
  { decision: one }: Answered,
  { decision: other }: Answered,
): { readonly target: "respond" | "resolve"; readonly order: number } | undefined {
  for (const target of ["respond", "resolve"] as const) {
    const order = earlier(one[target]?.deadline, other[target]?.deadline);
    if (order !== 0) return { target, order };
  }
  return undefined;
}

function earlier(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0;
  return one === undefined ? 1 : other === undefined ? -1 : one - other;
}
