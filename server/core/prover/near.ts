/** Which clauses meet which, found once and brought up to date clause by clause. */

import { lazily } from "../text/lazily.ts";
import { around, type Box, meets, meetsAt, type Shape } from "./box.ts";
import type { Content } from "./content.ts";
import { concatenated } from "./lists.ts";

/** For each of some clauses those that it shares requests with, itself included, in their order; the same list while these are the same. */
export interface Nearness {
  readonly contents: readonly Content[];
  readonly of: ReadonlyMap<Content, readonly Content[]>;
  /** The lists of a part's clauses by its contents; the same list of lists while they are the same. */
  readonly inPart: ReadonlyMap<readonly Content[], NearInPart>;
}

/** Lists by the number of the clause in its part. */
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
  const contents = concatenated(parts, (part) => part.contents);
  const of = (before && updated(shape, parts, contents, before)) ?? foundAnew(shape, parts, contents);
  return of && { contents, of, inPart: listsByPart(parts, of, before) };
}

function listsByPart(
  parts: readonly Placing[],
  near: Nearness["of"],
  before: Nearness | undefined,
): Nearness["inPart"] {
  const lists = new Map<readonly Content[], NearInPart>();
  for (const { contents } of parts) {
    const known = before?.inPart.get(contents);
    const isSame = known && contents.every((content, index) => near.get(content) === known[index]);
    lists.set(contents, isSame ? known : contents.map((content) => near.get(content) ?? []));
  }
  return lists;
}

function placedIn(parts: readonly Placing[]): readonly Placed[] {
  return parts.flatMap(({ rules, contents }) =>
    contents.map((content, index) => ({ content, boxes: rules[index]?.boxes ?? [] })),
  );
}

function foundAnew(shape: Shape, parts: readonly Placing[], contents: readonly Content[]): Nearness["of"] | undefined {
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
  return new Map(contents.map((content, index) => [content, lists[index] ?? []]));
}

/** Undefined where those that are kept are in another order, or so much is new that it is found anew as quickly. */
function updated(
  shape: Shape,
  parts: readonly Placing[],
  contents: readonly Content[],
  before: Nearness,
): Nearness["of"] | undefined {
  const replaced = replacedIn(before.contents, contents);
  if (replaced?.size === 0) return before.of;
  const position = lazily(() => positionsOf(contents));
  if (!replaced && !sameOrder(before.contents, position())) return undefined;
  const changed = parts.filter((part) => !before.inPart.has(part.contents));
  const added = placedIn(changed).filter(({ content }) => !before.of.has(content));
  if (added.length > contents.length / 4) return undefined;
  const near = new Map(before.of);
  const gone = replaced ? [...replaced.keys()] : before.contents.filter((content) => !position().has(content));
  const affected = new Set(gone.flatMap((content) => before.of.get(content) ?? []));
  for (const content of gone) near.delete(content);
  for (const one of added) {
    const others = meeting(shape, parts, one);
    near.set(one.content, others);
    for (const content of others) affected.add(content);
  }
  for (const { content } of added) affected.delete(content);
  for (const content of gone) affected.delete(content);
  for (const content of affected) {
    const arrived = added.flatMap((each) => (near.get(each.content)?.includes(content) ? [each.content] : []));
    near.set(content, withArrived(before.of.get(content) ?? [], new Set(gone), arrived, replaced, position));
  }
  return near;
}

/** What stands in the place of each that is gone, where all others stand where they stood; undefined where they do not. */
function replacedIn(
  before: readonly Content[],
  now: readonly Content[],
): ReadonlyMap<Content, Content | undefined> | undefined {
  if (before.length !== now.length) return undefined;
  const replaced = new Map<Content, Content | undefined>();
  for (let index = 0; index < before.length; index += 1) {
    const one = before[index];
    if (one && one !== now[index]) replaced.set(one, now[index]);
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

function positionsOf(contents: readonly Content[]): ReadonlyMap<Content, number> {
  const position = new Map<Content, number>();
  for (const content of contents) position.set(content, position.size);
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

function sameOrder(before: readonly Content[], position: ReadonlyMap<Content, number>): boolean {
  let last = -1;
  for (const content of before) {
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
