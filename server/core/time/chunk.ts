import { piecesByDay } from "./opening.ts";
import { type InstantSet, at as instantAt } from "./sets.ts";
import type { Day, Instant } from "./spec.ts";
import { localDay, type Zone } from "./zone.ts";

/** The open times of 128 days of UTC, clipped to them, and the business days among the 128 days of the same numbers. */
export interface Chunk {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Open milliseconds of the chunk before each interval, and last its total. */
  readonly elapsed: Float64Array;
  readonly days: Float64Array;
  readonly dayOpens: Float64Array;
  readonly dayCloses: Float64Array;
  /** How many business days of the chunk lie before each of its days, and last their total. */
  readonly ranks: Uint8Array;
}

/** Days in a chunk. */
export const chunkDays = 128;

/** A date on which an interval starts, its first opening and the end of the last interval that starts on it. */
export interface BusinessDay {
  readonly day: Day;
  readonly open: Instant;
  readonly close: Instant;
}

/** The business days of a set, in order; a date that is wholly open is one by itself. */
export function businessDaysIn(zone: Zone, set: InstantSet): readonly BusinessDay[] {
  const pieces = piecesByDay(zone, set);
  const days = new Map<Day, BusinessDay>();
  for (let index = 0; index < pieces.length; index += 2) {
    const [open, close] = [instantAt(pieces, index), instantAt(pieces, index + 1)];
    const day = localDay(zone, open);
    days.set(day, { day, open: days.get(day)?.open ?? open, close });
  }
  return [...days.values()].sort((left, right) => left.day - right.day);
}

/** A chunk of a clipped set and of the business days among the days from `firstDay`. */
export function chunkOf(set: InstantSet, days: readonly BusinessDay[], firstDay: Day): Chunk {
  const opens = Float64Array.from({ length: set.length / 2 }, (_, index) => instantAt(set, index * 2));
  const closes = Float64Array.from(opens, (_, index) => instantAt(set, index * 2 + 1));
  const elapsed = new Float64Array(opens.length + 1);
  for (let index = 0; index < opens.length; index++)
    elapsed[index + 1] = valueAt(elapsed, index) + valueAt(closes, index) - valueAt(opens, index);
  return {
    opens,
    closes,
    elapsed,
    days: Float64Array.from(days, ({ day }) => day),
    dayOpens: Float64Array.from(days, ({ open }) => open),
    dayCloses: Float64Array.from(days, ({ close }) => close),
    ranks: ranksOf(days, firstDay),
  };
}

/** The index of the last element that is not greater than a value; -1 when all are. */
export function lastIndexAt(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(sorted, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The element at an index; NaN beyond the ends. */
export function valueAt(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Whether an instant lies in the interval at an index (-1: none). */
export function isInside(chunk: Chunk, index: number, at: Instant): boolean {
  return index >= 0 && at < valueAt(chunk.closes, index);
}

/** Open milliseconds of a chunk before an instant. */
export function elapsedAt(chunk: Chunk, at: Instant): number {
  const index = lastIndexAt(chunk.opens, at);
  return index < 0
    ? 0
    : valueAt(chunk.elapsed, index) + Math.min(at, valueAt(chunk.closes, index)) - valueAt(chunk.opens, index);
}

/** Open milliseconds of a chunk. */
export function totalOf(chunk: Chunk): number {
  return valueAt(chunk.elapsed, chunk.opens.length);
}

/** The first instant of a chunk by which `wanted` of its open milliseconds have passed; 0 < wanted <= total. */
export function instantAfter(chunk: Chunk, wanted: number): Instant {
  const atOrBefore = lastIndexAt(chunk.elapsed, wanted);
  const index = valueAt(chunk.elapsed, atOrBefore) === wanted ? atOrBefore - 1 : atOrBefore;
  return valueAt(chunk.opens, index) + wanted - valueAt(chunk.elapsed, index);
}

/** How many business days of a chunk lie before a day, given the first day that the chunk counts. */
export function rankOf(chunk: Chunk, firstDay: Day, day: Day): number {
  return chunk.ranks[day - firstDay] ?? 0;
}

function ranksOf(days: readonly BusinessDay[], firstDay: Day): Uint8Array {
  const ranks = new Uint8Array(chunkDays + 1);
  for (const { day } of days) ranks[day - firstDay + 1] = 1;
  for (let index = 1; index <= chunkDays; index++) ranks[index] = (ranks[index] ?? 0) + (ranks[index - 1] ?? 0);
  return ranks;
}
