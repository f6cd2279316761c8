/** Limits that slacken: first asked for or refused, and then, for more, given more freely. */
import type { FieldType } from "../../model/model.ts";
import { sameElements } from "../lists.ts";
import { around, type Box, boxWhere, cellsIn, hasCell, meetsIn, type Shape, shared, wordAt } from "../space/box.ts";
import { isDecimal } from "../space/cells.ts";
import { boxOfAskers } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import type { Standing } from "./verdictLines.ts";

/** Two lines of which the laxer decides requests that differ from those of the stricter in more of one field. */
export interface Slackening {
  readonly field: string;
  readonly stricter: Standing;
  readonly laxer: Standing;
  readonly before: Box;
  readonly after: Box;
}

/**
 * For each field the first such pair, wherever between them nothing is said. Of a percentage or an amount more is always a greater
 * concession; of numbers and durations it may be a smaller one, so these are told only where they go both ways.
 */
export function slackeningsIn(group: Group, lines: readonly Standing[]): readonly Slackening[] {
  return group.space.dimensions.flatMap(({ subject, cells }, dimension) => {
    if (subject.kind !== "field" || cells.length < 2 || !cells.every(isDecimal)) return [];
    const laxer = firstPair(group, lines, dimension, "laxer");
    if (!laxer) return [];
    const type = group.kind.fields.find(({ name }) => name === subject.name)?.type;
    const growsOneWay = isConcession(type) || firstPair(group, lines, dimension, "stricter") !== undefined;
    return growsOneWay ? [{ field: subject.name, ...laxer }] : [];
  });
}

function isConcession(type: FieldType | undefined): boolean {
  return type?.kind === "percent" || type?.kind === "money";
}

type Pair = Omit<Slackening, "field">;

// the first pair ------------------------------------------------------------------------------------------------------

/** What pairs are looked for in. */
interface Looking {
  readonly shape: Shape;
  readonly named: Box;
  readonly dimension: number;
  /** Whether the line that decides more of the field is the laxer of two. */
  readonly more: "laxer" | "stricter";
}

/** By what lines decide: a list that stays the same while they do, wherever and in whatever words they are written. */
interface Kept {
  readonly decided: readonly Decided[];
  readonly pair: DecidedPair | undefined;
}

type Decided = Standing["decides"];

interface DecidedPair extends Pick<Slackening, "before" | "after"> {
  readonly stricter: Decided;
  readonly laxer: Decided;
}

/** By what is impossible, which is a list of its own in every space, and then by dimension and direction. */
const memory = new WeakMap<readonly Box[], Map<string, Kept>>();

/** Two lines of different strictness where the one that decides more of a field is the laxer, or the stricter. */
function firstPair(
  { space, impossible }: Group,
  lines: readonly Standing[],
  dimension: number,
  more: Looking["more"],
): Pair | undefined {
  const kept = memory.get(impossible) ?? new Map<string, Kept>();
  memory.set(impossible, kept);
  const named = boxOfAskers(space, ({ name }) => name !== undefined);
  const looking = { shape: space.shape, named, dimension, more };
  const decided = lines.map(({ decides }) => decides);
  const before = kept.get(`${more} ${dimension}`);
  if (before && sameElements(before.decided, decided)) return toldOf(lines, before.pair);
  const added = before && addedTo(before, decided);
  const pair = foundIn(looking, lines, added, before?.pair);
  kept.set(`${more} ${dimension}`, { decided, pair });
  return toldOf(lines, pair);
}

function toldOf(lines: readonly Standing[], pair: DecidedPair | undefined): Pair | undefined {
  const [stricter, laxer] = [pair?.stricter, pair?.laxer].map((each) => lines.find(({ decides }) => decides === each));
  return pair && stricter && laxer && { ...pair, stricter, laxer };
}

/** What is new; undefined where lines are in another order, or the pair is gone, so that all are to be looked at. */
function addedTo({ decided: before, pair }: Kept, decided: readonly Decided[]): ReadonlySet<Decided> | undefined {
  const [known, now] = [new Set(before), new Set(decided)];
  if (pair && !(now.has(pair.stricter) && now.has(pair.laxer))) return undefined;
  const added = new Set(decided.filter((each) => !known.has(each)));
  const isOrdered = sameElements(
    before.filter((each) => now.has(each)),
    decided.filter((each) => !added.has(each)),
  );
  return isOrdered ? added : undefined;
}

