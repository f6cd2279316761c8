/** What is proved of clauses, cases and exceptions about handling: that each makes a difference. */
import type { Place } from "../../model/model.ts";
import { lazily } from "../../text/lazily.ts";
import { type Known, recalled } from "../known.ts";
import { sameElements } from "../lists.ts";
import { sharedBoxes } from "../space/box.ts";
import { type Budget, coverAll } from "../space/cover.ts";
import type { Content } from "../written/content.ts";
import { type Group, handleContents, handlesByContent, nearHandles } from "../written/group.ts";
import { type HoursOf, type Layer, layersOf, statedIn } from "../written/layers.ts";
import type { NearInPart, Nearness } from "../written/near.ts";
import type { PartOf } from "../written/part.ts";
import type { HandleRule, Overlay, Stating } from "../written/rules.ts";
import type { Findings } from "./handling.ts";

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
  const near = nearHandles(group);
  const looking: Looking = { group, hoursOf, budget, alike: lazily(() => alikeIn(group, hoursOf)), near };
  const removed: Removed = { contents: new Set(), near: new Set() };
  for (let number = group.parts.length - 1; number >= 0; number -= 1) {
    const { rules, contents } = group.parts[number]?.handles ?? nothing;
    const lists = near?.lists[number];
    const find = () => leftOutOf(looking, { rules, contents }, lists, removed);
    // What is left out already of others changes from time to time, and is seldom anything.
    const isKept = lists && (removed.near.size === 0 || !contents.some((each) => removed.near.has(each)));
    const own = isKept ? recalled(memoryOfPart, lists, budget, find) : find();
    for (const leaving of own.found) found.push(...toldOf(rules, leaving));
    for (const { clause, overlays } of own.found) {
      const content = overlays === undefined ? contents[clause] : undefined;
      if (content) remove(removed, content, lists?.[clause]);
    }
    isDecided &&= own.isDecided;
  }
  return { found: found.reverse(), isDecided };
}

const nothing: PartOf<HandleRule> = { rules: [], contents: [] };

interface Looking {
  readonly group: Group;
  readonly hoursOf: HoursOf;
  readonly budget: Budget;
  /** Clauses on which nothing is laid, by what they say. */
  readonly alike: () => ReadonlyMap<string, readonly Content[]>;
  readonly near: Nearness | undefined;
}

/** Clauses that are left out, and those near them. */
interface Removed {
  readonly contents: Set<Content>;
  readonly near: Set<Content>;
}

function remove(removed: Removed, content: Content, near: readonly Content[] = none): void {
  removed.contents.add(content);
  for (const other of near) removed.near.add(other);
}

/** A clause of a part by its number, and which overlays of it can be left out, the last first; undefined: all of the clause. */
interface LeftOut {
  readonly clause: number;
  readonly overlays: readonly number[] | undefined;
}

/** By the clauses that are near those of a part, while none of them is left out. */
const memoryOfPart = new WeakMap<object, Known<Findings<LeftOut>>>();

function toldOf(rules: readonly HandleRule[], { clause, overlays }: LeftOut): readonly Redundant[] {
  const rule = rules[clause];
  if (!rule) return [];
  const { id, place, kinds } = rule.clause;
  if (!overlays) return [{ id, place, kinds }];
  const own = overlays.flatMap((number) => rule.overlays[number] ?? []);
  return own.map((overlay) => ({ id: overlay.id, place: overlay.place, kinds }));
}

function leftOutOf(
  looking: Looking,
  { rules, contents }: PartOf<HandleRule>,
  near: NearInPart | undefined,
  before: Removed,
): Findings<LeftOut> {
  const { group, hoursOf, budget } = looking;
  const found: LeftOut[] = [];
  let isDecided = true;
  const removed = new Set(before.contents);
  for (const [clause, rule] of [...rules.entries()].reverse()) {
    const content = contents[clause];
    const whole = content && isRepeated(looking, content, rule, near?.[clause], removed);
    if (whole === "not decided") isDecided = false;
    if (content && whole === true) {
      removed.add(content);
      found.push({ clause, overlays: undefined });
      continue;
    }
    const look = () => redundantOverlays(group, rule, hoursOf, budget);
    const overlays = recalled(overlayMemory, content ?? rule, budget, look);
    if (overlays.found.length > 0) found.push({ clause, overlays: overlays.found });
    isDecided &&= overlays.isDecided;
  }
  return { found, isDecided };
}

