import { partsOf, weekdayOf } from "./date.ts";
import { at, clipped, type InstantSet, intersection, minus, nothing, setOf, union } from "./sets.ts";
import type { CalendarLine, Day, Holidays, Instant, LineDays, Minute, TimeRange } from "./spec.ts";
import { localDay, toInstant, type Zone } from "./zone.ts";

/** The open instants from `from` to `to`, clipped to that, without the ranges that begin on a skipped date. */
export type OpenTimes = (from: Instant, to: Instant, skipped: readonly Skipped[]) => InstantSet;

/** Dates of a zone whose own hours are left out, with what of them lies after midnight. */
export interface Skipped {
  readonly zone: Zone;
  readonly holds: Selector;
}

/** Lines to be laid over what is open already. */
export interface Layer {
  readonly zone: Zone;
  readonly lines: readonly CalendarLine[];
  readonly holidays: Holidays;
  /** What is open below these lines; undefined under a calendar of its own. */
  readonly base: OpenTimes | undefined;
  /** The open times of a line's `during` calendars, each of them once. */
  readonly during: (days: LineDays & { kind: "during" }) => readonly OpenTimes[];
  /** The only dates on which the lines hold; undefined: every date. */
  readonly effective: DayRange | undefined;
}

/** Dates, both ends included. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

type Selector = (day: Day) => boolean;
type Row =
  | { readonly kind: "days"; readonly holds: Selector; readonly times: readonly TimeRange[] }
  | { readonly kind: "during"; readonly calendars: readonly OpenTimes[]; readonly times: readonly TimeRange[] };

/** The open times of a layer, in the order that language.md M2 gives: recurring hours, minus recurring closures, dated openings, minus dated closures. */
export function openTimesOf(layer: Layer): OpenTimes {
  const rows = (effect: CalendarLine["effect"], dated: boolean): readonly Row[] =>
    layer.lines
      .filter((line) => line.effect === effect && (line.days.kind === "dates") === dated)
      .map((line) => rowOf(layer, line));
  const [hours, closures, datedHours, datedClosures] = [
    rows("open", false),
    rows("closed", false),
    rows("open", true),
    rows("closed", true),
  ];
  const replaced: Selector = (day) => datedHours.some((row) => row.kind === "days" && row.holds(day));
  return (from, to, skipped) => {
    const covered = (part: readonly Row[], without: readonly Skipped[]) =>
      covering(layer.zone, part, without, from, to);
    const below = [...skipped, ...skippedOf(layer.zone, replaced, from, to)];
    const base = layer.base?.(from, to, below) ?? nothing;
    const recurring = minus(union(base, covered(hours, below)), covered(closures, []));
    const open = minus(union(recurring, covered(datedHours, skipped)), covered(datedClosures, []));
    return clipped(open, from, to);
  };
}

/** Open, close, open, close … split at the start of every date that is wholly open, so that each of those dates is one of its own. */
export function piecesByDay(zone: Zone, set: InstantSet): readonly Instant[] {
  const pieces: Instant[] = [];
  for (let index = 0; index < set.length; index += 2) {
    let open = at(set, index);
    const close = at(set, index + 1);
    let day = localDay(zone, open);
    for (let end = toInstant(zone, day + 1, 0); end <= close; end = toInstant(zone, day + 1, 0)) {
      const start = toInstant(zone, day, 0);
      if (start > open && end > start) {
        pieces.push(open, start);
        open = start;
      }
      day += 1;
    }
    pieces.push(open, close);
  }
  return pieces;
}

/** Dates to skip, or none where no range between two instants begins on one, so that what is known already can be used. */
function skippedOf(zone: Zone, holds: Selector, from: Instant, to: Instant): readonly Skipped[] {
  const [first, last] = datesBetween(zone, from, to);
  for (let day = first; day <= last; day++) if (holds(day)) return [{ zone, holds }];
  return [];
}

/** The dates on which a range between two instants may begin. */
function datesBetween(zone: Zone, from: Instant, to: Instant): readonly [Day, Day] {
  // A range of the day before may still run at `from`, and one written "24:00-06:00" starts a day later than it is written on.
  return [localDay(zone, from) - 2, localDay(zone, to) + 1];
}

