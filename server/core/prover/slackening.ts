/** Limits that slacken: first asked for or refused, and then, for more, given more freely. */
import type { FieldType } from "../model/model.ts";
import { type Box, boxWhere, cellsIn, hasCell, type Shape, shared, wordAt } from "./box.ts";
import { isDecimal } from "./cells.ts";
import type { Group } from "./group.ts";
import type { Standing } from "./promises.ts";
import { boxOfAskers } from "./space.ts";

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
  for (const stricter of lines)
    for (const laxer of lines) {
      if (laxer.strictness >= stricter.strictness) continue;
      const [low, high] = more === "laxer" ? [stricter, laxer] : [laxer, stricter];
      for (const one of low.decides)
        for (const other of high.decides) {
          const pair = growing(shape, one, other, named, dimension);
          if (pair) return { stricter, laxer, before: pair[0], after: pair[1] };
        }
    }
  return undefined;
}

/** Requests of two boxes that are equal but for a dimension, in which the second is beyond the first. */
function growing(shape: Shape, low: Box, high: Box, named: Box, dimension: number): readonly [Box, Box] | undefined {
  const [first] = cellsIn(shape, low, dimension);
  const last = cellsIn(shape, high, dimension).at(-1);
  if (first === undefined || last === undefined || first >= last) return undefined;
  const around = shared(shape, elsewhere(shape, low, dimension), elsewhere(shape, high, dimension));
  const asked = around && shared(shape, around, named);
  if (!asked) return undefined;
  const at = (box: Box, picks: (cell: number) => boolean) =>
    shared(
      shape,
      asked,
      boxWhere(shape, dimension, (cell) => hasCell(shape, box, dimension, cell) && picks(cell)),
    );
  const [before, after] = [at(low, (cell) => cell < last), at(high, (cell) => cell > first)];
  return before && after && [before, after];
}

/** A box with every cell of one dimension. */
function elsewhere(shape: Shape, box: Box, dimension: number): Box {
  const wide = boxWhere(shape, dimension, () => true);
  const [from, to] = [wordAt(shape, dimension), wordAt(shape, dimension + 1)];
  return wide.map((word, at) => (at >= from && at < to ? word : (box[at] ?? 0)));
}
