/** Where a point of random models lies in the prover's space. */
import { parseDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { type Cell, isCellOf } from "../../../server/core/prover/space/cells.ts";
import type { Dimension, Space } from "../../../server/core/prover/space/space.ts";
import type { Point } from "./conditions.ts";

/** The cell of each dimension in which a point lies. */
export function cellsAt({ dimensions }: Space, point: Point): readonly number[] {
  return dimensions.map((dimension) => {
    const { subject, cells } = dimension;
    if (subject.kind !== "field") return cells.findIndex((each) => isOfCell(each, dimension, point));
    const value = fieldOf(subject.name, point, dimension);
    return cells.findIndex((each) => isCellOf(each, value, cells));
  });
}

/** Midnight in Tokyo of 2026-04-01, from which points count their hours. */
const firstMidnight = Date.UTC(2026, 2, 31, 15);
/** 2026-03-31 is 20,543 days after 1970-01-01. */
const dayZero = 20543;

function isOfCell(cell: Cell, { subject, cells }: Dimension, point: Point): boolean {
  switch (subject.kind) {
    // Looked up above, once for all cells.
    case "field":
      return false;
    case "attribute":
      return isCellOf(cell, point.tier === undefined ? undefined : { kind: "name", name: point.tier }, cells);
    case "customer": {
      const isNamed = cells.some((each) => each.kind === "name" && each.name === point.customer);
      return cell.kind === "name" && cell.name === (isNamed ? point.customer : undefined);
    }
    case "channel":
      return cell.kind === "name" && cell.name === point.channel;
    case "asker":
      return cell.kind === "asker" && cell.name === point.asker;
    case "time": {
      const at = firstMidnight + point.hour * 3_600_000;
      return cell.kind === "moments" && cell.intervals.some(({ open, close }) => open <= at && at < close);
    }
    default:
      return subject satisfies never;
  }
}

function fieldOf(name: string, point: Point, dimension: Dimension): Constant | undefined {
  switch (name) {
    case "severity":
      return { kind: "name", name: point.severity };
    case "rate":
    case "cost":
    case "size":
    case "lead": {
      const value = parseDecimal(String(point[name]));
      return value && { kind: "decimal", value };
    }
    case "due": {
      return { kind: "day", day: dayLike(dayZero + point.due, dimension) };
    }
    case "clock":
      return { kind: "time", minute: point.clock };
    case "note":
      return { kind: "text", text: point.note };
    default:
      return undefined;
  }
}

/** The date itself, or the like of it at the end of the dates that a space knows: of the same weekday, or the same day of the year where that is asked about. */
function dayLike(day: number, { cells, atoms }: Dimension): number {
  const { first, last } = knownDays(cells);
  if (last - first < 100) return Math.max(first, Math.min(last, day));
  const ofYear = atoms.some(
    (each) => each.kind === "atom" && each.atom.kind === "on" && each.atom.days.kind === "monthdays",
  );
  const isLike = (other: number) => (ofYear ? dayOfYear(other) === dayOfYear(day) : (other - day) % 7 === 0);
  let like = Math.max(first, Math.min(last, day));
  while (like !== day && !isLike(like)) like += day > last ? -1 : 1;
  return like;
}

function dayOfYear(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(5, 10);
}

/** The first and the last date that a space knows: those long ago and far ahead are like them. */
function knownDays(cells: readonly Cell[]): { readonly first: number; readonly last: number } {
  const ends = cells.flatMap((each) => (each.kind === "days" ? [each.days[0] ?? 0, each.days.at(-1) ?? 0] : []));
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
