import { unknown, yes } from "./condition.ts";
import type { Force, HandleOverlay, HandlePlan, Layer, Overlay } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

/** The clause with every overlay that holds for a request; undefined when that depends on a missing field. */
export function layerFor(plan: HandlePlan, situation: Situation): Layer | undefined {
  let layer = plan.bare;
  const { overlays } = plan;
  for (let index = 0; index < overlays.length; index += 1) {
    const overlay = overlays[index];
    if (!overlay || !isInside(overlay, layer.held)) continue;
    const truth = holds(overlay, situation, dayIn(situation, plan.agreement.zone));
    if (truth === unknown) return undefined;
    if (truth === yes) layer = layer.next[index] ?? grown(layer, overlay);
  }
  return layer;
}

/** Whether an overlay is in force and its condition holds, what it lies in left aside. */
export function holds(overlay: Overlay, situation: Situation, day: number): 0 | 1 | 2 {
  if (!overlay.effective || !inForce(overlay.force, day)) return 0;
  return matches(overlay, situation);
}

/** Whether an overlay's request kinds and condition hold, whatever the date. */
export function matches(overlay: Overlay, situation: Situation): 0 | 1 | 2 {
  if (overlay.kinds && !overlay.kinds.has(situation.request.kind)) return 0;
  return overlay.test ? overlay.test(situation) : yes;
}

/** Whether a date is one of those on which something is in force. */
export function inForce(force: Force, day: number): boolean {
  return day >= force.first && day <= force.last;
}

/** Whether the case that an overlay lies in is among those that hold. */
export function isInside(overlay: Overlay, held: readonly Overlay[]): boolean {
  if (overlay.inside < 0) return true;
  for (const each of held) if (each.index === overlay.inside) return true;
  return false;
}

function grown(layer: Layer, overlay: HandleOverlay): Layer {
  const next: Layer = { held: [...layer.held, overlay], next: [], variants: undefined };
  layer.next[overlay.index] = next;
  return next;
}
