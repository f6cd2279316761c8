import type { Name, StepLine } from "../syntax/tree.ts";
import type { Owner } from "./clause.ts";
import { type Scope, subjectOf, whenOf } from "./condition.ts";
import { declares, type Linking, missing, reportDuplicates, uses } from "./linking.ts";
import { reportUnknown, whoOf } from "./lookup.ts";
import { inside } from "./symbol.ts";
import { minuteOf, targetOf } from "./times.ts";

/** Resolves the names of a clause's steps and reports what cannot be meant; steps do not decide anything yet. */
export function linkSteps(linking: Linking, steps: readonly StepLine[], scope: Scope, owner: Owner | undefined): void {
  if (steps.length === 0) return;
  reportDuplicates(
    linking,
    steps.map((step) => step.name),
    "step",
  );
  const names = new Set(steps.flatMap((step) => step.name?.text ?? []));
  for (const step of steps) {
    if (!step.name) missing(linking, step, "step", "name");
    else if (owner) declares(linking, step.name, "step", stepSymbol(owner, step.name));
    whoOf(linking, step.by, step, "step");
    linkTimes(linking, step);
    whenOf(linking, scope, step.when);
    for (const field of step.checks) subjectOf(linking, scope, field);
    if (step.backTo && owner) linkBack(linking, step.backTo, names, owner);
  }
}

function linkTimes(linking: Linking, step: StepLine): void {
  if (step.within) targetOf(linking, step.within, undefined);
  else if (!step.atNext) missing(linking, step, "step", "when it is done");
  else if (step.atNext.time) minuteOf(linking, step.atNext.time);
  else missing(linking, step.atNext, "at next", "time");
  if (step.backWithin) targetOf(linking, step.backWithin, undefined);
}

function linkBack(linking: Linking, name: Name, steps: ReadonlySet<string>, owner: Owner): void {
  const known = steps.has(name.text) ? stepSymbol(owner, name) : undefined;
  uses(linking, name, { spaces: ["step"], role: "use" }, known);
  if (known === undefined) reportUnknown(linking, name, ["step"], ["clause:" + owner.id]);
}

function stepSymbol(owner: Owner, name: Name): string {
  return "step:" + inside(owner.id, name.text);
}
