/** What is known of escalations, told once for each rung. */
import type { Model, Place } from "../model/model.ts";
import { type Covered, undecidedIn } from "../prover/claims.ts";
import { ordinaryRequests } from "../prover/clauses/handling.ts";
import { around, type Box, outside, simplified } from "../prover/space/box.ts";
import type { Untold } from "../prover/time/kept.ts";
import type { Ladders } from "../prover/time/ladders.ts";
import type { Terms } from "../prover/time/terms.ts";
import type { Group } from "../prover/written/group.ts";
import type { Localized } from "../text/localized.ts";
import type { CheckContext } from "./define.ts";
import { regionsTold, timeProofsFor } from "./proofs.ts";

/** How far the ladders of each agreement were looked at for whether they are in time; findings tell what is broken. */
export function timesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return coveredBut(model, context, ({ undecided }) => undecided);
}

/** How far rungs were looked at for whether somebody is there to take them. */
export function takersCovered(model: Model, context: CheckContext): readonly Covered[] {
  return coveredBut(model, context, ({ undecided, untakenUndecided }) => [...undecided, ...untakenUndecided]);
}

/** How far rungs were looked at for whether they lead back to whoever has the request. */
export function cyclesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return coveredBut(model, context, ({ undecided, backUndecided }) => [...undecided, ...backUndecided]);
}

function coveredBut(
  model: Model,
  context: CheckContext,
  undecidedOf: (ladders: Ladders) => readonly Untold[],
): readonly Covered[] {
  return timeProofsFor(model, context).flatMap(({ group, ladders }) => {
    const rules = group.handles.filter(({ says, overlays }) =>
      [says, ...overlays.map((each) => each.says)].some(({ lines }) => lines.escalate),
    );
    return [...new Set(rules.map(({ scope }) => scope.agreement))].map((agreement): Covered => {
      const own = rules.filter(({ scope }) => scope.agreement === agreement).map(({ clause }) => clause.id);
      const unheld = undecidedOf(ladders).find(({ clause }) => own.includes(clause ?? ""));
      const undecided = undecidedIn(group, { found: [], isDecided: true }) ?? unheld?.because;
      return { agreement, kind: group.kind.name, isBroken: false, undecided, size: undefined };
    });
  });
}

/** Something found of requests of some terms. */
interface OfTerms {
  readonly terms: Terms;
  readonly box: Box;
}

/** What was found, by the line that it is about, with the group of the kind in which it was found first. */
export function byPlace<Found extends OfTerms>(
  model: Model,
  context: CheckContext,
  foundIn: (ladders: Ladders) => readonly Found[],
  placeOf: (found: Found) => Place,
): ReadonlyMap<Place, { readonly group: Group; readonly found: readonly Found[] }> {
  const known = new Map<Place, { readonly group: Group; readonly found: Found[] }>();
  for (const { group, ladders } of timeProofsFor(model, context))
    for (const each of foundIn(ladders)) {
      const place = placeOf(each);
      const others = known.get(place);
      if (!others) known.set(place, { group, found: [each] });
      else if (others.group === group) others.found.push(each);
    }
  return known;
}

/** Joining boxes takes time with the square of their number, and only a few regions are told. */
const mostBoxes = 64;

/** The regions of what was found, in words, within the requests that ordinarily come. */
export function regionOf(group: Group, model: Model, found: readonly OfTerms[]): Localized {
  const { shape } = group.space;
  const asked = [...new Set(found.map(({ terms }) => terms.rule.scope))].flatMap((scope) =>
    ordinaryRequests(group, scope),
  );
  const whole = around(shape, outside(shape, asked, group.impossible));
  const boxes = [...new Set(found.flatMap(({ terms }) => terms.boxes))];
  return regionsTold(group, model, simplified(shape, boxes.slice(0, mostBoxes)), whole).region;
}
