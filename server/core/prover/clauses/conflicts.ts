/** What is proved of handle clauses against each other: no two clauses, cases or exceptions decide one request differently. */
import type { Place } from "../../model/model.ts";
import { type Known, newSeries, recalled, recalledEach } from "../known.ts";
import { concatenated } from "../lists.ts";
import { type Box, sharedBoxes } from "../space/box.ts";
import { type Budget, regions } from "../space/cover.ts";
import { boxOfAskers } from "../space/space.ts";
import type { Content } from "../written/content.ts";
import { eachNear, type Group, handleContents, handlesByContent, nearHandles } from "../written/group.ts";
import { type HoursOf, type Layer, layersOf, layersTold, propertiesOf, statedIn } from "../written/layers.ts";
import type { NearInPart } from "../written/near.ts";
import type { PartOf } from "../written/part.ts";
import { type HandleRule, isAbove, type Overlay, type Stating } from "../written/rules.ts";
import type { Findings } from "./handling.ts";

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
  const looking: Looking = { group, hoursOf, budget };
  const parts = group.parts.map(({ handles }) => handles);
  const inside = recalledEach(insideSeries, group.impossible, parts, budget, (handles) =>
    insideConflicts(looking, handles),
  );
  const rules = () => handlesByContent(group);
  const near = nearHandles(group);
  const between = eachNear(pairSeries, group, near, budget, (number) =>
    contradictionsIn(looking, rules, parts[number]?.contents ?? none, near?.lists[number]),
  );
  const told = concatenated(between, (each) => each).flatMap((each) => conflictBetween(rules(), each));
  return { found: [...concatenated(inside, (each) => each), ...told], isDecided: budget.left >= 0 };
}

/** What all clauses are looked at with. */
interface Looking {
  readonly group: Group;
  readonly hoursOf: HoursOf;
  readonly budget: Budget;
}

function conflictBetween(rules: Rules, { earlier, later, property, regions }: Between): readonly Conflict[] {
  const [one, two] = [rules.get(earlier)?.clause, rules.get(later)?.clause];
  return one && two
    ? [{ between: "clauses", earlier: decidingOf(one), later: decidingOf(two), property, regions }]
    : none;
}

const none: readonly never[] = [];

type Rules = ReadonlyMap<Content, HandleRule>;

/** Where two contradict each other. */
type Contradiction = Pick<Conflict, "property" | "regions">;

/** With one of the clauses before. */
interface WithEarlier extends Contradiction {
  readonly other: Content;
}

/** Between two clauses. */
interface Between extends Contradiction {
  readonly earlier: Content;
  readonly later: Content;
}

/** Between the overlays of some numbers of one clause. */
interface Inside extends Contradiction {
  readonly earlier: number;
  readonly later: number;
}

/** By what clauses are, for one may stand for another that is like it. */
const insideMemory = new WeakMap<object, Known<readonly Inside[]>>();
const insideSeries = newSeries<PartOf<HandleRule>, readonly Conflict[]>();
/** By the clauses that are near, a list that stays the same while they do. */
const pairMemory = new WeakMap<object, Known<readonly WithEarlier[]>>();
const pairSeries = newSeries<NearInPart, readonly Between[]>();

function insideConflicts(looking: Looking, { rules, contents }: PartOf<HandleRule>): readonly Conflict[] {
  return rules.flatMap((rule, index) => {
    const find = () => conflictsInside(looking, rule);
    const inside = recalled(insideMemory, contents[index] ?? rule, looking.budget, find);
    return inside.flatMap((each) => insideConflict(rule, each));
  });
}

function insideConflict({ overlays }: HandleRule, { earlier, later, property, regions }: Inside): readonly Conflict[] {
  const [one, other] = [overlays[earlier], overlays[later]];
  if (!one || !other) return [];
  const between = other.exception ? "exceptions" : "cases";
  return [{ between, earlier: decidingOf(one), later: decidingOf(other), property, regions }];
}

/** The conflicts of some clauses with those that stand before them: of each with those near it, or with all. */
function contradictionsIn(
  looking: Looking,
  rules: () => Rules,
  contents: readonly Content[],
  near: NearInPart | undefined,
): readonly Between[] {
  const { group, budget } = looking;
  const found: Between[] = [];
  for (const [index, later] of contents.entries()) {
    if (budget.left < 0) break;
    const own = near?.[index];
    const find = () => conflictsBefore(looking, rules(), later, own ?? handleContents(group));
    for (const { other, ...contradiction } of own ? recalled(pairMemory, own, budget, find) : find())
      found.push({ earlier: other, later, ...contradiction });
  }
  return found;
}

