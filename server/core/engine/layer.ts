import { no, type Truth, unknown, yes } from "./condition.ts";
import { inForce } from "./force.ts";
import type { CommitOverlay, CommitPlan, Gate, HandlePlan, OverlaySet, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { dayIn, type Situation } from "./situation.ts";
import { termsWith } from "./terms.ts";

/** What a clause says with every overlay that holds for a request; undefined when that depends on a missing field. */
export function termsFor(plan: HandlePlan, situation: Situation, resources: Resources): Terms | undefined {
  const set = overlaySet(plan, situation);
  if (set === undefined) return undefined;
  if (set === 0) return plan.plain ?? learntTerms(plan, set, resources);
  const known = typeof set === "number" && set < plan.layers.length ? plan.layers[set] : plan.moreLayers.get(set);
  return known ?? learntTerms(plan, set, resources);
}

function learntTerms(plan: HandlePlan, set: OverlaySet, resources: Resources): Terms {
  const terms = termsWith(plan, heldIn(plan.overlays, set), resources);
  if (set === 0) plan.plain = terms;
  else if (typeof set === "number" && set < plan.layers.length) plan.layers[set] = terms;
  else plan.moreLayers.set(set, terms);
  return terms;
}

/** The overlays that are laid over a commit clause, cases before exceptions; undefined when a missing field decides. */
export function heldOverlays(plan: CommitPlan, situation: Situation): readonly CommitOverlay[] | undefined {
  const set = overlaySet(plan, situation);
  if (set === undefined) return undefined;
  if (set === 0) return nothingHeld;
  const held = plan.held.get(set) ?? heldIn(plan.overlays, set);
  plan.held.set(set, held);
  return held;
}

const nothingHeld: readonly never[] = [];

const mostBits = 30;

/** The overlays that hold for a request; undefined when a missing field decides. */
function overlaySet({ gates, agreement }: HandlePlan | CommitPlan, situation: Situation): OverlaySet | undefined {
  if (gates.length === 0) return 0;
  const day = dayIn(situation, agreement.zone);
  return gates.length <= mostBits ? overlayBits(gates, situation, day) : overlayList(gates, situation, day);
}

function overlayBits(gates: readonly Gate[], situation: Situation, day: number): number | undefined {
  let bits = 0;
  for (let index = 0; index < gates.length; index += 1) {
    const gate = gates[index];
    if (gate === undefined || (gate.inside >= 0 && ((bits >> gate.inside) & 1) === 0)) continue;
    const truth = holds(gate, situation, day);
    if (truth === unknown) return undefined;
    if (truth === yes) bits |= 1 << index;
  }
  return bits;
}

function overlayList(gates: readonly Gate[], situation: Situation, day: number): string | undefined {
  const held = new Set<number>();
  for (const [index, gate] of gates.entries()) {
    if (gate.inside >= 0 && !held.has(gate.inside)) continue;
    const truth = holds(gate, situation, day);
    if (truth === unknown) return undefined;
    if (truth === yes) held.add(index);
  }
  return [...held].join(" ");
}

function heldIn<Laid>(overlays: readonly Laid[], set: OverlaySet): readonly Laid[] {
  if (typeof set === "number") return overlays.filter((_, index) => ((set >> index) & 1) === 1);
  const indices = new Set(set.split(" "));
  return overlays.filter((_, index) => indices.has(String(index)));
}

function holds(gate: Gate, situation: Situation, day: number): Truth {
  return inForce(gate.force, day) ? matches(gate, situation) : no;
}

/** Whether an overlay's request kinds and condition hold, whatever the date and what it lies in. */
export function matches({ kinds, test }: Gate, situation: Situation): Truth {
  if (kinds !== undefined && !kinds.includes(situation.kind)) return no;
  return test === undefined ? yes : test(situation);
}
