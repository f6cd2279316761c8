/** Limits that slacken: first asked for or refused, and then, for more, given more freely. */
import type { FieldType } from "../model/model.ts";
import { around, type Box, boxWhere, cellsIn, hasCell, meetsIn, type Shape, shared, wordAt } from "./box.ts";
import { isDecimal } from "./cells.ts";
import type { Group } from "./group.ts";
import { boxOfAskers } from "./space.ts";
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
  const { space } = group;
  const named = boxOfAskers(space, ({ name }) => name !== undefined);
  return space.dimensions.flatMap(({ subject, cells }, dimension) => {
    if (subject.kind !== "field" || cells.length < 2 || !cells.every(isDecimal)) return [];
    const laxer = firstPair(space.shape, lines, named, dimension, "laxer");
    if (!laxer) return [];
    const type = group.kind.fields.find(({ name }) => name === subject.name)?.type;
    const growsOneWay = isConcession(type) || firstPair(space.shape, lines, named, dimension, "stricter") !== undefined;
    return growsOneWay ? [{ field: subject.name, ...laxer }] : [];
  });
}

function isConcession(type: FieldType | undefined): boolean {
  return type?.kind === "percent" || type?.kind === "money";
}

type Pair = Omit<Slackening, "field">;

/** Two lines of different strictness where the one that decides more of a field is the laxer, or the stricter. */
function firstPair(
  shape: Shape,
  lines: readonly Standing[],
  named: Box,
  dimension: number,
  more: "laxer" | "stricter",
): Pair | undefined {
  const spans = lines.map(({ decides }) => decides.map((box) => spanOf(shape, box, dimension)));
  const hulls = lines.map(({ decides }) => around(shape, decides));
  for (const [index, stricter] of lines.entries())
    for (const [at, laxer] of lines.entries()) {
      if (laxer.strictness >= stricter.strictness) continue;
      const [hull, other] = [hulls[index], hulls[at]];
      if (!hull || !other || !meetsElsewhere(shape, hull, other, dimension)) continue;
      const [lower, higher] = [spans[index] ?? [], spans[at] ?? []];
      const pair =
        more === "laxer"
          ? grown(shape, lower, higher, named, dimension)
          : grown(shape, higher, lower, named, dimension);
      if (pair) return { stricter, laxer, before: pair[0], after: pair[1] };
    }
  return undefined;
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
