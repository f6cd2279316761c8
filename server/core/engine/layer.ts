import { no, type Truth, unknown, yes } from "./condition.ts";
import type { Force, HandleOverlay, HandlePlan, Layer, Overlay } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

/** The clause with every overlay that holds for a request; undefined when that depends on a missing field. */
export function layerFor(plan: HandlePlan, situation: Situation): Layer | undefined {
  let layer = plan.bare;
  const { overlays } = plan;
  if (overlays.length === 0) return layer;
  const day = dayIn(situation, plan.agreement.zone);
  for (let index = 0; index < overlays.length; index += 1) {
    const overlay = overlays[index];
    if (!overlay) continue;
    const truth = holds(overlay, layer.held, situation, day);
    if (truth === unknown) return undefined;
    if (truth === yes) layer = layer.next[index] ?? grown(layer, overlay);
  }
  return layer;
}

/** Whether an overlay is laid over: in force, its condition holds, and so does the case that it lies in (among `held`). */
export function holds(overlay: Overlay, held: readonly Overlay[], situation: Situation, day: number): Truth {
  if (!inForce(overlay.force, day)) return no;
  return overlay.inside < 0 || isHeld(overlay.inside, held) ? matches(overlay, situation) : no;
}

/** Whether an overlay's request kinds and condition hold, whatever the date. */
export function matches({ kinds, test }: Overlay, situation: Situation): Truth {
  if (kinds !== undefined && !kinds.includes(situation.kind)) return no;
  return test === undefined ? yes : test(situation);
}

/** Whether a date is one of those on which something is in force. */
export function inForce(force: Force, day: number): boolean {
  return day >= force.first && day <= force.last;
}

function isHeld(index: number, held: readonly Overlay[]): boolean {
  for (const each of held) if (each.index === index) return true;
  return false;
}

function grown(layer: Layer, overlay: HandleOverlay): Layer {
  const next: Layer = { next: [], variants: undefined, held: [...layer.held, overlay] };
  layer.next[overlay.index] = next;
  return next;
}