function alikeIn(group: Group, hoursOf: HoursOf): ReadonlyMap<string, readonly Content[]> {
  const bySaying = new Map<string, Content[]>();
  const rules = handlesByContent(group);
  for (const content of handleContents(group)) {
    const rule = rules.get(content);
    if (!rule || rule.overlays.length > 0) continue;
    const says = saidBy(rule, hoursOf);
    const alike = bySaying.get(says);
    if (alike) alike.push(content);
    else bySaying.set(says, [content]);
  }
  return bySaying;
}

/** What a clause says, equal where the meaning is. */
function saidBy(rule: HandleRule, hoursOf: HoursOf): string {
  const known = sayings.get(rule);
  if (known !== undefined) return known;
  const stated = [...statedIn(rule.says)].sort(([one], [other]) => (one < other ? -1 : 1));
  const says = JSON.stringify([
    layersOf(rule, "hours", hoursOf)[0]?.value,
    ...stated.filter(([name]) => name !== "hours"),
  ]);
  sayings.set(rule, says);
  return says;
}

const sayings = new WeakMap<HandleRule, string>();

interface Repeated {
  readonly isRepeated: boolean | "not decided";
  /** Clauses like it that were left out already. */
  readonly without: readonly Content[];
}

/** By the clauses that are near, a list that stays the same while they do. */
const repeatedMemory = new WeakMap<object, Known<Repeated>>();

/** Whether other clauses that say the same apply wherever a clause without overlays does. */
function isRepeated(
  { group, hoursOf, budget, alike }: Looking,
  content: Content,
  rule: HandleRule,
  near: readonly Content[] | undefined,
  removed: ReadonlySet<Content>,
): boolean | "not decided" {
  if (rule.overlays.length > 0 || rule.boxes.length === 0) return false;
  const without = removed.size === 0 ? none : (near ?? none).filter((other) => removed.has(other));
  const find = (): Repeated => {
    if (budget.left < 0) return { isRepeated: "not decided", without };
    const says = saidBy(rule, hoursOf);
    const same = (near ?? alike().get(says) ?? none).flatMap((other) => {
      const said = other === content || removed.has(other) ? undefined : handlesByContent(group).get(other);
      return said?.overlays.length === 0 && saidBy(said, hoursOf) === says ? said.boxes : none;
    });
    if (same.length === 0) return { isRepeated: false, without };
    const covering = coverAll(group.space.shape, rule.boxes, [...same, ...group.impossible], budget);
    return { isRepeated: covering.kind === "not decided" ? "not decided" : covering.kind === "proved", without };
  };
  if (!near) return find().isRepeated;
  if (!sameElements(repeatedMemory.get(near)?.result.without ?? without, without)) repeatedMemory.delete(near);
  return recalled(repeatedMemory, near, budget, find).isRepeated;
}

const none: readonly never[] = [];

/** By what clauses are, for one may stand for another that is like it. */
const overlayMemory = new WeakMap<object, Known<Findings<number>>>();

/** The numbers of overlays that make no difference, the last first. */
function redundantOverlays(group: Group, rule: HandleRule, hoursOf: HoursOf, budget: Budget): Findings<number> {
  const found: number[] = [];
  let isDecided = true;
  let current = rule;
  for (const [number, overlay] of [...rule.overlays.entries()].reverse()) {
    if (overlay.boxes.length === 0 || statedIn(overlay.says).size === 0) continue;
    if (current.overlays.some((other) => other.inside === overlay)) continue;
    const result = changesNothing(group, current, overlay, hoursOf, budget);
    if (result === "not decided") isDecided = false;
    if (result !== true) continue;
    found.push(number);
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
