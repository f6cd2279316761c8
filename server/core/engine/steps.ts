/** The steps of a clause made ready to be walked (language.md M5). */
import type { HandleLines } from "../model/model.ts";
import { type ConditionScope, type Test, unknown, yes } from "./condition.ts";
import type { Doer } from "./doer.ts";
import { testOf } from "./overlay.ts";
import type { HandlePlan, StepPlan, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import type { Situation } from "./situation.ts";

/** The plans of all steps that a clause and its overlays state; undefined where there is none. */
export function stepPlans(
  stated: readonly HandleLines[],
  tests: ConditionScope,
  { doer }: Resources,
): HandlePlan["steps"] {
  const steps = stated.flatMap((lines) => lines.steps?.value ?? []);
  if (steps.length === 0) return undefined;
  return new Map(steps.map((step) => [step, { step, test: testOf(step.when, tests), doer: doer(step.who) }]));
}

/** The plans of the steps that lines state; undefined where there is none. */
export function stepsOf({ steps: plans }: HandlePlan, { steps }: HandleLines): readonly StepPlan[] | undefined {
  return plans && steps?.value.flatMap((step) => plans.get(step) ?? []);
}

/** The tests of all steps that some terms have; undefined where none has a condition. */
export function testsOf(several: readonly Pick<Terms, "steps" | "decline">[]): Terms["asks"] {
  const steps = several.flatMap(({ decline, steps }) => (decline === undefined ? (steps ?? []) : []));
  const tests = new Set(steps.flatMap(({ test }) => test ?? []));
  return tests.size === 0 ? undefined : [...tests];
}

/** Whether no condition of a step depends on a field that the request lacks. */
export function areKnown(tests: readonly Test[], situation: Situation): boolean {
  return tests.every((test) => test(situation) !== unknown);
}

/** Whether a step is done, rather than skipped. */
export function isDone({ test }: StepPlan, situation: Situation): boolean {
  return test === undefined || test(situation) === yes;
}

/** Who handles a request of a clause in steps, as written: whom its `by` line names, without one whoever has the first step that is done. */
export function handlerIn({ doer, steps }: Terms, situation: Situation): Doer {
  const first = doer.kind === "unknown" ? steps?.find((step) => isDone(step, situation)) : undefined;
  return first?.doer ?? doer;
}
