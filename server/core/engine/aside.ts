import { speaksFor } from "./commit.ts";
import { yes } from "./condition.ts";
import type { Decision, ExceptionAside } from "./decision.ts";
import { inForce, writtenDay } from "./force.ts";
import { matches } from "./layer.ts";
import type { CommitPlan, HandlePlan, KindPlan, Overlay } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

const none: Decision["aside"] = [];

/** Exceptions whose condition holds but which are over, not begun or without effect: to the clause that decides and to the commit clauses on the kind. */
export function asidesOf(kind: KindPlan, handle: HandlePlan | undefined, situation: Situation): Decision["aside"] {
  const toHandle = handle?.hasExceptions === true;
  if (!toHandle && !kind.hasCommitExceptions) return none;
  const found: ExceptionAside[] = [];
  if (handle !== undefined) addAsides(handle, situation, found);
  for (const plan of kind.commits.all)
    if (speaksFor(plan, situation) && (plan.test === undefined || plan.test(situation) === yes))
      addAsides(plan, situation, found);
  return found.length === 0 ? none : found;
}

function addAsides(plan: HandlePlan | CommitPlan, situation: Situation, into: ExceptionAside[]): void {
  const { overlays } = plan;
  for (let index = plan.firstException; index < overlays.length; index += 1) {
    const overlay = overlays[index];
    const aside = overlay && asideOf(overlay, plan, situation);
    if (aside) into.push(aside);
  }
}

function asideOf(
  overlay: Overlay<unknown>,
  plan: HandlePlan | CommitPlan,
  situation: Situation,
): ExceptionAside | undefined {
  const day = dayIn(situation, plan.agreement.zone);
  const { force, dates, lack } = overlay;
  if (inForce(force, day) || !basesHold(overlay, plan.overlays, situation)) return undefined;
  if (matches(overlay, situation) !== yes) return undefined;
  const because = lack ? "no effect" : day > dates.last ? "over" : "not yet";
  return { name: overlay.id, because, first: writtenDay(dates.first), last: writtenDay(dates.last) };
}

/** Whether the cases hold that an exception lies in. */
function basesHold(overlay: Overlay<unknown>, overlays: readonly Overlay<unknown>[], situation: Situation): boolean {
  let around = overlays[overlay.inside];
  while (around) {
    if (matches(around, situation) !== yes) return false;
    around = overlays[around.inside];
  }
  return true;
}
