import { elapsedAt, indexAt, isInside, rankOf, totalOf, valueAt } from "./chunk.ts";
import { weekdayOf } from "./date.ts";
import { type DayRange, type OpenTimes, openTimesOf } from "./opening.ts";
import { type InstantSet, setOf } from "./sets.ts";
import type { CalendarLine, CalendarSpec, Day, Holidays, Instant, Interval, LineDays } from "./spec.ts";
import {
  chunkAt,
  chunkIndex,
  chunkIndexOfDay,
  firstDayOf,
  nothingRecent,
  type Timetable,
  timeSearched,
} from "./timetable.ts";
import { localDay, toInstant, utc, type Zone, zoneOf } from "./zone.ts";

/** Business time: a set of half-open intervals of instants, worked out where it is asked about. */
export interface Calendar extends Timetable {
  readonly name: string;
  readonly zone: Zone;
  /** The weekly rest days, as a mask of weekdays. */
  readonly rest: number;
  readonly holidays: Holidays;
}

/** What an exception's lines are limited to, and the zone that their dates are read in; by default every date, in the calendar's zone. */
export interface OverlayScope {
  readonly effective?: DayRange | undefined;
  readonly zone?: string | undefined;
}

/** The calendar of a spec; an unknown zone is read as UTC, an unknown region has no holidays, a calendar during itself is closed there. */
export function buildCalendar(spec: CalendarSpec, holidays: Holidays): Calendar {
  return built(spec, holidays, new Map());
}

/** A calendar with an exception's lines laid over all of it: they have their calendar meaning, and what is below them counts as weekly hours. */
export function overlaid(calendar: Calendar, lines: readonly CalendarLine[], scope: OverlayScope = {}): Calendar {
  const { holidays } = calendar;
  const openTimes = openTimesOf({
    zone: (scope.zone === undefined ? undefined : zoneOf(scope.zone)) ?? calendar.zone,
    lines,
    holidays,
    base: openTimesIn(calendar),
    during: (days) => duringCalendars(days, holidays, new Map()),
    effective: scope.effective,
  });
  return calendarWith(calendar, openTimes);
}

/** Whether an instant is open. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const chunk = chunkAt(calendar, chunkIndex(at));
  return isInside(chunk, indexAt(chunk, at), at);
}

/** Whether an instant is open or one at which an open time ends: a closing instant counts as that day's (language.md M5). */
export function isOpenOrCloses(calendar: Calendar, at: Instant): boolean {
  const chunk = chunkAt(calendar, chunkIndex(at));
  const index = indexAt(chunk, at);
  return index < 0 ? isOpen(calendar, at - 1) : at <= valueAt(chunk.closes, index);
}

/** The instant itself when it is open, else the next opening; undefined when there is none within ten years. */
export function nextOpening(calendar: Calendar, at: Instant): Instant | undefined {
  const index = chunkIndex(at);
  const chunk = chunkAt(calendar, index);
  const before = indexAt(chunk, at);
  if (isInside(chunk, before, at)) return at;
  return before + 1 < chunk.intervals
    ? valueAt(chunk.opens, before + 1)
    : firstOpening(calendar, index + 1, at + timeSearched);
}

/** The first opening in the chunks from an index on, up to a limit. */
function firstOpening(calendar: Calendar, from: number, limit: Instant): Instant | undefined {
  const last = chunkIndex(limit);
  for (let index = from; index <= last; index++) {
    const chunk = chunkAt(calendar, index);
    if (chunk.intervals > 0) return valueAt(chunk.opens, 0) <= limit ? valueAt(chunk.opens, 0) : undefined;
  }
  return undefined;
}

/** Whether a calendar is open at any time of a date, which is then during the calendar. */
export function opensOn(calendar: Calendar, day: Day): boolean {
  const opening = nextOpening(calendar, toInstant(calendar.zone, day, 0));
  return opening !== undefined && opening < toInstant(calendar.zone, day + 1, 0);
}

