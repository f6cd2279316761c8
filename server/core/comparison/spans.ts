/** Open times as people say them: times of day on weekdays or dates. */
import { weekdayOf } from "../time/date.ts";
import { minus } from "../time/sets.ts";
import type { Day, Instant, Interval, Minute } from "../time/spec.ts";
import { toInstant, toLocal, type Zone } from "../time/zone.ts";

/** A time of day on some days. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
  readonly first: Day;
  readonly last: Day;
  readonly days: readonly Day[];
  /** Bit 0 = Monday; undefined where the days follow no week. */
  readonly weekdays: number | undefined;
}

/** What is open in the first and not in the second. */
export function openOnlyIn(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  const [ours, theirs] = [one, other].map((set) => set.flatMap(({ open, close }) => [open, close]));
  const rest = minus(ours ?? [], theirs ?? []);
  return Array.from({ length: rest.length / 2 }, (_, index) => ({
    open: rest[index * 2] ?? 0,
    close: rest[index * 2 + 1] ?? 0,
  }));
}

/** Intervals by their times of day, those on the most days first. */
export function spansOf(intervals: readonly Interval[], zone: Zone): readonly Span[] {
  const byTimes = new Map<string, { from: Minute; to: Minute; days: Day[] }>();
  for (const { day, from, to } of intervals.flatMap((each) => piecesOf(each, zone))) {
    const known = byTimes.get(`${from} ${to}`);
    if (known) known.days.push(day);
    else byTimes.set(`${from} ${to}`, { from, to, days: [day] });
  }
  const spans = [...byTimes.values()].map(({ from, to, days }): Span => {
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    return { from, to, first, last, days, weekdays: weekdaysOf(days, first, last) };
  });
  return spans.sort((one, other) => other.days.length - one.days.length || one.first - other.first);
}

interface Piece {
  readonly day: Day;
  readonly from: Minute;
  readonly to: Minute;
}

/** An interval cut at midnights. */
function piecesOf({ open, close }: Interval, zone: Zone): readonly Piece[] {
  const pieces: Piece[] = [];
  let at: Instant = open;
  while (at < close) {
    const { day, minute } = toLocal(zone, at);
    const midnight = toInstant(zone, day + 1, 0);
    const end = Math.min(close, midnight);
    pieces.push({ day, from: minute, to: end === midnight ? 1440 : toLocal(zone, end).minute });
    at = end;
  }
  return pieces;
}

const mostMissing = 0.25;

/** The weekdays of days that come nearly every week between the first and the last; holidays may be missing. */
function weekdaysOf(days: readonly Day[], first: Day, last: Day): number | undefined {
  if (days.length < 4) return undefined;
  const mask = days.reduce((bits, day) => bits | (1 << weekdayOf(day)), 0);
  let all = 0;
  for (let day = first; day <= last; day += 1) if (((mask >> weekdayOf(day)) & 1) === 1) all += 1;
  return days.length >= all * (1 - mostMissing) ? mask : undefined;
}
