/**
 * The one question behind all proofs: is there a cell outside all of some boxes? Answered by a search that follows what is
 * forced, splits where the fewest dimensions are open, and goes on after a hit instead of starting again.
 */
import { type Box, cellsOutside, isInside, meets, meetsIn, type Shape, wordAt } from "./box.ts";

/** Steps that may still be taken, one for each look at a box; it is shared by all searches of one proof, and counted down. */
export interface Budget {
  left: number;
}

/** What is known of a claim: never silently that it holds. */
export type Covering =
  | { readonly kind: "proved" }
  | { readonly kind: "counter-example"; readonly box: Box }
  | { readonly kind: "not decided" };

/** Regions outside all of some boxes; `complete` is false where the budget or the number asked for did not suffice for all. */
export interface Regions {
  readonly found: readonly Box[];
  readonly complete: boolean;
}

/** Whether boxes cover a domain; the counter-example is a part of the domain outside all of them. */
export function cover(shape: Shape, domain: Box, boxes: readonly Box[], budget: Budget): Covering {
  const hits: Box[] = [];
  const run: Run = {
    shape,
    budget,
    found: nothing,
    hit: (box) => {
      hits.push(box);
      return true;
    },
  };
  const stopped = search(run, domain.slice(), boxes);
  const [box] = hits;
  if (box) return { kind: "counter-example", box };
  return { kind: stopped ? "not decided" : "proved" };
}

/** `cover` for a domain of several boxes. */
export function coverAll(shape: Shape, domains: readonly Box[], boxes: readonly Box[], budget: Budget): Covering {
  let undecided = false;
  for (const domain of domains) {
    const covering = cover(shape, domain, boxes, budget);
    if (covering.kind === "counter-example") return covering;
    if (covering.kind === "not decided") undecided = true;
  }
  return { kind: undecided ? "not decided" : "proved" };
}

/** What `regions` takes beside the domain and the boxes. */
export interface RegionOptions {
  /** Boxes of what cannot occur: no region lies in them alone, but one may be told more simply by reaching into them. */
  readonly impossible: readonly Box[];
  /** The dimensions in the order of widening, the least telling first. */
  readonly order: readonly number[];
  readonly atMost: number;
}

/** The parts of a domain outside all boxes, each as large as it can be; they may overlap. */
export function regions(
  shape: Shape,
  domain: Box,
  boxes: readonly Box[],
  { impossible, order, atMost }: RegionOptions,
  budget: Budget,
): Regions {
  const found: Box[] = [];
  const run: Run = {
    shape,
    budget,
    found,
    hit: (box) => {
      found.push(widened(shape, box, domain, boxes, order));
      return found.length >= atMost;
    },
  };
  const stopped = search(run, domain.slice(), [...boxes, ...impossible]);
  return { found, complete: !stopped };
}

const nothing: readonly Box[] = [];

interface Run {
  readonly shape: Shape;
  readonly budget: Budget;
  /** Boxes that were added while searching. */
  readonly found: readonly Box[];
  /** Told of a part outside all boxes; whether to stop. */
  readonly hit: (box: Box) => boolean;
}

/** Looks through a domain, which it narrows in place; true where it was stopped before the end. */
function search(run: Run, domain: Box, boxes: readonly Box[]): boolean {
  let left: readonly Box[] = boxes;
  let known = run.found.length;
  for (;;) {
    const open = narrowed(run, domain, left);
    if (run.budget.left < 0) return true;
    if (open === undefined) return false;
    const split = open.length === 0 ? undefined : chosen(run.shape, domain, open);
    if (split === undefined) return run.hit(domain);
    const outside = domain.slice();
    subtract(run.shape, outside, split.wall, split.dimension);
    if (search(run, outside, open)) return true;
    intersect(run.shape, domain, split.wall, split.dimension);
    left = run.found.length > known ? [...open, ...run.found.slice(known)] : open;
    known = run.found.length;
  }
}

