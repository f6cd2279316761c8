/** How the values of one subject are split into cells, so that no condition can tell two values of a cell apart. */
import { grainOf } from "../../model/constant.ts";
import type { Decimal } from "../../model/decimal.ts";
import type { Constant, FieldType } from "../../model/model.ts";
import type { Day, Interval, Minute } from "../../time/spec.ts";
import { type Atom, orderOf } from "./atoms.ts";
import { isNothingBetween, someAbove, someBelow, someBetween } from "./round.ts";

/** A part of what one subject can be; `value` stands for all of it. */
export type Cell =
  | { readonly kind: "value"; readonly value: Constant }
  /** A text that no condition names. */
  | { readonly kind: "other"; readonly value: Constant }
  /** Strictly between two constants; undefined: without that limit. */
  | {
      readonly kind: "between";
      readonly value: Constant;
      readonly low: Constant | undefined;
      readonly high: Constant | undefined;
    }
  /** The customer has no such attribute, or there is no customer. */
  | { readonly kind: "absent" }
  /** A customer or a channel; undefined: none of those that are named, or none at all. */
  | { readonly kind: "name"; readonly name: string | undefined }
  /** A team, or a person of several; undefined: nobody is named. */
  | { readonly kind: "asker"; readonly name: string | undefined; readonly teams: readonly string[] }
  /** Dates of which the same comparisons hold, by their number in the dimension. */
  | {
      readonly kind: "days";
      readonly value: Constant;
      readonly days: readonly Day[];
      readonly holds: ReadonlySet<number>;
    }
  /** Times of the request of which the same comparisons hold, by their number in the dimension. */
  | { readonly kind: "moments"; readonly intervals: readonly Interval[]; readonly holds: ReadonlySet<number> };

/** The cells of a field or attribute, split where comparisons ask; dates have theirs from the calendar. */
export function cellsOfType(type: FieldType, atoms: readonly Atom[]): readonly Cell[] {
  switch (type.kind) {
    case "enum":
      return type.values.map((name) => ({ kind: "value", value: { kind: "name", name } }));
    case "text":
      return textCells(atoms);
    case "percent":
    case "number":
    case "money":
    case "duration":
      return decimalCells(type, atoms);
    case "time":
      return minuteCells(atoms);
    case "date":
      return [];
    default:
      return type satisfies never;
  }
}

/** The constants that comparisons ask for, each once, in their order. */
export function constantsIn(atoms: readonly Atom[]): readonly Constant[] {
  const all = atoms.flatMap((atom) => (atom.kind === "is" ? atom.values : atom.kind === "compare" ? [atom.value] : []));
  const sorted = [...all].sort((one, other) => orderOf(one, other) ?? 0);
  return sorted.filter((each, index) => sorted.findIndex((other) => orderOf(each, other) === 0) === index);
}

function textCells(atoms: readonly Atom[]): readonly Cell[] {
  const values = constantsIn(atoms).filter((each) => each.kind === "text");
  const known = new Set(values.map(({ text }) => text));
  let text = "…";
  while (known.has(text)) text += "…";
  return [...values.map((value): Cell => ({ kind: "value", value })), { kind: "other", value: { kind: "text", text } }];
}

/** Points and the open intervals around them, without those that hold no value of the type. */
function decimalCells(type: FieldType, atoms: readonly Atom[]): readonly Cell[] {
  const points = constantsIn(atoms).flatMap((each) => (each.kind === "decimal" ? [each.value] : []));
  const [lowest, highest] = [points[0], points.at(-1)];
  if (!lowest || !highest) return [between({ unscaled: 1n, scale: 0 }, undefined, undefined)];
  const grain = grainOf(type);
  const inner = points.flatMap((point, index): readonly Cell[] => {
    const next = points[index + 1];
    const cell: Cell = { kind: "value", value: decimal(point) };
    if (!next || isNothingBetween(point, next, grain)) return [cell];
    return [cell, between(someBetween(point, next), point, next)];
  });
  const below = someBelow(lowest, type.kind === "number");
  const first = below ? [between(below, undefined, lowest)] : [];
  return [...first, ...inner, between(someAbove(highest), highest, undefined)];
}

function between(value: Decimal, low: Decimal | undefined, high: Decimal | undefined): Cell {
  return {
    kind: "between",
    value: decimal(value),
    low: low && decimal(low),
    high: high && decimal(high),
  };
}

function decimal(value: Decimal): Constant {
  return { kind: "decimal", value };
}

const lastMinute = 1440;

function minuteCells(atoms: readonly Atom[]): readonly Cell[] {
  const points = constantsIn(atoms).flatMap((each) => (each.kind === "time" ? [each.minute] : []));
  const cells: Cell[] = [];
  let previous: Minute | undefined;
  for (const point of points) {
    addMinutes(cells, previous, point);
    cells.push({ kind: "value", value: { kind: "time", minute: point } });
    previous = point;
  }
  addMinutes(cells, previous, undefined);
  return cells;
}

/** The minutes between two, if there are any; the middle, rounded to a quarter of an hour where that fits. */
function addMinutes(into: Cell[], low: Minute | undefined, high: Minute | undefined): void {
  const [first, last] = [low === undefined ? 0 : low + 1, high === undefined ? lastMinute : high - 1];
  if (first > last) return;
  const middle = (first + last) >> 1;
  const round = Math.ceil(middle / 15) * 15;
  const value: Constant = { kind: "time", minute: round <= last ? round : middle };
  const time = (minute: Minute | undefined): Constant | undefined =>
    minute === undefined ? undefined : { kind: "time", minute };
  into.push({ kind: "between", value, low: time(low), high: time(high) });
}

/** Whether a cell is a number or an amount that is compared by size. */
export function isDecimal(cell: Cell): boolean {
  return "value" in cell && cell.value.kind === "decimal";
}

/** Whether a value lies in a cell; an absent one lies in the cell for that. */
export function isCellOf(cell: Cell | undefined, value: Constant | undefined, cells: readonly Cell[]): boolean {
  if (cell === undefined || value === undefined) return cell?.kind === "absent";
  switch (cell.kind) {
    case "value":
      return orderOf(cell.value, value) === 0;
    case "between": {
      const isAbove = cell.low === undefined || (orderOf(value, cell.low) ?? -1) > 0;
      return isAbove && (cell.high === undefined || (orderOf(value, cell.high) ?? 1) < 0);
    }
    case "other":
      return !cells.some((each) => each.kind === "value" && orderOf(each.value, value) === 0);
    case "days":
      return value.kind === "day" && cell.days.includes(value.day);
    case "absent":
    case "name":
    case "asker":
    case "moments":
      return false;
    default:
      return cell satisfies never;
  }
}
