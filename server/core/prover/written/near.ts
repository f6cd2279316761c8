/** Which clauses meet which, found once and brought up to date clause by clause. */

import { lazily } from "../../text/lazily.ts";
import { around, type Box, meets, meetsAt, type Shape } from "../space/box.ts";
import type { Content } from "./content.ts";

/** The clauses of some parts, and those near each. */
export interface Nearness {
  readonly parts: readonly (readonly Content[])[];
  /** By the number of the part; the same list of lists while they are the same. */
  readonly lists: readonly NearInPart[];
}

/**
 * For each clause of a part those that it shares requests with, itself included, in their order; the same list while these
 * are the same.
 */
export type NearInPart = readonly (readonly Content[])[];

/** Clauses of a part, each with all requests that it can meet others in. */
export interface Placing {
  readonly rules: readonly { readonly boxes: readonly Box[] }[];
  readonly contents: readonly Content[];
}

interface Placed {
  readonly content: Content;
  readonly boxes: readonly Box[];
}

/** Pairs of clauses that meet are listed up to so many. */
const mostPairs = 1_000_000;

/** Who is near whom; undefined where too many are for them all to be looked at. */
export function nearnessOf(
  shape: Shape,
  parts: readonly Placing[],
  before: Nearness | undefined,
): Nearness | undefined {
  const contents = parts.map((part) => part.contents);
  const lists = (before && updated(shape, parts, contents, before)) ?? foundAnew(shape, parts);
  return lists && { parts: contents, lists };
}

function placedIn(parts: readonly Placing[]): readonly Placed[] {
  return parts.flatMap(({ rules, contents }) =>
    contents.map((content, index) => ({ content, boxes: rules[index]?.boxes ?? [] })),
  );
}

function foundAnew(shape: Shape, parts: readonly Placing[]): Nearness["lists"] | undefined {
  const { words } = shape;
  const placed = placedIn(parts);
  const hulls = new Int32Array(words * placed.length);
  for (const [index, { boxes }] of placed.entries()) hulls.set(around(shape, boxes), index * words);
  const lists = placed.map((): Content[] => []);
  let pairs = 0;
  for (const [later, one] of placed.entries()) {
    const own = lists[later] ?? [];
    for (let earlier = 0; earlier < later; earlier += 1) {
      if (!meetsAt(shape, hulls, later * words, hulls, earlier * words)) continue;
      const other = placed[earlier];
      if (!other || !boxesMeet(shape, one.boxes, other.boxes)) continue;
      own.push(other.content);
      lists[earlier]?.push(one.content);
      pairs += 1;
    }
    own.push(one.content);
    if (pairs > mostPairs) return undefined;
  }
  let first = 0;
  return parts.map(({ contents }) => {
    first += contents.length;
    return lists.slice(first - contents.length, first);
  });
}

/** Undefined where those that are kept are in another order, or so much is new that it is found anew as quickly. */
function updated(
  shape: Shape,
  parts: readonly Placing[],
  contents: Nearness["parts"],
  before: Nearness,
): Nearness["lists"] | undefined {
  const replaced = replacedIn(before.parts, contents);
  const position = lazily(() => positionsOf(contents));
  if (!replaced && !sameOrder(before.parts, position())) return undefined;
  const { kept, lost } = keptOf(before, contents);
  const changed = parts.filter((_, number) => !kept[number]);
  const added = placedIn(changed).filter(({ content }) => !lost.has(content));
  if (added.length > contents.reduce((sum, { length }) => sum + length, 0) / 4) return undefined;
  const left = new Set(changed.flatMap((part) => part.contents));
  const gone = new Set([...lost.keys()].filter((content) => !left.has(content)));
  const near = new Map(added.map((one) => [one.content, meeting(shape, parts, one)]));
  const affected = new Set([...[...gone].map((content) => lost.get(content) ?? []), ...near.values()].flat());
  const listOf = (content: Content, old: readonly Content[]): readonly Content[] => {
    if (!affected.has(content)) return old;
    const arrived = added.flatMap((each) => (near.get(each.content)?.includes(content) ? [each.content] : []));
    return near.get(content) ?? withArrived(old, gone, arrived, replaced, position);
  };
  const isAffected = (content: Content) => affected.has(content);
  return contents.map((own, number) => {
    const known = kept[number];
    if (known && !own.some(isAffected)) return known;
    return own.map((content, index) => listOf(content, known?.[index] ?? lost.get(content) ?? []));
  });
}

