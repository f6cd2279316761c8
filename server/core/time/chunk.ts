import { dayMilliseconds } from "./date.ts";
import { piecesByDay } from "./opening.ts";
import { type InstantSet, at as instantAt } from "./sets.ts";
import type { Day, Deadline, Instant } from "./spec.ts";
import { localDay, type Zone } from "./zone.ts";

/**
 * The open times of 128 days of UTC, clipped to them, and the business days among the 128 days of the same numbers. Where a
 * search may look one place too far, there is an end to find: a list that was once read beyond its last place gives numbers
 * more slowly ever after.
 */
export interface Chunk {
  /** Which of the stretches of 128 days it is, counted from 1970-01-01. */
  readonly index: number;
  readonly firstDay: Day;
  /** How many intervals there are. */
  readonly intervals: number;
  /** The end of time at last. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Open milliseconds of the chunk before each interval, and last its total. */
  readonly elapsed: Float64Array;
  /** How many business days there are. */
  readonly businessDays: number;
  /** No day at last. */
  readonly days: Float64Array;
  readonly dayOpens: Float64Array;
  readonly dayCloses: Float64Array;
  /** How many business days of the chunk lie before each of its days, and last their total. */
  readonly ranks: Uint8Array;
  /** How many intervals open at or before the start of each day of UTC, so that a look-up begins next to what it looks for. */
  readonly counts: Uint32Array;
}

/** Days in a chunk, as a power of two: which chunk a day lies in is then a shift, where dividing is slow. */
export const chunkBits = 7;

/** Days in a chunk. */
export const chunkDays = 2 ** chunkBits;

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
  const from = firstDay * dayMilliseconds;
  const intervals = set.length / 2;
  const opens = endless(intervals, (index) => instantAt(set, index * 2));
  const closes = endless(intervals, (index) => instantAt(set, index * 2 + 1));
  return {
    // Not divided: what is looked at with every question is to be kept as a whole number.
    index: firstDay >> chunkBits,
    firstDay,
    intervals,
    opens,
    closes,
    elapsed: elapsedOf(opens, closes, intervals),
    businessDays: days.length,
    days: Float64Array.from([...days.map(({ day }) => day), Number.NaN]),
    dayOpens: Float64Array.from(days, ({ open }) => open),
    dayCloses: Float64Array.from(days, ({ close }) => close),
    ranks: ranksOf(days, firstDay),
    counts: Uint32Array.from(
      { length: chunkDays },
      (_, day) => lastIndexAtOrBelow(opens, from + day * dayMilliseconds) + 1,
    ),
  };
}

function endless(length: number, value: (index: number) => number): Float64Array {
  return Float64Array.from({ length: length + 1 }, (_, index) =>
    index < length ? value(index) : Number.POSITIVE_INFINITY,
  );
}

/** The index of the last interval that opens at or before an instant; -1 when none does. */
export function indexAt(chunk: Chunk, at: Instant): number {
  const { opens, counts } = chunk;
  const day = Math.floor(at / dayMilliseconds) - chunk.firstDay;
  if (!(day >= 0)) return -1;
  if (day >= chunkDays) return chunk.intervals - 1;
  let index = (counts[day] ?? 0) - 1;
  while (valueAt(opens, index + 1) <= at) index += 1;
  return index;
}

/** The element at an index, which callers keep within the list. */
export function valueAt(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Whether an instant lies in the interval at an index (-1: none). */
export function isInside(chunk: Chunk, index: number, at: Instant): boolean {
  return index >= 0 && at < valueAt(chunk.closes, index);
}

/** Open milliseconds of a chunk before an instant. */
export function elapsedAt(chunk: Chunk, at: Instant): number {
  const index = indexAt(chunk, at);
  if (index < 0) return 0;
  return valueAt(chunk.elapsed, index) + Math.min(at, valueAt(chunk.closes, index)) - valueAt(chunk.opens, index);
}

/** Open milliseconds of a chunk. */
export function totalOf(chunk: Chunk): number {
  return valueAt(chunk.elapsed, chunk.intervals);
}

/** The first instant of a chunk by which `wanted` of its open milliseconds have passed (0 < wanted <= total). */
export function instantAfter(chunk: Chunk, wanted: number): Instant {
  const index = intervalAfter(chunk, wanted, 0);
  return valueAt(chunk.opens, index) + wanted - valueAt(chunk.elapsed, index);
}

/** The deadline of so many open milliseconds (more than 0) where all of it lies in one chunk; undefined where it does not. */
export function deadlineWithin(chunk: Chunk, at: Instant, milliseconds: number): Deadline | undefined {
  const { opens, closes, elapsed } = chunk;
  const before = indexAt(chunk, at);
  const first = isInside(chunk, before, at) ? before : before + 1;
  const wanted = milliseconds + valueAt(elapsed, first) + Math.max(0, at - valueAt(opens, first));
  if (!(wanted <= totalOf(chunk))) return undefined;
  const last = intervalAfter(chunk, wanted, first);
  const deadline = valueAt(opens, last) + wanted - valueAt(elapsed, last);
  const breachedAfter = deadline < valueAt(closes, last) ? deadline : valueAt(opens, last + 1);
  return breachedAfter === Number.POSITIVE_INFINITY ? undefined : { deadline, breachedAfter };
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

function elapsedOf(opens: Float64Array, closes: Float64Array, intervals: number): Float64Array {
  const elapsed = new Float64Array(intervals + 1);
  for (let index = 0; index < intervals; index++)
    elapsed[index + 1] = valueAt(elapsed, index) + valueAt(closes, index) - valueAt(opens, index);
  return elapsed;
}

/** The interval, from one on, in which `wanted` open milliseconds are reached; short ways are walked, long ones searched. */
function intervalAfter({ elapsed, intervals }: Chunk, wanted: number, from: number): number {
  const far = Math.min(from + 8, intervals);
  let index = valueAt(elapsed, far) < wanted ? lastIndexAtOrBelow(elapsed, wanted) - 1 : from;
  while (valueAt(elapsed, index + 1) < wanted) index += 1;
  return index;
}

/** The index of the last element of a sorted array that is not greater than a value; -1 when all are. */
function lastIndexAtOrBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(sorted, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
