import type { CommitClause, HandleClause, Verdict } from "../model/model.ts";
import type { Among } from "./doer.ts";
import { type OverlayContext, overlaysOf, testOf } from "./overlay.ts";
import type { CommitPlan, Gate, HandlePlan, Overlay, Terms, VerdictPlan } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { stepPlans } from "./steps.ts";

/** What a clause is compiled in. */
export interface ClauseContext extends OverlayContext {
  readonly resources: Resources;
  readonly gatesOf: (overlays: readonly Overlay<unknown>[]) => readonly Gate[];
}

/** A handle clause made ready to be asked. */
export function handlePlan(clause: HandleClause, context: ClauseContext): HandlePlan {
  const overlays = overlaysOf(clause, context, (source) => source.lines);
  return {
    agreement: context.agreement,
    test: testOf(clause.when, context.tests),
    gates: context.gatesOf(overlays),
    hasExceptions: overlays.some((overlay) => overlay.isException),
    plain: undefined,
    layers: Array.from<Terms | undefined>({ length: Math.min(2 ** overlays.length, mostLayersAtHand) }),
    moreLayers: new Map(),
    overlays,
    firstException: firstExceptionOf(overlays),
    id: clause.id,
    kinds: clause.kinds,
    when: clause.when,
    place: clause.place,
    lines: clause.lines,
    steps: stepPlans([clause.lines, ...overlays.map((overlay) => overlay.says)], context.tests, context.resources),
  };
}

/** A commit clause made ready to be asked. */
export function commitPlan(clause: CommitClause, context: ClauseContext): CommitPlan {
  const party = context.resources.staff.teams.get(clause.by);
  const among: Among = { zone: context.tests.zone, parties: party ? [party] : [] };
  const overlays = overlaysOf(clause, context, (source) =>
    verdictPlans(source.verdicts, "base" in source ? source.name : undefined, among, context),
  );
  return {
    agreement: context.agreement,
    test: testOf(clause.when, context.tests),
    gates: context.gatesOf(overlays),
    hasExceptions: overlays.some((overlay) => overlay.isException),
    party,
    verdicts: verdictPlans(clause.verdicts, undefined, among, context),
    overlays,
    held: new Map(),
    firstException: firstExceptionOf(overlays),
    id: clause.id,
    kinds: clause.kinds,
    when: clause.when,
    place: clause.place,
  };
}

const mostLayersAtHand = 16;

function firstExceptionOf(overlays: readonly Overlay<unknown>[]): number {
  const index = overlays.findIndex((overlay) => overlay.isException);
  return index < 0 ? overlays.length : index;
}

/** Verdict lines; those of an exception are pointed at by its name. */
function verdictPlans(
  verdicts: readonly Verdict[],
  exception: string | undefined,
  among: Among,
  { tests, resources }: ClauseContext,
): readonly VerdictPlan[] {
  return verdicts.map((verdict) => ({
    test: testOf(verdict.when, tests),
    answer: verdict.verdict,
    strictness: strictness[verdict.verdict],
    because: verdict.because,
    place: verdict.place,
    who: verdict.who,
    doer: resources.doer(verdict.who),
    within: verdict.within && resources.target(verdict.within),
    decidedBy: exception ?? verdict.id,
    among,
    verdict,
  }));
}

const strictness = { may: 0, ask: 1, never: 2 };
