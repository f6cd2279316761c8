import type { TableRow, TargetTable, Value } from "../syntax/tree.ts";
import { type Linking, placeOf } from "./linking.ts";
import { textOf } from "./valueText.ts";

/** Reports each row that one request could match together with an earlier row (language.md, target tables). */
export function reportOverlaps(linking: Linking, table: TargetTable): void {
  const rows = table.rows.filter((row) => row.values.length === table.fields.length);
  const shapes = [...new Map(rows.map((row) => [shapeOf(row), row])).values()].slice(0, mostShapes);
  const earlier = new Map<string, TableRow>();
  for (const row of rows) {
    const keys = shapes.map((shape) => comparedCells(row, shape));
    const first = shapes.map((shape, index) => earlier.get(shapeOf(shape) + keys[index])).find((each) => each);
    if (first)
      linking.problems.push({ kind: "overlapping rows", place: placeOf(linking, row), first: placeOf(linking, first) });
    for (const key of keys) {
      const shaped = shapeOf(row) + key;
      if (!earlier.has(shaped)) earlier.set(shaped, row);
    }
  }
}

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
