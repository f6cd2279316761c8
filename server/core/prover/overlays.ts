/** What is proved of clauses by themselves: that each decides something, that it makes a difference, and that an exception bends what it is about. */
import type { Condition, Exception, Place } from "../model/model.ts";
import { atomsIn, subjectKey } from "./atoms.ts";
import { type Box, fullBox, type Shape, sharedBoxes, wordAt } from "./box.ts";
import { boxesWhere } from "./condition.ts";
import { type Budget, coverAll, coveringSet, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import { type Findings, mostRegions } from "./handling.ts";
import { type HoursOf, type Layer, layersOf, statedIn } from "./layers.ts";
import { type AgreementScope, datesOf, type HandleRule, isAbove, type Overlay, type Stating } from "./rules.ts";
import { boxInForce } from "./space.ts";

/** Something that decides no request. */
export interface Unreachable {
  readonly id: string;
  readonly place: Place;
  /** Its own condition never holds; it never holds where its base does; or others decide all of it. */
  readonly because: "never" | "outside" | "overridden";
  /** For `overridden`: those that decide it, of which none can be left out. */
  readonly by: readonly { readonly id: string; readonly place: Place }[];
  /** The kinds of request of its clause: it decides nothing if it does not for each of them. */
  readonly kinds: readonly string[];
  /** Its own condition and those around it. */
  readonly conditions: readonly Condition[];
}

/** Handle clauses, their cases and exceptions that decide nowhere. */
export function unreachableIn(group: Group, budget: Budget): Findings<Unreachable> {
  const found: Unreachable[] = [];
  let isDecided = true;
  const empty = new Set<unknown>();
  const look = (whole: unknown, reaching: Reaching, rule: HandleRule) => {
    const result = reachOf(group, reaching, rule, budget);
    if (result === "not decided") isDecided = false;
    else if (result !== "reached") {
      found.push(result);
      if (result.because !== "overridden") empty.add(whole);
    }
  };
  for (const rule of group.handles) {
    const { id, place, when } = rule.clause;
    look(rule, { id, place, when, inside: undefined, says: rule.says, boxes: rule.boxes, above: rule.overlays }, rule);
    for (const overlay of rule.overlays) {
      const isMute = overlay.exception ? !datesOf(overlay.exception) : empty.has(overlay.inside ?? rule);
      if (isMute) empty.add(overlay);
      else look(overlay, { ...overlay, above: rule.overlays.filter((other) => isAbove(other, overlay)) }, rule);
    }
  }
  return { found, isDecided };
}

interface Reaching extends Pick<Overlay<Stating>, "id" | "place" | "when" | "inside" | "says" | "boxes"> {
  readonly above: readonly Overlay<Stating>[];
}

function reachOf(
  group: Group,
  { id, place, when, inside, says, boxes, above }: Reaching,
  { scope, clause }: HandleRule,
  budget: Budget,
): Unreachable | "reached" | "not decided" {
  const { space, impossible } = group;
  const told = { id, place, kinds: clause.kinds, conditions: conditionsAround(clause.when, when, inside) };
  const possible = coverAll(space.shape, boxes, impossible, budget);
  if (possible.kind === "not decided") return "not decided";
  if (possible.kind === "proved") {
    const own = boxesWhere(space, when, scope.zone) ?? [fullBox(space.shape)];
    const isNever = coverAll(space.shape, own, impossible, budget).kind === "proved";
    return { ...told, because: isNever ? "never" : "outside", by: [] };
  }
  const stated = [...statedIn(says).keys()];
  if (stated.length === 0) return "reached";
  const by = new Set<Overlay<Stating>>();
  for (const property of stated) {
    const owned = above
      .filter((other) => statedIn(other.says).has(property))
      .map((owner) => ({ owner, boxes: owner.boxes }));
    const walls = [...owned.flatMap((each) => each.boxes), ...impossible];
    const covering = coverAll(space.shape, boxes, walls, budget);
    if (covering.kind === "not decided") return "not decided";
    if (covering.kind === "counter-example") return "reached";
    for (const owner of coveringSet(space.shape, boxes, owned, impossible, budget)) by.add(owner);
  }
  return { ...told, because: "overridden", by: [...by].map((each) => ({ id: each.id, place: each.place })) };
}

/** The condition of a clause or an overlay and of all that it lies in. */
export function conditionsAround(
  clause: Condition | undefined,
  own: Condition | undefined,
  inside: Overlay<unknown> | undefined,
): readonly Condition[] {
  const around: Condition[] = [];
  for (let each = inside; each !== undefined; each = each.inside) if (each.when) around.push(each.when);
  return [...new Set([clause, own, ...around].flatMap((when) => when ?? []))];
}

// redundant -----------------------------------------------------------------------------------------------------------

/** Something without which every request is answered the same. */
export interface Redundant {
  readonly id: string;
  readonly place: Place;
  /** The kinds of request of its clause: it can be left out if it can for each of them. */
  readonly kinds: readonly string[];
}

/** Handle clauses, cases and exceptions that make no difference; all of them together can be left out. */
export function redundantIn(group: Group, hoursOf: HoursOf, budget: Budget): Findings<Redundant> {
  const found: Redundant[] = [];
  let isDecided = true;
  const removed = new Set<HandleRule>();
  for (const rule of [...group.handles].reverse()) {
    const whole = isRepeated(group, rule, removed, hoursOf, budget);
    if (whole === "not decided") isDecided = false;
    if (whole === true) {
      removed.add(rule);
      found.push({ id: rule.clause.id, place: rule.clause.place, kinds: rule.clause.kinds });
      continue;
    }
    const overlays = redundantOverlays(group, rule, hoursOf, budget);
    found.push(...overlays.found);
    isDecided &&= overlays.isDecided;
  }
  return { found: found.reverse(), isDecided };
}

/** Whether other clauses that say the same apply wherever a clause without overlays does. */
function isRepeated(
  { handles, space, impossible }: Group,
  rule: HandleRule,
  removed: ReadonlySet<HandleRule>,
  hoursOf: HoursOf,
  budget: Budget,
): boolean | "not decided" {
  if (rule.overlays.length > 0 || rule.boxes.length === 0) return false;
  const same = handles.filter(
    (other) =>
      other !== rule && !removed.has(other) && other.overlays.length === 0 && saysTheSame(rule, other, hoursOf),
  );
  if (same.length === 0) return false;
  const walls = [...same.flatMap(({ boxes }) => boxes), ...impossible];
  const covering = coverAll(space.shape, rule.boxes, walls, budget);
  return covering.kind === "not decided" ? "not decided" : covering.kind === "proved";
}

function saysTheSame(one: HandleRule, other: HandleRule, hoursOf: HoursOf): boolean {
  const [mine, theirs] = [statedIn(one.says), statedIn(other.says)];
  const properties = new Set(["hours", ...mine.keys(), ...theirs.keys()]);
  return [...properties].every((property) => {
    const [value] = layersOf(one, property, hoursOf);
    return value?.value === layersOf(other, property, hoursOf)[0]?.value;
  });
}

function redundantOverlays(group: Group, rule: HandleRule, hoursOf: HoursOf, budget: Budget): Findings<Redundant> {
  const found: Redundant[] = [];
  let isDecided = true;
  let current = rule;
  for (const overlay of [...rule.overlays].reverse()) {
    if (overlay.boxes.length === 0 || statedIn(overlay.says).size === 0) continue;
    if (current.overlays.some((other) => other.inside === overlay)) continue;
    const result = changesNothing(group, current, overlay, hoursOf, budget);
    if (result === "not decided") isDecided = false;
    if (result !== true) continue;
    found.push({ id: overlay.id, place: overlay.place, kinds: rule.clause.kinds });
    current = { ...current, overlays: current.overlays.filter((other) => other !== overlay) };
  }
  return { found, isDecided };
}

function changesNothing(
  group: Group,
  rule: HandleRule,
  overlay: Overlay<Stating>,
  hoursOf: HoursOf,
  budget: Budget,
): boolean | "not decided" {
  const own = [...statedIn(overlay.says).keys()];
  const properties = new Set([...own, ...(own.includes("by") ? ["hours"] : [])]);
  for (const property of properties) {
    const after = layersOf(rule, property, hoursOf, overlay);
    for (const layer of layersOf(rule, property, hoursOf)) {
      if (layer.source !== overlay) continue;
      const result = sameAsOneOf(group, layer, after, budget);
      if (result !== true) return result;
    }
  }
  return true;
}

/** Whether what a layer decides is decided the same by the layers that would be there instead. */
function sameAsOneOf(
  { space, impossible }: Group,
  layer: Layer,
  others: readonly Layer[],
  budget: Budget,
): boolean | "not decided" {
  for (const other of others) {
    if (other.value === layer.value) continue;
    const both = sharedBoxes(space.shape, layer.boxes, other.boxes);
    const covering = coverAll(space.shape, both, [...layer.hidden, ...other.hidden, ...impossible], budget);
    if (covering.kind === "not decided") return "not decided";
    if (covering.kind === "counter-example") return false;
  }
  return true;
}

// exceptions outside their base ---------------------------------------------------------------------------------------

/** An exception whose condition reaches beyond what it bends, in what the condition asks about, on the exception's own dates. */
export interface OutsideBase {
  readonly exception: Exception;
  readonly regions: readonly Box[];
}

/** Exceptions, to handle or commit clauses, of which a part never meets the clause or case that they bend. */
export function outsideBaseIn(group: Group, budget: Budget): Findings<OutsideBase> {
  const found: OutsideBase[] = [];
  let isDecided = true;
  for (const rule of [...group.handles, ...group.commits])
    for (const { exception, when, inside, boxes } of rule.overlays) {
      if (!exception || !when || boxes.length === 0) continue;
      const bases = inside?.boxes ?? rule.boxes;
      const meant = meantBy(group, rule.scope, exception, when);
      const outside = beyond(group, meant, bases, subjectsOf(group, when), budget);
      if (outside.found.length > 0) found.push({ exception, regions: outside.found });
      else if (!outside.complete) isDecided = false;
    }
  return { found, isDecided };
}

/** What an exception is written for: its own condition, on its own dates, while the agreement is in force. */
function meantBy({ space }: Group, scope: AgreementScope, exception: Exception, when: Condition): readonly Box[] {
  const ranges = [datesOf(exception), scope.agreement.effective?.value];
  return ranges.reduce<readonly Box[]>(
    (boxes, range) => (range ? sharedBoxes(space.shape, boxes, [boxInForce(space, range, scope.zone)]) : boxes),
    boxesWhere(space, when, scope.zone) ?? [],
  );
}

function subjectsOf({ space }: Group, when: NonNullable<Exception["when"]>): ReadonlySet<number> {
  return new Set(atomsIn(when).flatMap((atom) => space.byKey.get(subjectKey(atom.subject)) ?? []));
}

function beyond(
  { space, impossible }: Group,
  domains: readonly Box[],
  bases: readonly Box[],
  asked: ReadonlySet<number>,
  budget: Budget,
) {
  const walls = bases.map((box) => onlyIn(space.shape, box, asked));
  const options = { impossible, order: space.order, atMost: mostRegions };
  const all = domains.map((domain) => regions(space.shape, domain, walls, options, budget));
  return { found: all.flatMap(({ found }) => found), complete: all.every(({ complete }) => complete) };
}

/** A box with every cell in the dimensions that nobody asks about. */
function onlyIn(shape: Shape, box: Box, asked: ReadonlySet<number>): Box {
  const wide = fullBox(shape);
  for (const dimension of asked)
    for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1)
      wide[word] = box[word] ?? 0;
  return wide;
}