function rowOf(layer: Layer, line: CalendarLine): Row {
  const { days, times } = line;
  const { effective } = layer;
  if (days.kind === "during") {
    const calendars = layer.during(days).map((openTimes) => limited(layer.zone, openTimes, effective));
    return { kind: "during", calendars, times };
  }
  const holds = selectorOf(days, layer.holidays);
  return { kind: "days", times, holds: effective ? (day) => isWithin(effective, day) && holds(day) : holds };
}

function limited(zone: Zone, openTimes: OpenTimes, effective: DayRange | undefined): OpenTimes {
  if (!effective) return openTimes;
  const outside: Selector = (day) => !isWithin(effective, day);
  return (from, to, skipped) => openTimes(from, to, [...skipped, ...skippedOf(zone, outside, from, to)]);
}

function isWithin(range: DayRange, day: Day): boolean {
  return range.first <= day && day <= range.last;
}

function selectorOf(days: Exclude<LineDays, { kind: "during" }>, holidays: Holidays): Selector {
  switch (days.kind) {
    case "weekdays":
      return (day) => ((days.mask >> weekdayOf(day)) & 1) === 1;
    case "dates":
      return (day) => isWithin(days, day);
    case "monthdays":
      return monthdaySelector(days.first.month * 100 + days.first.day, days.last.month * 100 + days.last.day);
    case "holidays":
      return holidaySelector(days.region, holidays);
  }
}

function monthdaySelector(first: number, last: number): Selector {
  return (day) => {
    const { month, day: dayOfMonth } = partsOf(day);
    const monthday = month * 100 + dayOfMonth;
    return first <= last ? first <= monthday && monthday <= last : first <= monthday || monthday <= last;
  };
}

function holidaySelector(region: string, holidays: Holidays): Selector {
  const years = new Map<number, ReadonlySet<Day>>();
  return (day) => {
    const { year } = partsOf(day);
    const known = years.get(year) ?? new Set(holidays(region, year));
    years.set(year, known);
    return known.has(day);
  };
}

/** What the rows cover between two instants, without the ranges that begin on skipped dates. */
function covering(
  zone: Zone,
  rows: readonly Row[],
  skipped: readonly Skipped[],
  from: Instant,
  to: Instant,
): InstantSet {
  if (rows.length === 0) return nothing;
  const [first, last] = datesBetween(zone, from, to);
  const pairs: Instant[] = [];
  for (const row of rows) {
    if (row.kind === "during") pairs.push(...duringTimes(zone, row, skipped, from, to));
    else for (let day = first; day <= last; day++) if (row.holds(day)) pushTimes(pairs, zone, day, row.times, skipped);
  }
  return setOf(pairs);
}

function duringTimes(
  zone: Zone,
  row: Row & { kind: "during" },
  skipped: readonly Skipped[],
  from: Instant,
  to: Instant,
): InstantSet {
  const all = setOf(row.calendars.flatMap((openTimes) => [...openTimes(from, to, skipped)]));
  if (row.times.length === 0) return all;
  const everyDay: Row = { kind: "days", holds: () => true, times: row.times };
  return intersection(all, covering(zone, [everyDay], [], from, to));
}

const wholeDay: readonly TimeRange[] = [{ from: 0, to: 1440 }];

function pushTimes(
  pairs: Instant[],
  zone: Zone,
  day: Day,
  times: readonly TimeRange[],
  skipped: readonly Skipped[],
): void {
  for (const { from, to } of times.length === 0 ? wholeDay : times)
    if (!skipped.some((dates) => beginsOn(dates, zone, day, from)))
      pairs.push(toInstant(zone, day, from), toInstant(zone, to < from ? day + 1 : day, to));
}

/** Whether a range of a day begins on one of some dates, which may be those of another zone. */
function beginsOn(dates: Skipped, zone: Zone, day: Day, from: Minute): boolean {
  return dates.holds(dates.zone === zone ? day : localDay(dates.zone, toInstant(zone, day, from)));
}
