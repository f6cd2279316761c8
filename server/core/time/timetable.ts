import { businessDaysIn, type Chunk, chunkBits, chunkDays, chunkOf } from "./chunk.ts";
import { dayMilliseconds } from "./date.ts";
import type { OpenTimes } from "./opening.ts";
import { clipped } from "./sets.ts";
import type { Day, Instant } from "./spec.ts";
import type { Zone } from "./zone.ts";

/** Where open times come from, and the chunks of them that were worked out so far. */
export interface Timetable {
  readonly zone: Zone;
  readonly openTimes: OpenTimes;
  readonly chunks: Map<number, Chunk>;
  /** Of every four chunks the one that was asked for last, by index modulo four: most questions are about those near it. */
  readonly recent: Chunk[];
}

/** How many days ahead openings, business days and deadlines are looked for: ten years (language.md M2). */
export const daysSearched = 3653;

/** `daysSearched` in milliseconds. */
export const timeSearched = daysSearched * dayMilliseconds;

const chunkMilliseconds = chunkDays * dayMilliseconds;
const margin = 4 * dayMilliseconds;
// Beyond the years 0 to 9999 nothing is open, so that no search runs away and every answer can be written as a date.
const firstIndex = Math.ceil(-719_528 / chunkDays);
const lastIndex = Math.floor(2_932_897 / chunkDays) - 1;
const firstDay = firstIndex * chunkDays;
const lastDay = lastIndex * chunkDays + chunkDays - 1;

/** What is open in times that no chunk is worked out for: nothing. */
const emptyChunk: Chunk = chunkOf([], [], (lastIndex + 2) * chunkDays);

/** `recent` before anything was asked for. */
export function nothingRecent(): Chunk[] {
  return [emptyChunk, emptyChunk, emptyChunk, emptyChunk];
}

/** The index of the chunk of an instant, kept between those of the years 0 and 9999. */
export function chunkIndex(at: Instant): number {
  return chunkIndexOfDay(Math.floor(at / dayMilliseconds));
}

/** The index of the chunk that counts a day, kept as those of instants are. */
export function chunkIndexOfDay(day: Day): number {
  if (day >= firstDay && day <= lastDay) return day >> chunkBits;
  return day > lastDay ? lastIndex + 1 : firstIndex - 1;
}

/** The first of the days that a chunk counts. */
export function firstDayOf(index: number): Day {
  return index * chunkDays;
}

/** The chunk of an index, worked out at the first request. */
export function chunkAt(timetable: Timetable, index: number): Chunk {
  const { recent } = timetable;
  const known = recent[index & 3];
  if (known?.index === index) return known;
  const chunk = timetable.chunks.get(index) ?? learntChunk(timetable, index);
  recent[index & 3] = chunk;
  return chunk;
}

function learntChunk(timetable: Timetable, index: number): Chunk {
  if (!(index >= firstIndex && index <= lastIndex)) return emptyChunk;
  const from = index * chunkMilliseconds;
  const to = from + chunkMilliseconds;
  const around = timetable.openTimes(from - margin, to + margin, []);
  const days = businessDaysIn(timetable.zone, around).filter(({ day }) => chunkIndexOfDay(day) === index);
  const chunk = chunkOf(clipped(around, from, to), days, firstDayOf(index));
  timetable.chunks.set(index, chunk);
  return chunk;
}
