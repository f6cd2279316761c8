import { no, type Truth, unknown, yes } from "./condition.ts";
import { inForce } from "./force.ts";
import type { HandlePlan, Layer, Overlay } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { dayIn, type Situation } from "./situation.ts";
import { layerWith } from "./terms.ts";

/** What a clause says with every overlay that holds for a request; undefined when that depends on a missing field. */
export function layerFor(plan: HandlePlan, situation: Situation, resources: Resources): Layer | undefined {
  const set = plan.overlays.length <= mostBits ? overlayBits(plan, situation) : overlayList(plan, situation);
  if (set === undefined) return undefined;
  const known = plan.layers.get(set);
  if (known !== undefined) return known;
  const layer = layerWith(plan, heldIn(plan, set), resources);
  plan.layers.set(set, layer);
  return layer;
}

/** A set of overlays as bits, or for very many as text. */
const mostBits = 30;

function overlayBits({ overlays, agreement }: HandlePlan, situation: Situation): number | undefined {
  let bits = 0;
  for (let index = 0; index < overlays.length; index += 1) {
    const overlay = overlays[index];
    if (overlay === undefined || (overlay.inside >= 0 && ((bits >> overlay.inside) & 1) === 0)) continue;
    const truth = holds(overlay, situation, dayIn(situation, agreement.zone));
    if (truth === unknown) return undefined;
    if (truth === yes) bits |= 1 << index;
  }
  return bits;
}

function overlayList({ overlays, agreement }: HandlePlan, situation: Situation): string | undefined {
  const held = heldOverlays(overlays, situation, dayIn(situation, agreement.zone));
  return held?.map((overlay) => overlay.index).join(" ");
}

function heldIn({ overlays }: HandlePlan, set: number | string): HandlePlan["overlays"] {
  if (typeof set === "number") return overlays.filter((_, index) => ((set >> index) & 1) === 1);
  const indices = new Set(set.split(" "));
  return overlays.filter((_, index) => indices.has(String(index)));
}

/** The overlays that are laid over a clause, cases before exceptions; undefined when a missing field decides. */
export function heldOverlays<Laid extends Overlay<unknown>>(
  overlays: readonly Laid[],
  situation: Situation,
  day: number,
): readonly Laid[] | undefined {
  let held: Laid[] | undefined;
  for (const overlay of overlays) {
    if (overlay.inside >= 0 && !held?.some((each) => each.index === overlay.inside)) continue;
    const truth = holds(overlay, situation, day);
    if (truth === unknown) return undefined;
    if (truth === no) continue;
    if (held === undefined) held = [overlay];
    else held.push(overlay);
  }
  return held ?? nothingHeld;
}

const nothingHeld: readonly never[] = [];

function holds(overlay: Overlay<unknown>, situation: Situation, day: number): Truth {
  return inForce(overlay.force, day) ? matches(overlay, situation) : no;
}

/** Whether an overlay's request kinds and condition hold, whatever the date and what it lies in. */
export function matches({ kinds, test }: Overlay<unknown>, situation: Situation): Truth {
  if (kinds !== undefined && !kinds.includes(situation.kind)) return no;
  return test === undefined ? yes : test(situation);
}
