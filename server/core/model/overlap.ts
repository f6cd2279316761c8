import type { TableRow, TargetTable, Value } from "../syntax/tree.ts";
import { type Linking, placeOf } from "./linking.ts";
import type { Place } from "./model.ts";
import { textOf } from "./valueText.ts";

/**
 * Reports each row that one request could match together with an earlier row (language.md, target tables), with the values that its `any`
 * could be: `values` are those of each column, where it has a list of them.
 */
export function reportOverlaps(
  linking: Linking,
  table: TargetTable,
  values: readonly (readonly string[] | undefined)[],
): void {
  const rows = table.rows.filter((row) => row.values.length === table.fields.length);
  const shapes = [...new Map(rows.map((row) => [shapeOf(row), row])).values()].slice(0, mostShapes);
  const earlier = new Map<string, TableRow>();
  let told = 0;
  rows.forEach((row, place) => {
    const keys = shapes.map((shape) => comparedCells(row, shape));
    const first = shapes.map((shape, index) => earlier.get(shapeOf(shape) + keys[index])).find((each) => each);
    if (first) {
      told += 1;
      const left =
        told > mostWithLeft ? undefined : leftIn(linking, row, first, { before: rows.slice(0, place), values });
      const [at, earlierRow] = [placeOf(linking, row), placeOf(linking, first)];
      linking.problems.push({ kind: "overlapping rows", place: at, first: earlierRow, left });
    }
    for (const key of keys) {
      const shaped = shapeOf(row) + key;
      if (!earlier.has(shaped)) earlier.set(shaped, row);
    }
  });
}

/** The first `any` of a row that an earlier row narrows, with the values for which no earlier row is met. */
function leftIn(
  linking: Linking,
  row: TableRow,
  first: TableRow,
  {
    before,
    values,
  }: { readonly before: readonly TableRow[]; readonly values: readonly (readonly string[] | undefined)[] },
): { readonly place: Place; readonly values: readonly string[] } | undefined {
  const column = row.values.findIndex((value, index) => {
    const other = first.values[index];
    return values[index] && isAny(value) && other && !isAny(other);
  });
  const [cell, all] = [row.values[column], values[column]];
  if (!cell || !all) return undefined;
  const taken = (text: string) =>
    before.some((other) => meets(row, other, (index) => (index === column ? text : undefined)));
  return { place: placeOf(linking, cell), values: all.filter((text) => !taken(text)) };
}

function meets(row: TableRow, other: TableRow, instead: (index: number) => string | undefined): boolean {
  return row.values.every((value, index) => {
    const another = other.values[index];
    const text = instead(index) ?? (isAny(value) ? undefined : textOf(value));
    return text === undefined || !another || isAny(another) || textOf(another) === text;
  });
}

/** Of a table with very many such rows the first are told with what is left: that takes a look at all rows before. */
const mostWithLeft = 20;

/** The cells that decide whether the row meets one of that shape: those where neither says `any`. */
function comparedCells(row: TableRow, shape: TableRow): string {
  return JSON.stringify(
    row.values.map((value, index) => {
      const other = shape.values[index];
      return isAny(value) || !other || isAny(other) ? null : textOf(value);
    }),
  );
}

function shapeOf(row: TableRow): string {
  return row.values.map((value) => (isAny(value) ? "*" : "=")).join("");
}

function isAny(value: Value): boolean {
  return value.kind === "name" && value.text === "any";
}

/** Rows with `any` in yet other columns are not compared, so that a huge table costs little. */
const mostShapes = 32;
