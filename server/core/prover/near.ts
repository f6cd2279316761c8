/** Which clauses meet which, found once and brought up to date clause by clause. */
import { around, type Box, meets, meetsAt, type Shape } from "./box.ts";
import type { Content } from "./content.ts";

/** For each of some clauses those that it shares requests with, itself included, in their order; the same list while these are the same. */
export interface Nearness {
  readonly contents: readonly Content[];
  readonly near: ReadonlyMap<Content, readonly Content[]>;
}

/** A clause's content, and all requests that it can meet others in. */
interface Placed {
  readonly content: Content;
  readonly boxes: readonly Box[];
}

/** Pairs of clauses that meet are listed up to so many. */
const mostPairs = 1_000_000;

/** Who is near whom; undefined where too many are for them all to be looked at. */
export function nearnessOf(
  shape: Shape,
  placed: readonly Placed[],
  before: Nearness | undefined,
): Nearness | undefined {
  const contents = placed.map(({ content }) => content);
  return (before && updated(shape, placed, contents, before)) ?? foundAnew(shape, placed, contents);
}

function foundAnew(shape: Shape, placed: readonly Placed[], contents: readonly Content[]): Nearness | undefined {
  const { words } = shape;
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
  return { contents, near: new Map(contents.map((content, index) => [content, lists[index] ?? []])) };
}

/** Undefined where those that are kept are in another order, or so much is new that it is found anew as quickly. */
function updated(
  shape: Shape,
  placed: readonly Placed[],
  contents: readonly Content[],
  before: Nearness,
): Nearness | undefined {
  const position = new Map(contents.map((content, index) => [content, index]));
  const added = placed.filter(({ content }) => !before.near.has(content));
  const removed = before.contents.filter((content) => !position.has(content));
  if (added.length === 0 && removed.length === 0 && sameOrder(before.contents, position))
    return { ...before, contents };
  if (added.length > placed.length / 4 || !sameOrder(before.contents, position)) return undefined;
  const near = new Map(before.near);
  const affected = new Set<Content>();
  for (const content of removed) {
    for (const other of before.near.get(content) ?? []) affected.add(other);
    near.delete(content);
  }
  for (const one of added) {
    const others = placed.filter((other) => other === one || boxesMeet(shape, one.boxes, other.boxes));
    near.set(
      one.content,
      others.map(({ content }) => content),
    );
    for (const { content } of others) affected.add(content);
  }
  const news = new Set(added.map(({ content }) => content));
  for (const content of affected) {
    const own = before.near.get(content);
    if (!own || !position.has(content)) continue;
    const arrived = [...news].filter((each) => near.get(each)?.includes(content));
    const now = [...own.filter((each) => position.has(each)), ...arrived];
    near.set(
      content,
      now.sort((one, other) => (position.get(one) ?? 0) - (position.get(other) ?? 0)),
    );
  }
  return { contents, near };
}

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
