/**
 * The search behind all proofs, for parts of a domain outside all of some boxes: it follows what is forced, splits where the
 * fewest dimensions are open, and goes on after a hit instead of starting again.
 */
import { type Box, cellsOutside, intersect, type Shape, subtract } from "./box.ts";

/**
 * Looks through a domain, and tells `hit` of each part outside all boxes, which gives a box to leave out from there on, or
 * undefined to stop. True where it was stopped, by `hit` or because no step was left; a step is one look at a box.
 */
export function searched(
  shape: Shape,
  domain: Box,
  boxes: readonly Box[],
  budget: { left: number },
  hit: (part: Box) => Box | undefined,
): boolean {
  const left = domain.slice();
  const open: Box[] = [];
  budget.left -= boxes.length;
  for (const box of boxes) {
    const opened = openDimensions(shape, left, box, 0);
    if (opened === missed) continue;
    if (opened === 0) return budget.left < 0;
    if (opened >> dimensionBits > 1) open.push(box);
    else subtract(shape, left, box, 0, opened & lastDimension);
  }
  if (budget.left < 0) return true;
  if (open.length === 0) return hit(left) === undefined;
  return isStopped({ shape, budget, hit, ...packed(shape, open) }, left, 0, open.length);
}

interface Search {
  readonly shape: Shape;
  readonly budget: { left: number };
  readonly hit: (part: Box) => Box | undefined;
  /** All boxes one after the other, hits last. */
  walls: Int32Array;
  count: number;
  /** Numbers of the boxes that are left at each depth of the search, one depth after the other. */
  lists: Int32Array;
}

function packed({ words }: Shape, boxes: readonly Box[]): Pick<Search, "walls" | "lists" | "count"> {
  const walls = new Int32Array(words * boxes.length);
  const lists = new Int32Array(boxes.length * 4);
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index];
    if (box) walls.set(box, index * words);
    lists[index] = index;
  }
  return { walls, lists, count: boxes.length };
}

/** Looks through a domain, which it narrows in place; the boxes that are left are listed from one place to another. */
function isStopped(search: Search, domain: Box, from: number, to: number): boolean {
  const { shape, hit } = search;
  let [start, end] = [from, to];
  for (;;) {
    const before = search.count;
    const open = narrowed(search, domain, start, end, to);
    if (search.budget.left < 0) return true;
    if (open === undefined) return false;
    if (open.end === to) {
      const found = hit(domain);
      if (found) add(search, found);
      return found === undefined;
    }
    const dimension = widestOpening(shape, domain, search.walls, open.wall);
    const outside = domain.slice();
    subtract(shape, outside, search.walls, open.wall, dimension);
    if (isStopped(search, outside, to, open.end)) return true;
    intersect(shape, domain, search.walls, open.wall, dimension);
    [start, end] = [to, withFound(search, open.end, before)];
  }
}

interface Open {
  readonly end: number;
  /** Where the box with the fewest open dimensions begins. */
  readonly wall: number;
}

/**
 * Takes away what boxes force, and lists the boxes that are left, open in two dimensions or more, from `into` on; undefined
 * where one covers all.
 */
function narrowed(search: Search, domain: Box, from: number, to: number, into: number): Open | undefined {
  const { shape, budget, walls } = search;
  const { words } = shape;
  const lists = withRoom(search, into + to - from);
  let [start, end] = [from, to];
  for (;;) {
    let last = into;
    let wall = 0;
    let fewest = Number.MAX_SAFE_INTEGER;
    let isNarrower = false;
    budget.left -= end - start;
    for (let at = start; at < end; at += 1) {
      const number = lists[at] ?? 0;
      const opened = openDimensions(shape, domain, walls, number * words);
      if (opened === missed) continue;
      if (opened === 0) return undefined;
      const count = opened >> dimensionBits;
      if (count === 1) {
        subtract(shape, domain, walls, number * words, opened & lastDimension);
        isNarrower = true;
        continue;
      }
      if (count < fewest) [wall, fewest] = [number * words, count];
      lists[last] = number;
      last += 1;
    }
    if (!isNarrower || budget.left < 0) return { end: last, wall };
    [start, end] = [into, last];
  }
}

function withRoom(search: Search, size: number): Int32Array {
  if (search.lists.length < size) {
    const larger = new Int32Array(size * 2);
    larger.set(search.lists);
    search.lists = larger;
  }
  return search.lists;
}

/** Lists the hits since there were so many boxes after the others; where the list ends then. */
function withFound(search: Search, end: number, since: number): number {
  const lists = withRoom(search, end + search.count - since);
  for (let number = since; number < search.count; number += 1) lists[end + number - since] = number;
  return end + search.count - since;
}

function add(search: Search, box: Box): void {
  const at = search.count * search.shape.words;
  if (search.walls.length < at + box.length) {
    const larger = new Int32Array((at + box.length) * 2);
    larger.set(search.walls);
    search.walls = larger;
  }
  search.walls.set(box, at);
  search.count += 1;
}

const missed = -1;
const dimensionBits = 12;
const lastDimension = 2 ** dimensionBits - 1;

/**
 * How many dimensions of a domain reach out of the box that begins at a place (in the high bits) and the last of them; 0: none;
 * `missed`: they share no cell.
 */
function openDimensions({ from, cells, words }: Shape, domain: Box, boxes: Int32Array, at: number): number {
  if (words === cells.length) return openWords(domain, boxes, at, words);
  let found = 0;
  let end = 0;
  for (let dimension = 0; dimension < cells.length; dimension += 1) {
    let inside = 0;
    let outside = 0;
    const start = end;
    end = from[dimension + 1] ?? 0;
    for (let word = start; word < end; word += 1) {
      const [here, there] = [domain[word] ?? 0, boxes[at + word] ?? 0];
      inside |= here & there;
      outside |= here & ~there;
    }
    if (inside === 0) return missed;
    if (outside !== 0) found = (((found >> dimensionBits) + 1) << dimensionBits) | dimension;
  }
  return found;
}

/** The same where every dimension has one word. */
function openWords(domain: Box, boxes: Int32Array, at: number, words: number): number {
  let found = 0;
  for (let word = 0; word < words; word += 1) {
    const here = domain[word] ?? 0;
    const there = boxes[at + word] ?? 0;
    if ((here & there) === 0) return missed;
    if ((here & ~there) !== 0) found = (((found >> dimensionBits) + 1) << dimensionBits) | word;
  }
  return found;
}

/** The dimension in which most of a domain lies outside of the box that begins at a place. */
function widestOpening(shape: Shape, domain: Box, boxes: Int32Array, at: number): number {
  let [widest, most] = [0, 0];
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) {
    const count = cellsOutside(shape, domain, boxes, at, dimension);
    if (count > most) [widest, most] = [dimension, count];
  }
  return widest;
}
