/** What is proved of handle clauses against each other: every request has one, and no two decide one request differently. */
import type { HandleClause } from "../model/model.ts";
import { type Box, fullBox, meets, sharedBoxes } from "./box.ts";
import { type Budget, coverAll, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import { type HoursOf, type Layer, layersOf, propertiesOf, statedIn } from "./layers.ts";
import { type AgreementScope, type HandleRule, isAbove, type Overlay, type Stating } from "./rules.ts";
import { boxInForce, boxOfAskers } from "./space.ts";

/** How many regions of one finding are told. */
export const mostRegions = 12;

/** What was found of one claim; `isDecided` is false where the budget did not suffice to look everywhere. */
export interface Findings<Found> {
  readonly found: readonly Found[];
  readonly isDecided: boolean;
}

/** Requests of a kind that fall between the clauses of an agreement. */
export interface Gap {
  readonly scope: AgreementScope;
  /** The first clause of the agreement on the kind. */
  readonly clause: HandleClause;
  readonly regions: readonly Box[];
}

/** The requests that nobody handles, though an agreement of the asker's handles others of their kind. */
export function gapsIn(group: Group, budget: Budget): Findings<Gap> {
  const { space, handles, impossible } = group;
  const walls = handles.flatMap(({ boxes }) => boxes);
  const found: Gap[] = [];
  let isDecided = true;
  for (const scope of group.scopes.values()) {
    const first = handles.find((rule) => rule.scope === scope);
    if (!first) continue;
    const options = { impossible, order: space.order, atMost: mostRegions };
    for (const domain of ordinaryRequests(group, scope)) {
      const gaps = regions(space.shape, domain, walls, options, budget);
      if (gaps.found.length > 0) found.push({ scope, clause: first.clause, regions: gaps.found });
      else if (!gaps.complete) isDecided = false;
    }
  }
  return { found, isDecided };
}

/** Requests of the kind by a party that asks for it, at times when the agreement is in force. */
export function ordinaryRequests({ space }: Group, { agreement, zone, askers }: AgreementScope): readonly Box[] {
  const range = agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, zone) : fullBox(space.shape);
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name !== undefined && teams.length === 1 && askers.includes(name),
  );
  return sharedBoxes(space.shape, [inForce], [asked]);
}

// conflicts -----------------------------------------------------------------------------------------------------------

/** Two clauses, cases or exceptions that decide one request differently. */
export interface Conflict {
  readonly between: "clauses" | "cases" | "exceptions";
  readonly earlier: Overlay<Stating> | HandleRule;
  readonly later: Overlay<Stating> | HandleRule;
  readonly property: string;
  /** Requests that both decide. */
  readonly region: Box;
}

/** For each clause and overlay the first before it that it contradicts. */
export function conflictsIn(group: Group, hoursOf: HoursOf, budget: Budget): Findings<Conflict> {
  const found: Conflict[] = [];
  let isDecided = true;
  const { handles } = group;
  const asked = handles.map((rule) => askedOf(group, rule));
  for (const [index, later] of handles.entries()) {
    const inside = conflictsInside(group, later, budget);
    found.push(...inside.found);
    isDecided &&= inside.isDecided;
    for (let before = 0; before < index; before += 1) {
      const earlier = handles[before];
      if (!earlier || !mayMeet(group, asked[before] ?? [], asked[index] ?? [])) continue;
      const conflict = conflictBetween(group, earlier, later, hoursOf, budget);
      if (conflict === "not decided") isDecided = false;
      else if (conflict) {
        found.push(conflict);
        break;
      }
    }
  }
  return { found, isDecided };
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

function conflictBetween(
  group: Group,
  earlier: HandleRule,
  later: HandleRule,
  hoursOf: HoursOf,
  budget: Budget,
): Conflict | undefined | "not decided" {
  let isDecided = true;
  const { shape } = group.space;
  const domains = sharedBoxes(shape, askedOf(group, earlier), askedOf(group, later));
  for (const property of new Set([...propertiesOf(earlier), "hours", ...propertiesOf(later)])) {
    const [ones, others] = [layersOf(earlier, property, hoursOf), layersOf(later, property, hoursOf)];
    for (const one of ones)
      for (const other of others) {
        if (one.value === other.value) continue;
        const both = decidedByBoth(group, domains, one, other, budget);
        if (both.kind === "not decided") isDecided = false;
        if (both.kind === "counter-example") return { between: "clauses", earlier, later, property, region: both.box };
      }
  }
  return isDecided ? undefined : "not decided";
}

function decidedByBoth(group: Group, domains: readonly Box[], one: Layer, other: Layer, budget: Budget) {
  const { shape } = group.space;
  const both = sharedBoxes(shape, sharedBoxes(shape, domains, one.boxes), other.boxes);
  return coverAll(shape, both, [...one.hidden, ...other.hidden, ...group.impossible], budget);
}

/** Cases of one clause, or exceptions to it, of which neither stands above the other, where nothing above them decides. */
function conflictsInside(group: Group, { overlays }: HandleRule, budget: Budget): Findings<Conflict> {
  const found: Conflict[] = [];
  let isDecided = true;
  for (const [index, later] of overlays.entries())
    for (const earlier of overlays.slice(0, index)) {
      const conflict = contradiction(group, overlays, earlier, later, budget);
      if (conflict === "not decided") isDecided = false;
      else if (conflict) {
        found.push(conflict);
        break;
      }
    }
  return { found, isDecided };
}

function contradiction(
  { space, impossible }: Group,
  overlays: readonly Overlay<Stating>[],
  earlier: Overlay<Stating>,
  later: Overlay<Stating>,
  budget: Budget,
): Conflict | undefined | "not decided" {
  if (isAbove(earlier, later) || isAbove(later, earlier)) return undefined;
  let isDecided = true;
  const both = sharedBoxes(space.shape, earlier.boxes, later.boxes);
  const others = statedIn(later.says);
  for (const [property, value] of both.length === 0 ? [] : statedIn(earlier.says)) {
    const other = others.get(property);
    if (other === undefined || other === value) continue;
    const above = overlays.filter(
      (each) => statedIn(each.says).has(property) && (isAbove(each, earlier) || isAbove(each, later)),
    );
    const undecided = coverAll(space.shape, both, [...above.flatMap(({ boxes }) => boxes), ...impossible], budget);
    if (undecided.kind === "not decided") isDecided = false;
    if (undecided.kind === "counter-example")
      return { between: later.exception ? "exceptions" : "cases", earlier, later, property, region: undecided.box };
  }
  return isDecided ? undefined : "not decided";
}
