/** What is proved of handle clauses against each other: no two clauses, cases or exceptions decide one request differently. */
import type { Place } from "../model/model.ts";
import { type Box, meets, sharedBoxes } from "./box.ts";
import { type Budget, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import type { Findings } from "./handling.ts";
import { type HoursOf, type Layer, layersOf, layersTold, propertiesOf, statedIn } from "./layers.ts";
import { type HandleRule, isAbove, type Overlay, type Stating } from "./rules.ts";
import { boxOfAskers } from "./space.ts";

/** Two clauses, cases or exceptions that decide some requests differently. */
export interface Conflict {
  readonly between: "clauses" | "cases" | "exceptions";
  readonly earlier: Deciding;
  readonly later: Deciding;
  /** The first property in which they differ. */
  readonly property: string;
  /** The requests that both decide, and differently; these may overlap. */
  readonly regions: readonly Box[];
}

/** A clause or an overlay by its name. */
export interface Deciding {
  readonly id: string;
  readonly place: Place;
}

/** Every two that contradict each other somewhere. */
export function conflictsIn(group: Group, hoursOf: HoursOf, budget: Budget): Findings<Conflict> {
  const { handles } = group;
  const found = handles.flatMap((rule) => conflictsInside(group, rule, hoursOf, budget));
  const asked = handles.map((rule) => askedOf(group, rule));
  for (const [index, later] of handles.entries())
    for (let before = 0; before < index && budget.left >= 0; before += 1) {
      const earlier = handles[before];
      if (!earlier || !mayMeet(group, asked[before] ?? [], asked[index] ?? [])) continue;
      const domains = sharedBoxes(group.space.shape, asked[before] ?? [], asked[index] ?? []);
      found.push(...conflictsBetween(group, domains, earlier, later, hoursOf, budget));
    }
  return { found, isDecided: budget.left >= 0 };
}

/** A clause's requests by those who ordinarily ask for the kind. */
function askedOf({ space }: Group, { boxes, scope }: HandleRule): readonly Box[] {
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name !== undefined && teams.some((team) => scope.askers.includes(team)),
  );
  return sharedBoxes(space.shape, boxes, [asked]);
}

function mayMeet({ space }: Group, ones: readonly Box[], others: readonly Box[]): boolean {
  for (const one of ones) for (const other of others) if (meets(space.shape, one, other)) return true;
  return false;
}

function conflictsBetween(
  group: Group,
  domains: readonly Box[],
  earlier: HandleRule,
  later: HandleRule,
  hoursOf: HoursOf,
  budget: Budget,
): readonly Conflict[] {
  const { shape } = group.space;
  const differing = differences(group, budget);
  for (const property of new Set([...propertiesOf(earlier), "hours", ...propertiesOf(later)]))
    for (const one of layersTold(shape, earlier, property, hoursOf))
      for (const other of layersTold(shape, later, property, hoursOf)) {
        if (one.value === other.value) continue;
        const both = sharedBoxes(shape, sharedBoxes(shape, domains, one.boxes), other.boxes);
        differing.add(property, both, [...one.hidden, ...other.hidden]);
      }
  return differing.told({ between: "clauses", earlier: earlier.clause, later: later.clause });
}

/** Cases of one clause, or exceptions to it, of which neither stands above the other, where nothing above them decides. */
function conflictsInside(group: Group, rule: HandleRule, hoursOf: HoursOf, budget: Budget): readonly Conflict[] {
  const { overlays } = rule;
  const taken = propertiesOf(rule).has("decline")
    ? layersOf(rule, "decline", hoursOf).filter(({ value }) => value === undefined)
    : undefined;
  return overlays.flatMap((later, index) =>
    overlays.slice(0, index).flatMap((earlier) => contradictions(group, { overlays, taken }, earlier, later, budget)),
  );
}

/** What is laid over a clause, and where it declines nothing; undefined: everywhere. */
interface LaidOver {
  readonly overlays: readonly Overlay<Stating>[];
  readonly taken: readonly Layer[] | undefined;
}

function contradictions(
  group: Group,
  { overlays, taken }: LaidOver,
  earlier: Overlay<Stating>,
  later: Overlay<Stating>,
  budget: Budget,
): readonly Conflict[] {
  if (isAbove(earlier, later) || isAbove(later, earlier)) return [];
  const both = sharedBoxes(group.space.shape, earlier.boxes, later.boxes);
  if (both.length === 0) return [];
  const others = statedIn(later.says);
  const differing = differences(group, budget);
  for (const [property, value] of statedIn(earlier.says)) {
    const other = others.get(property);
    if (other === undefined || other === value) continue;
    const above = overlays.filter(
      (each) => statedIn(each.says).has(property) && (isAbove(each, earlier) || isAbove(each, later)),
    );
    const hidden = above.flatMap(({ boxes }) => boxes);
    if (property === "decline" || !taken) differing.add(property, both, hidden);
    else
      for (const each of taken)
        differing.add(property, sharedBoxes(group.space.shape, both, each.boxes), [...hidden, ...each.hidden]);
  }
  return differing.told({ between: later.exception ? "exceptions" : "cases", earlier, later });
}

/** Regions of two that contradict each other; beyond these a pair counts as known. */
const mostOfPair = 200;

interface Differences {
  /** Looks where two values of a property both count. */
  readonly add: (property: string, both: readonly Box[], hidden: readonly Box[]) => void;
  readonly told: (conflict: Pick<Conflict, "between" | "earlier" | "later">) => readonly Conflict[];
}

/** Where two of them differ, collected property by property; what one property has shown is not sought for another. */
function differences({ space, impossible }: Group, budget: Budget): Differences {
  const found: Box[] = [];
  let first: string | undefined;
  return {
    add: (property, both, hidden) => {
      for (const domain of both) {
        const atMost = mostOfPair - found.length;
        if (atMost === 0 || budget.left < 0) return;
        budget.left -= 1;
        const options = { impossible: [...impossible, ...found], order: space.order, atMost };
        found.push(...regions(space.shape, domain, hidden, options, budget).found);
        if (found.length > 0) first ??= property;
      }
    },
    told: ({ between, earlier, later }) =>
      first === undefined
        ? []
        : [{ between, earlier: decidingOf(earlier), later: decidingOf(later), property: first, regions: found }],
  };
}

function decidingOf({ id, place }: Deciding): Deciding {
  return { id, place };
}