/** Takes away what boxes force: the boxes that are left, open in two dimensions or more; undefined where one covers all. */
function narrowed({ shape, budget }: Run, domain: Box, boxes: readonly Box[]): readonly Box[] | undefined {
  let current = boxes;
  for (;;) {
    const open: Box[] = [];
    let isNarrower = false;
    for (const box of current) {
      budget.left -= 1;
      const opened = openDimensions(shape, domain, box);
      if (opened === missed) continue;
      if (opened === 0) return undefined;
      if (opened >> dimensionBits > 1) open.push(box);
      else {
        subtract(shape, domain, box, opened & lastDimension);
        isNarrower = true;
      }
    }
    if (!isNarrower || budget.left < 0) return open;
    current = open;
  }
}

const missed = -1;
const dimensionBits = 12;
const lastDimension = 2 ** dimensionBits - 1;

/** How many dimensions of a domain reach out of a box (in the high bits) and the last of them; 0: none; `missed`: they share no cell. */
function openDimensions(shape: Shape, domain: Box, box: Box): number {
  const { from, cells } = shape;
  let found = 0;
  let end = 0;
  for (let dimension = 0; dimension < cells.length; dimension += 1) {
    let inside = 0;
    let outside = 0;
    const start = end;
    end = from[dimension + 1] ?? 0;
    for (let word = start; word < end; word += 1) {
      const [here, there] = [domain[word] ?? 0, box[word] ?? 0];
      inside |= here & there;
      outside |= here & ~there;
    }
    if (inside === 0) return missed;
    if (outside !== 0) found = (((found >> dimensionBits) + 1) << dimensionBits) | dimension;
  }
  return found;
}

interface Split {
  readonly wall: Box;
  readonly dimension: number;
}

/** The box with the fewest open dimensions, and that of them in which most lies outside. */
function chosen(shape: Shape, domain: Box, boxes: readonly Box[]): Split | undefined {
  let wall: Box | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const open = openDimensions(shape, domain, box) >> dimensionBits;
    if (open >= fewest) continue;
    [wall, fewest] = [box, open];
    if (open === 2) break;
  }
  return wall && { wall, dimension: widestOpening(shape, domain, wall) };
}

function widestOpening(shape: Shape, domain: Box, wall: Box): number {
  let [widest, most] = [0, 0];
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) {
    const count = cellsOutside(shape, domain, wall, dimension);
    if (count > most) [widest, most] = [dimension, count];
  }
  return widest;
}

function subtract(shape: Shape, domain: Box, box: Box, dimension: number): void {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    domain[word] = (domain[word] ?? 0) & ~(box[word] ?? 0);
}

function intersect(shape: Shape, domain: Box, box: Box, dimension: number): void {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    domain[word] = (domain[word] ?? 0) & (box[word] ?? 0);
}

/** A part outside all boxes made as large as it can be within the domain, dimension by dimension. */
function widened(shape: Shape, part: Box, domain: Box, boxes: readonly Box[], order: readonly number[]): Box {
  const wide = part.slice();
  for (const dimension of order) {
    const before = wide.slice();
    const [from, end] = [wordAt(shape, dimension), wordAt(shape, dimension + 1)];
    for (let word = from; word < end; word += 1) wide[word] = domain[word] ?? 0;
    for (const box of boxes) if (meetsElsewhere(shape, before, box, dimension)) subtract(shape, wide, box, dimension);
  }
  return wide;
}

function meetsElsewhere(shape: Shape, one: Box, other: Box, except: number): boolean {
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1)
    if (dimension !== except && !meetsIn(shape, one, other, dimension)) return false;
  return true;
}

/** Of boxes that cover a domain, some that do and of which none can be left out; the boxes of one owner go together. */
export function coveringSet<Owner>(
  shape: Shape,
  domains: readonly Box[],
  owned: readonly { readonly owner: Owner; readonly boxes: readonly Box[] }[],
  always: readonly Box[],
  budget: Budget,
): readonly Owner[] {
  let needed = owned.filter(({ boxes }) => boxes.some((box) => domains.some((domain) => meets(shape, domain, box))));
  const whole = needed.find(({ boxes }) => domains.every((domain) => boxes.some((box) => isInside(domain, box))));
  if (whole) return [whole.owner];
  for (const each of [...needed].reverse()) {
    const others = needed.filter((other) => other !== each);
    const rest = [...others.flatMap(({ boxes }) => boxes), ...always];
    if (coverAll(shape, domains, rest, budget).kind === "proved") needed = others;
  }
  return needed.map(({ owner }) => owner);
}
