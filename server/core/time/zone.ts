import { create, getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import { dayMilliseconds, dayOf, formatDate, formatMinute, minuteMilliseconds } from "./date.ts";
import type { Day, Instant, Minute } from "./spec.ts";

/** A time zone, with what has been learnt of its clock so far. */
export interface Zone {
  /** The name in its usual letter case, such as "Asia/Tokyo". */
  readonly id: string;
  /** Known stretches of one offset, in order, and the one that was asked for last: most questions are about the same one. */
  readonly memory: { stretches: readonly Stretch[]; recent: Stretch };
}

/** A place on a zone's clock; `millisecond` counts within the minute. */
export interface LocalTime {
  readonly day: Day;
  readonly minute: Minute;
  readonly millisecond: number;
}

/** A time of one offset (local time minus UTC, milliseconds); it ends at a clock change, and may be known from later than its start. */
interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

// Offsets lie between -12 h and +14 h, so a local time read as UTC and moved back by this is earlier than what it means.
const widestOffset = 15 * 3_600_000;
// A stretch is learnt from a little before the instant asked for, so that earlier questions seldom have to learn it again.
const windowMilliseconds = 128 * dayMilliseconds;
const farthest = 8.64e15 - 2 * windowMilliseconds;
const unknown: Stretch = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, offset: 0 };

/** UTC. */
export const utc: Zone = steadyZone("UTC", unknown);

// Tokyo has not changed its clock since 1951: it needs no zone rules, whose first use takes longer than checking a folder.
const tokyo = steadyZone("Asia/Tokyo", {
  start: dayOf(1952, 1, 1) * dayMilliseconds,
  end: Number.POSITIVE_INFINITY,
  offset: 9 * 3_600_000,
});

const zones = new Map<string, Zone>([utc, tokyo].map((zone) => [zone.id, zone]));

/** The zone of an IANA name in any letter case; undefined when there is none. */
export function zoneOf(name: string): Zone | undefined {
  return zones.get(name) ?? learntZone(name);
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetAt(zone: Zone, at: Instant): number {
  return stretchAt(zone, at).offset;
}

/** The instant of a local time (RFC 5545, 3.3.5: in a gap with the offset before it, in an overlap the first); `minute` may pass 1440. */
export function toInstant(zone: Zone, day: Day, minute: Minute): Instant {
  const local = day * dayMilliseconds + minute * minuteMilliseconds;
  let stretch = stretchAt(zone, local - widestOffset);
  let before = stretch.offset;
  while (local - stretch.offset >= stretch.end && stretch.end < Number.POSITIVE_INFINITY) {
    before = stretch.offset;
    stretch = stretchAt(zone, stretch.end);
  }
  const instant = local - stretch.offset;
  return instant >= stretch.start ? instant : local - before;
}

/** The day that a zone's calendar shows at an instant. */
export function localDay(zone: Zone, at: Instant): Day {
  return Math.floor((at + offsetAt(zone, at)) / dayMilliseconds);
}

/** What a zone's clock shows at an instant. */
export function toLocal(zone: Zone, at: Instant): LocalTime {
  const local = at + offsetAt(zone, at);
  const day = Math.floor(local / dayMilliseconds);
  const inDay = local - day * dayMilliseconds;
  const minute = Math.floor(inDay / minuteMilliseconds);
  return { day, minute, millisecond: inDay - minute * minuteMilliseconds };
}

/** An instant on a zone's clock as "2026-08-24T14:00", seconds cut. */
export function formatInstant(zone: Zone, at: Instant): string {
  const local = toLocal(zone, at);
  return formatDate(local.day) + "T" + formatMinute(local.minute);
}

/** The offset, such as "+01:00", of an instant at which the clock was set back and shows what it showed before; else "". */
export function offsetOfRepeated(zone: Zone, at: Instant): string {
  const { day, minute, millisecond } = toLocal(zone, at);
  if (toInstant(zone, day, minute) + millisecond === at) return "";
  const offset = Math.trunc(offsetAt(zone, at) / minuteMilliseconds);
  return (offset < 0 ? "-" : "+") + formatMinute(Math.abs(offset));
}

function steadyZone(id: string, stretch: Stretch): Zone {
  return { id, memory: { stretches: [stretch], recent: stretch } };
}

function learntZone(name: string): Zone | undefined {
  const id = idOf(name);
  if (id === undefined) return undefined;
  const zone: Zone = zones.get(id) ?? { id, memory: { stretches: [], recent: { ...unknown, end: -Infinity } } };
  zones.set(id, zone);
  zones.set(name, zone);
  return zone;
}

function idOf(name: string): string | undefined {
  // A bare offset ("+09:00") is no zone of the language: it knows no clock changes.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return create(0n, name).timeZoneId;
  } catch {
    return undefined;
  }
}

function stretchAt(zone: Zone, at: Instant): Stretch {
  const { memory } = zone;
  if (covers(memory.recent, at)) return memory.recent;
  if (!(Math.abs(at) <= farthest)) return unknown;
  memory.recent = memory.stretches.find((stretch) => covers(stretch, at)) ?? learntStretch(zone, at);
  return memory.recent;
}

function covers(stretch: Stretch, at: Instant): boolean {
  return stretch.start <= at && at < stretch.end;
}

function learntStretch({ id, memory }: Zone, at: Instant): Stretch {
  let stretch = stretchFrom(id, Math.floor(at / windowMilliseconds) * windowMilliseconds);
  while (stretch.end <= at) stretch = stretchFrom(id, stretch.end);
  const others = memory.stretches.filter(({ end }) => end !== stretch.end);
  memory.stretches = [...others, stretch].sort((left, right) => left.start - right.start);
  return stretch;
}

function stretchFrom(id: string, start: Instant): Stretch {
  const record = create(BigInt(start) * 1_000_000n, id);
  const next = getTimeZoneTransition(record, "next");
  const end = next?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return { start, end, offset: offsetNanoseconds(record) / 1_000_000 };
}