/** The open intervals between two instants, clipped to them, in order. */
export function intervalsBetween(calendar: Calendar, from: Instant, to: Instant): readonly Interval[] {
  const set = openSet(calendar, from, to);
  return Array.from({ length: set.length / 2 }, (_, index) => ({
    open: set[index * 2] ?? Number.NaN,
    close: set[index * 2 + 1] ?? Number.NaN,
  }));
}

/** Open milliseconds between two instants. */
export function openTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (!(from < to)) return 0;
  const [first, last] = [chunkIndex(from), chunkIndex(to)];
  let total = -elapsedAt(chunkAt(calendar, first), from);
  for (let index = first; index < last; index++) total += totalOf(chunkAt(calendar, index));
  return total + elapsedAt(chunkAt(calendar, last), to);
}

/** Whether an interval starts on a date (language.md M2; a date that is open from its start to its end counts by itself). */
export function isBusinessDay(calendar: Calendar, day: Day): boolean {
  return businessDayClose(calendar, day) !== undefined;
}

/** The end of the last interval that starts on a date; undefined when it is no business day. */
export function businessDayClose(calendar: Calendar, day: Day): Instant | undefined {
  const index = chunkIndexOfDay(day);
  const chunk = chunkAt(calendar, index);
  const rank = rankOf(chunk, firstDayOf(index), day);
  return valueAt(chunk.days, rank) === day ? valueAt(chunk.dayCloses, rank) : undefined;
}

/** Whether an instant lies on a weekly rest day (`rest`) of the calendar. */
export function isRestDay(calendar: Calendar, at: Instant): boolean {
  return ((calendar.rest >> weekdayOf(localDay(calendar.zone, at))) & 1) === 1;
}

function built(spec: CalendarSpec, holidays: Holidays, known: Map<CalendarSpec, Calendar>): Calendar {
  const earlier = known.get(spec);
  if (earlier) return earlier;
  const zone = zoneOf(spec.zone) ?? utc;
  // Known as closed while its own lines are being built: a calendar during itself ends here instead of going round.
  const head = { name: spec.name, zone, rest: spec.rest, holidays };
  known.set(
    spec,
    calendarWith(head, () => []),
  );
  const openTimes = openTimesOf({
    zone,
    lines: spec.lines,
    holidays,
    base: undefined,
    during: (days) => duringCalendars(days, holidays, known),
    effective: undefined,
  });
  const calendar = calendarWith(head, openTimes);
  known.set(spec, calendar);
  return calendar;
}

/** Written out, so that all calendars are of one shape. */
function calendarWith(
  { name, zone, rest, holidays }: Pick<Calendar, "name" | "zone" | "rest" | "holidays">,
  openTimes: OpenTimes,
): Calendar {
  return { name, zone, rest, holidays, openTimes, chunks: new Map(), recent: nothingRecent() };
}

function duringCalendars(
  days: LineDays & { kind: "during" },
  holidays: Holidays,
  known: Map<CalendarSpec, Calendar>,
): readonly OpenTimes[] {
  const calendars = days.calendars.map((spec) => built(spec, holidays, known));
  return calendars.map(openTimesIn);
}

/** What is known of a calendar where nothing is skipped; skipped dates belong to whoever asks, and are worked out anew. */
function openTimesIn(calendar: Calendar): OpenTimes {
  return (from, to, skipped) =>
    skipped.length === 0 ? openSet(calendar, from, to) : calendar.openTimes(from, to, skipped);
}

function openSet(calendar: Calendar, from: Instant, to: Instant): InstantSet {
  const pairs: Instant[] = [];
  const last = chunkIndex(to);
  for (let index = chunkIndex(from); index <= last; index++) {
    const chunk = chunkAt(calendar, index);
    const { opens, closes, intervals } = chunk;
    for (let each = Math.max(0, indexAt(chunk, from)); each < intervals; each++) {
      if (valueAt(opens, each) >= to) break;
      pairs.push(Math.max(from, valueAt(opens, each)), Math.min(to, valueAt(closes, each)));
    }
  }
  return setOf(pairs);
}
