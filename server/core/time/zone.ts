import { create, getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import { dayMilliseconds, formatDate, formatMinute, minuteMilliseconds } from "./date.ts";
import type { Day, Instant, Minute } from "./spec.ts";

/** A time zone, with what has been learnt of its clock changes so far. */
export interface Zone {
  /** The name in its usual letter case, such as "Asia/Tokyo". */
  readonly id: string;
  readonly steady: Steady;
  readonly windows: Map<number, readonly Segment[]>;
}

/** A place on a zone's clock; `millisecond` counts within the minute. */
export interface LocalTime {
  readonly day: Day;
  readonly minute: Minute;
  readonly millisecond: number;
}

/** From `since` on the clock never changes; found once a search for the next change finds none. */
interface Steady {
  since: Instant;
  offset: number;
}

/** A time of one offset, which is the local time minus UTC in milliseconds. */
interface Segment {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

// Changes are collected window by window, so that two requests centuries apart cost two windows.
const windowMilliseconds = 128 * dayMilliseconds;
// Offsets lie between -12 h and +14 h, so a local time read as UTC and moved back by this is earlier than what it means.
const widestOffset = 15 * 3_600_000;
const farthest = 8.64e15 - 2 * windowMilliseconds;

/** UTC. */
export const utc: Zone = { id: "UTC", steady: { since: Number.NEGATIVE_INFINITY, offset: 0 }, windows: new Map() };

// Neither of the zones named here has changed its clock since; they skip the zone rules, whose first use takes longer than a whole check.
const tokyo: Zone = {
  id: "Asia/Tokyo",
  steady: { since: Date.UTC(1952, 0, 1), offset: 9 * 3_600_000 },
  windows: new Map(),
};

const zones = new Map<string, Zone>([utc, tokyo].map((zone) => [zone.id, zone]));

/** The zone of an IANA name in any letter case; undefined when there is none. */
export function zoneOf(name: string): Zone | undefined {
  return zones.get(name) ?? learntZone(name);
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetAt(zone: Zone, at: Instant): number {
  return at >= zone.steady.since ? zone.steady.offset : segmentAt(zone, at).offset;
}

/** The instant of a local time (RFC 5545, 3.3.5: in a gap with the offset before it, in an overlap the first); `minute` may pass 1440. */
export function toInstant(zone: Zone, day: Day, minute: Minute): Instant {
  const local = day * dayMilliseconds + minute * minuteMilliseconds;
  if (!Number.isFinite(local)) return local;
  const earliest = local - widestOffset;
  if (earliest >= zone.steady.since) return local - zone.steady.offset;
  let segment = segmentAt(zone, earliest);
  let before = segment.offset;
  while (local - segment.offset >= segment.end) {
    before = segment.offset;
    segment = segmentAt(zone, segment.end);
  }
  const instant = local - segment.offset;
  return instant >= segment.start ? instant : local - before;
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

function learntZone(name: string): Zone | undefined {
  try {
    // A bare offset ("+09:00") is no zone of the language: it knows no clock changes.
    if (!/^[A-Za-z]/.test(name)) return undefined;
    const id = create(0n, name).timeZoneId;
    const known = zones.get(id);
    const zone: Zone = known ?? { id, steady: { since: Number.POSITIVE_INFINITY, offset: 0 }, windows: new Map() };
    zones.set(id, zone);
    zones.set(name, zone);
    return zone;
  } catch {
    return undefined;
  }
}

function segmentAt(zone: Zone, at: Instant): Segment {
  const { since, offset } = zone.steady;
  if (at >= since) return { start: since, end: Number.POSITIVE_INFINITY, offset };
  if (!(Math.abs(at) <= farthest)) return { start: -Infinity, end: Infinity, offset: 0 };
  const index = Math.floor(at / windowMilliseconds);
  const window = zone.windows.get(index) ?? learnWindow(zone, index);
  return window.find((segment) => at < segment.end) ?? { start: at, end: Infinity, offset: 0 };
}

function learnWindow(zone: Zone, index: number): readonly Segment[] {
  const end = (index + 1) * windowMilliseconds;
  const segments: Segment[] = [];
  let record = create(BigInt(index * windowMilliseconds) * 1_000_000n, zone.id);
  while (record.epochMilliseconds < end) {
    const offset = offsetNanoseconds(record) / 1_000_000;
    const next = getTimeZoneTransition(record, "next");
    if (!next && record.epochMilliseconds < zone.steady.since) {
      zone.steady.since = record.epochMilliseconds;
      zone.steady.offset = offset;
    }
    segments.push({ start: record.epochMilliseconds, end: Math.min(next?.epochMilliseconds ?? end, end), offset });
    if (!next) break;
    record = next;
  }
  zone.windows.set(index, segments);
  return segments;
}
