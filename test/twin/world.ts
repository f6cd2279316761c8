/*
 * A few weeks, minute by minute: what the clock of each zone shows, as the platform says. Minutes are counted from the
 * world's start; nothing is known beyond its end.
 */

/** How many days a world has. */
export const worldDays = 44;
/** Answers nearer than this to a world's end count as beyond it. */
const edgeDays = 4;
const dayMinutes = 1440;
const minuteLength = 60_000;

/** Some weeks from a midnight of UTC on. */
export interface World {
  /** Epoch minutes. */
  readonly start: number;
  readonly length: number;
  /** The days of "holidays of …", by region. */
  readonly holidays: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The clock of a zone in a world. */
export interface Clock {
  readonly zone: string;
  /** Local minutes since 1970-01-01T00:00, at each minute of the world. */
  readonly local: Int32Array;
  /** The first minute of the world at which each local minute is shown, from `local[0]` on; -1 in a gap. */
  readonly firstShown: Int32Array;
}

/** Something outside of the weeks that the twin knows. */
export class Beyond extends Error {}

/** A world from a day on. */
export function worldFrom(startDay: number, holidays: ReadonlyMap<string, ReadonlySet<number>>): World {
  return { start: startDay * dayMinutes, length: worldDays * dayMinutes, holidays };
}

/** The epoch milliseconds of a minute of the world. */
export function instantOf(world: World, minute: number): number {
  return (world.start + minute) * minuteLength;
}

/** Whether a minute is too near to the world's end, or behind it, to be sure of. */
export function isBeyond(world: World, minute: number): boolean {
  return minute >= world.length - edgeDays * dayMinutes;
}

const clocks = new Map<string, Clock>();

/** The clock of a zone, asked every quarter of an hour: no zone changes its clock at another minute in the weeks compared. */
export function clockOf(world: World, zone: string): Clock {
  const key = zone + world.start;
  const known = clocks.get(key) ?? readClock(world, zone);
  clocks.set(key, known);
  return known;
}

function readClock(world: World, zone: string): Clock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const local = new Int32Array(world.length);
  for (let minute = 0; minute < world.length; minute += 15) {
    const parts = format.formatToParts(instantOf(world, minute));
    const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const shown = Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"));
    for (let more = 0; more < 15; more++) local[minute + more] = shown / minuteLength + more;
  }
  const firstShown = new Int32Array(world.length + 2 * dayMinutes).fill(-1);
  for (let minute = world.length - 1; minute >= 0; minute--) firstShown[at(local, minute) - at(local, 0)] = minute;
  return { zone, local, firstShown };
}

/**
 * The minute at which a clock first shows a time; in a gap the one by the offset before it (RFC 5545 3.3.5); the world's
 * ends for what lies outside.
 */
export function minuteOf(clock: Clock, day: number, minuteOfDay: number): number {
  const wanted = day * dayMinutes + minuteOfDay;
  const index = wanted - at(clock.local, 0);
  if (index < 0) return 0;
  if (wanted > at(clock.local, clock.local.length - 1)) return clock.local.length;
  const shown = at(clock.firstShown, index);
  if (shown >= 0) return shown;
  let after = 0;
  while (at(clock.local, after) <= wanted) after++;
  return after - 1 + wanted - at(clock.local, after - 1);
}

/** The date that a clock shows at a minute. */
export function dayAt(clock: Clock, minute: number): number {
  if (minute >= clock.local.length || minute < 0) throw new Beyond("no date is known at minute " + minute);
  return Math.floor(at(clock.local, minute) / dayMinutes);
}

/** The minutes since midnight that a clock shows. */
export function minuteOfDayAt(clock: Clock, minute: number): number {
  return at(clock.local, minute) - dayAt(clock, minute) * dayMinutes;
}

/** The first and the last date that a clock shows. */
export function daysOf(clock: Clock): { readonly first: number; readonly last: number } {
  return { first: dayAt(clock, 0), last: dayAt(clock, clock.local.length - 1) };
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? Number.NaN;
}