/** The conflicts of a clause with those of some that stand before it. */
function conflictsBefore(
  looking: Looking,
  rules: Rules,
  content: Content,
  others: readonly Content[],
): readonly WithEarlier[] {
  const { group, budget } = looking;
  const later = rules.get(content);
  const found: WithEarlier[] = [];
  for (const other of others) {
    const earlier = rules.get(other);
    if (other === content || !earlier || !later || budget.left < 0) break;
    budget.left -= 1;
    const domains = sharedBoxes(group.space.shape, askedOf(group, earlier), askedOf(group, later));
    if (domains.length === 0) continue;
    const contradiction = contradictionBetween(looking, domains, earlier, later);
    if (contradiction) found.push({ other, ...contradiction });
  }
  return found;
}

/** A clause's requests by those who ordinarily ask for the kind. */
function askedOf({ space }: Group, rule: HandleRule): readonly Box[] {
  const known = askedBy.get(rule);
  if (known) return known;
  const { boxes, scope } = rule;
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name !== undefined && teams.some((team) => scope.askers.includes(team)),
  );
  const shared = sharedBoxes(space.shape, boxes, [asked]);
  askedBy.set(rule, shared);
  return shared;
}

/** A rule belongs to a space. */
const askedBy = new WeakMap<HandleRule, readonly Box[]>();

function contradictionBetween(
  { group, hoursOf, budget }: Looking,
  domains: readonly Box[],
  earlier: HandleRule,
  later: HandleRule,
): Contradiction | undefined {
  const { shape } = group.space;
  const differing = differences(group, budget);
  for (const property of new Set([...propertiesOf(earlier), "hours", ...propertiesOf(later)]))
    for (const one of layersTold(shape, earlier, property, hoursOf))
      for (const other of layersTold(shape, later, property, hoursOf)) {
        if (one.value === other.value) continue;
        const both = sharedBoxes(shape, sharedBoxes(shape, domains, one.boxes), other.boxes);
        differing.add(property, both, [...one.hidden, ...other.hidden]);
      }
  return differing.found();
}

/** Cases of one clause, or exceptions to it, of which neither stands above the other, where nothing above them decides. */
function conflictsInside({ group, hoursOf, budget }: Looking, rule: HandleRule): readonly Inside[] {
  const { overlays } = rule;
  if (overlays.length < 2) return [];
  const taken = propertiesOf(rule).has("decline")
    ? layersOf(rule, "decline", hoursOf).filter(({ value }) => value === undefined)
    : undefined;
  return [...overlays.entries()].flatMap(([later, each]) =>
    [...overlays.slice(0, later).entries()].flatMap(([earlier, other]): Inside | readonly never[] => {
      const contradiction = contradictionInside(group, { overlays, taken }, other, each, budget);
      return contradiction ? { earlier, later, ...contradiction } : [];
    }),
  );
}

/** What is laid over a clause, and where it declines nothing; undefined: everywhere. */
interface LaidOver {
  readonly overlays: readonly Overlay<Stating>[];
  readonly taken: readonly Layer[] | undefined;
}

function contradictionInside(
  group: Group,
  { overlays, taken }: LaidOver,
  earlier: Overlay<Stating>,
  later: Overlay<Stating>,
  budget: Budget,
): Contradiction | undefined {
  if (isAbove(earlier, later) || isAbove(later, earlier)) return undefined;
  const both = sharedBoxes(group.space.shape, earlier.boxes, later.boxes);
  if (both.length === 0) return undefined;
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
  return differing.found();
}

/** Regions of two that contradict each other; beyond these a pair counts as known. */
const mostOfPair = 200;

interface Differences {
  /** Looks where two values of a property both count. */
  readonly add: (property: string, both: readonly Box[], hidden: readonly Box[]) => void;
  readonly found: () => Contradiction | undefined;
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
    found: () => (first === undefined ? undefined : { property: first, regions: found }),
  };
}

function decidingOf({ id, place }: Deciding): Deciding {
  return { id, place };
}
