import { speaksFor } from "./commit.ts";
import { yes } from "./condition.ts";
import type { Decision, ExceptionAside } from "./decision.ts";
import { inForce, matches } from "./layer.ts";
import type { CommitPlan, HandlePlan, KindPlan, Overlay } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

const none: Decision["aside"] = [];

/** Exceptions whose condition holds but which are over, not begun or without effect: to the clause that decides and to the commit clauses on the kind. */
export function asidesOf(kind: KindPlan, handle: HandlePlan | undefined, situation: Situation): Decision["aside"] {
  let found: ExceptionAside[] | undefined;
  if (handle) found = addAsides(handle, situation, found);
  for (const plan of kind.commits.all) if (speaksFor(plan, situation)) found = addAsides(plan, situation, found);
  return found ?? none;
}

function addAsides(
  plan: HandlePlan | CommitPlan,
  situation: Situation,
  into: ExceptionAside[] | undefined,
): ExceptionAside[] | undefined {
  let found = into;
  for (const overlay of plan.overlays) {
    const aside = overlay.isException ? asideOf(overlay, plan, situation) : undefined;
    if (!aside) continue;
    if (found) found.push(aside);
    else found = [aside];
  }
  return found;
}

function asideOf(overlay: Overlay, plan: HandlePlan | CommitPlan, situation: Situation): ExceptionAside | undefined {
  const day = dayIn(situation, plan.agreement.zone);
  const { force, effective } = overlay;
  if (effective && inForce(force, day)) return undefined;
  if (!baseHolds(overlay, plan.overlays, situation) || matches(overlay, situation) !== yes) return undefined;
  const because = !effective ? "no effect" : day > force.last ? "over" : "not yet";
  return { name: overlay.id, because, first: finite(force.first), last: finite(force.last) };
}

/** Whether the cases hold that an exception lies in. */
function baseHolds(overlay: Overlay, overlays: readonly Overlay[], situation: Situation): boolean {
  let around = overlays[overlay.inside];
  while (around) {
    if (matches(around, situation) !== yes) return false;
    around = overlays[around.inside];
  }
  return true;
}

function finite(day: number): number | undefined {
  return Number.isFinite(day) ? day : undefined;
}