/** The first of all pairs; where it is told what is new, of the pairs with that and the one that was the first before. */
function foundIn(
  looking: Looking,
  lines: readonly Standing[],
  added: ReadonlySet<Decided> | undefined,
  before: DecidedPair | undefined,
): DecidedPair | undefined {
  const reaching = lines.map(({ decides, strictness }) => ({ ...reachOf(looking.shape, decides), strictness }));
  const laxerThan = [0, 1, 2].map((own) => reaching.filter(({ strictness }) => strictness < own));
  const newsThan = added ? laxerThan.map((each) => each.filter(({ decides }) => added.has(decides))) : laxerThan;
  for (const stricter of reaching) {
    const laxer = (added?.has(stricter.decides) ? laxerThan : newsThan)[stricter.strictness] ?? none;
    for (let index = 0; index < laxer.length; index += 1) {
      const other = laxer[index];
      const pair = other && pairOf(looking, stricter, other);
      if (pair) return added && before && isBefore(lines, before, pair) ? before : pair;
    }
  }
  return added && before;
}

const none: readonly never[] = [];

function isBefore(lines: readonly Standing[], one: DecidedPair, other: DecidedPair): boolean {
  const at = (wanted: Decided) => lines.findIndex(({ decides }) => decides === wanted);
  const later = at(other.stricter) - at(one.stricter);
  return later > 0 || (later === 0 && at(one.laxer) < at(other.laxer));
}

/** Requests that two lines decide and of which one has more of the field. */
function pairOf(looking: Looking, stricter: Reach, laxer: Reach): DecidedPair | undefined {
  const { shape, named, dimension, more } = looking;
  if (!meetsElsewhere(shape, stricter.hull, laxer.hull, dimension)) return undefined;
  const [low, high] = more === "laxer" ? [stricter, laxer] : [laxer, stricter];
  const pair = grown(shape, spansOf(shape, low, dimension), spansOf(shape, high, dimension), named, dimension);
  return pair && { stricter: stricter.decides, laxer: laxer.decides, before: pair[0], after: pair[1] };
}

/** What a line decides, in one box around it and by dimension. */
interface Reach {
  readonly decides: Decided;
  readonly hull: Box;
  readonly spans: Map<number, readonly Span[]>;
}

function reachOf(shape: Shape, decides: Decided): Reach {
  const known = reaches.get(decides) ?? { decides, hull: around(shape, decides), spans: new Map() };
  reaches.set(decides, known);
  return known;
}

/** The boxes of a line belong to a space. */
const reaches = new WeakMap<Decided, Reach>();

function spansOf(shape: Shape, { decides, spans }: Reach, dimension: number): readonly Span[] {
  const known = spans.get(dimension) ?? decides.map((box) => spanOf(shape, box, dimension));
  spans.set(dimension, known);
  return known;
}

/** A box, and the first and last cell that it has of a dimension. */
interface Span {
  readonly box: Box;
  readonly first: number;
  readonly last: number;
}

function spanOf(shape: Shape, box: Box, dimension: number): Span {
  const cells = cellsIn(shape, box, dimension);
  return { box, first: cells[0] ?? 0, last: cells.at(-1) ?? -1 };
}

function grown(
  shape: Shape,
  lower: readonly Span[],
  higher: readonly Span[],
  named: Box,
  dimension: number,
): readonly [Box, Box] | undefined {
  for (const low of lower)
    for (const high of higher) {
      if (low.first >= high.last || !meetsElsewhere(shape, low.box, high.box, dimension)) continue;
      const pair = growing(shape, low, high, named, dimension);
      if (pair) return pair;
    }
  return undefined;
}

/** Requests of two boxes that are equal but for a dimension, in which the second is beyond the first. */
function growing(shape: Shape, low: Span, high: Span, named: Box, dimension: number): readonly [Box, Box] | undefined {
  const both = shared(shape, elsewhere(shape, low.box, dimension), elsewhere(shape, high.box, dimension));
  const asked = both && shared(shape, both, named);
  if (!asked) return undefined;
  const at = (box: Box, picks: (cell: number) => boolean) =>
    shared(
      shape,
      asked,
      boxWhere(shape, dimension, (cell) => hasCell(shape, box, dimension, cell) && picks(cell)),
    );
  const [before, after] = [at(low.box, (cell) => cell < high.last), at(high.box, (cell) => cell > low.first)];
  return before && after && [before, after];
}

/** Whether two boxes share a cell in every dimension but one. */
function meetsElsewhere(shape: Shape, one: Box, other: Box, except: number): boolean {
  if (shape.words === shape.cells.length) {
    for (let word = 0; word < shape.words; word += 1)
      if (((one[word] ?? 0) & (other[word] ?? 0)) === 0 && word !== except) return false;
    return true;
  }
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1)
    if (dimension !== except && !meetsIn(shape, one, other, dimension)) return false;
  return true;
}

/** A box with every cell of one dimension. */
function elsewhere(shape: Shape, box: Box, dimension: number): Box {
  const wide = boxWhere(shape, dimension, () => true);
  const [from, to] = [wordAt(shape, dimension), wordAt(shape, dimension + 1)];
  return wide.map((word, at) => (at >= from && at < to ? word : (box[at] ?? 0)));
}