/** The lists of each part that is still there, and those of the clauses of other parts. */
function keptOf(before: Nearness, contents: Nearness["parts"]) {
  const kept = contents.map(
    (part, number) => before.lists[before.parts[number] === part ? number : before.parts.indexOf(part)],
  );
  const lost = new Map<Content, readonly Content[]>();
  for (let number = 0; number < before.parts.length; number += 1) {
    const part = before.parts[number];
    if (part && part !== contents[number] && !contents.includes(part))
      for (const [index, content] of part.entries()) lost.set(content, before.lists[number]?.[index] ?? []);
  }
  return { kept, lost };
}

/** What replaces each content that is gone, as long as all others stand where they stood; else undefined. */
function replacedIn(
  before: Nearness["parts"],
  now: Nearness["parts"],
): ReadonlyMap<Content, Content | undefined> | undefined {
  if (before.length !== now.length) return undefined;
  const replaced = new Map<Content, Content | undefined>();
  for (let number = 0; number < before.length; number += 1) {
    const one = before[number];
    const other = now[number];
    if (!one || one === other) continue;
    if (one.length !== other?.length) return undefined;
    for (const [index, content] of one.entries()) if (content !== other[index]) replaced.set(content, other[index]);
  }
  for (const each of replaced.values()) if (each && replaced.has(each)) return undefined;
  return replaced;
}

/** A list without what is gone and with what arrived, in the order of the clauses. */
function withArrived(
  list: readonly Content[],
  gone: ReadonlySet<Content>,
  arrived: readonly Content[],
  replaced: ReadonlyMap<Content, Content | undefined> | undefined,
  position: () => ReadonlyMap<Content, number>,
): readonly Content[] {
  const inPlace = list.map((each) => replaced?.get(each));
  if (arrived.every((each) => inPlace.includes(each)))
    return list.flatMap((each, index) => {
      const instead = inPlace[index];
      return gone.has(each) ? (instead && arrived.includes(instead) ? [instead] : []) : [each];
    });
  const now = [...list.filter((each) => !gone.has(each)), ...arrived];
  return now.sort((one, other) => (position().get(one) ?? 0) - (position().get(other) ?? 0));
}

function positionsOf(parts: Nearness["parts"]): ReadonlyMap<Content, number> {
  const position = new Map<Content, number>();
  for (const contents of parts) for (const content of contents) position.set(content, position.size);
  return position;
}

/** Those that a clause shares requests with, itself included. */
function meeting(shape: Shape, parts: readonly Placing[], one: Placed): readonly Content[] {
  const found: Content[] = [];
  const hull = around(shape, one.boxes);
  for (const part of parts) {
    const { rules, contents } = part;
    const hulls = hullsOf(shape, part);
    for (let index = 0; index < contents.length; index += 1) {
      if (!meetsAt(shape, hull, 0, hulls, index * shape.words) && contents[index] !== one.content) continue;
      const [content, other] = [contents[index], rules[index]];
      if (content && other && (content === one.content || boxesMeet(shape, one.boxes, other.boxes)))
        found.push(content);
    }
  }
  return found;
}

/** The smallest boxes around those of each clause, one after the other. */
function hullsOf(shape: Shape, part: Placing): Int32Array {
  const known = hullsBy.get(part);
  if (known) return known;
  const hulls = new Int32Array(shape.words * part.rules.length);
  for (const [index, { boxes }] of part.rules.entries()) hulls.set(around(shape, boxes), index * shape.words);
  hullsBy.set(part, hulls);
  return hulls;
}

/** A part belongs to a space. */
const hullsBy = new WeakMap<Placing, Int32Array>();

function sameOrder(before: Nearness["parts"], position: ReadonlyMap<Content, number>): boolean {
  let last = -1;
  for (const content of before.flat()) {
    const at = position.get(content);
    if (at === undefined) continue;
    if (at < last) return false;
    last = at;
  }
  return true;
}

/** Whether boxes of two lists share a cell. */
export function boxesMeet(shape: Shape, ones: readonly Box[], others: readonly Box[]): boolean {
  for (const one of ones) for (const other of others) if (meets(shape, one, other)) return true;
  return false;
}
