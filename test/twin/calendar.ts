/* Calendars minute by minute, from language.md M2, read off the tree. */
import type { CalendarDeclaration, OpenLine, TimeRange } from "../../server/core/syntax/tree.ts";
import { weekdayNames } from "./dates.ts";
import { coversDay } from "./days.ts";
import { type Clock, clockOf, dayAt, daysOf, minuteOf, type World } from "./world.ts";

/** One byte a minute of the world: open or not. */
export type Bits = Uint8Array;

/** A calendar as the twin has worked it out. */
export interface Hours {
  readonly clock: Clock;
  readonly open: Bits;
  /** The weekly rest days: 0 for Monday to 6 for Sunday. */
  readonly rest: ReadonlySet<number>;
  /** The business days: the first opening, and the end of the last interval that starts on the date. */
  readonly days: ReadonlyMap<number, BusinessDay>;
  /** The open minutes again, without the ranges that begin on dates for which other hours were written. */
  readonly without: (leftOut: LeftOut) => Bits;
}

/** A business day, in minutes of the world. */
export interface BusinessDay {
  readonly open: number;
  readonly close: number;
}

/** Whether the range that begins at a minute of the world is left out. */
export type LeftOut = (from: number) => boolean;

/** From one minute to another; `to` at or before `from` is empty. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Finds a calendar by its name, where there is one. */
export type HoursOf = (name: string) => Hours | undefined;

/** Lines to be laid over what is open already, and the clock by which their dates and times are read. */
export interface Layer {
  readonly clock: Clock;
  readonly lines: readonly OpenLine[];
  /** The only dates on which the lines hold. */
  readonly holdsOn: (day: number) => boolean;
}

/** A declared calendar. */
export function hoursOf(world: World, calendar: CalendarDeclaration, named: HoursOf): Hours {
  const clock = clockOf(world, calendar.zone?.text ?? "UTC");
  const lines = calendar.properties.filter((line) => line.kind === "open line");
  const without = layered(world, () => new Uint8Array(world.length), { clock, lines, holdsOn: () => true }, named);
  const rest = calendar.properties.flatMap((line) => (line.kind === "rest" && line.weekday ? [line.weekday.day] : []));
  return finished(clock, without, new Set(rest.map((day) => weekdayNames.indexOf(day))));
}

/** Hours with an exception's lines laid over all of them. */
export function laidOver(world: World, base: Hours, layer: Layer, named: HoursOf): Hours {
  return finished(base.clock, layered(world, base.without, layer, named), base.rest);
}

/** The order of M2: weekly hours, minus recurring closures, dated openings in place of the hours of their dates, minus dated closures. */
function layered(world: World, below: Hours["without"], layer: Layer, named: HoursOf): Hours["without"] {
  const { clock, lines, holdsOn } = layer;
  const dated = (line: OpenLine) => line.days?.kind === "dates";
  const opens = (line: OpenLine) => line.effect === "open";
  const datedOpenings = lines.filter((line) => dated(line) && opens(line));
  const reopened = (day: number) => holdsOn(day) && datedOpenings.some((line) => coversDay(line.days, day));
  return (leftOut) => {
    const replaced: LeftOut = (from) => leftOut(from) || reopened(dayAt(clock, from));
    const open = below(replaced).slice();
    const fill = (value: number, chosen: (line: OpenLine) => boolean, without: LeftOut) => {
      for (const line of lines.filter(chosen))
        for (const range of rangesOf(world, layer, line, without, named)) fillRange(open, value, range);
    };
    fill(1, (line) => !dated(line) && opens(line), replaced);
    fill(
      0,
      (line) => !dated(line) && !opens(line),
      () => false,
    );
    fill(1, (line) => dated(line) && opens(line), leftOut);
    fill(
      0,
      (line) => dated(line) && !opens(line),
      () => false,
    );
    return open;
  };
}

function finished(clock: Clock, without: Hours["without"], rest: Hours["rest"]): Hours {
  const open = without(() => false);
  const days = new Map<number, BusinessDay>();
  for (const { day, from, to } of intervalsOf(clock, open))
    days.set(day, { open: days.get(day)?.open ?? from, close: to });
  return { clock, open, rest, days, without };
}

function fillRange(open: Bits, value: number, range: Range): void {
  for (let minute = range.from; minute < range.to; minute++) open[minute] = value;
}

function rangesOf(world: World, layer: Layer, line: OpenLine, leftOut: LeftOut, named: HoursOf): readonly Range[] {
  const { clock, holdsOn } = layer;
  const { days } = line;
  if (days?.kind === "during calendars") {
    const left: LeftOut = (from) => leftOut(from) || !holdsOn(dayAt(clock, from));
    const calendars = days.calendars.flatMap((name) => named(name.text)?.without(left) ?? []);
    return duringRanges(world, clock, calendars, line.times);
  }
  const { first, last } = daysOf(clock);
  const ranges: Range[] = [];
  for (let day = first - 1; day <= last; day++) {
    const speaks =
      days?.kind === "holidays" ? world.holidays.get(regionOf(days))?.has(day) === true : coversDay(days, day);
    if (speaks && holdsOn(day)) ranges.push(...timesOf(clock, day, line.times));
  }
  return ranges.filter(({ from }) => from >= world.length || !leftOut(from));
}

function regionOf(days: OpenLine["days"] & { kind: "holidays" }): string {
  return days.region?.kind === "text" ? days.region.value : (days.region?.text ?? "");
}

function timesOf(clock: Clock, day: number, times: readonly TimeRange[]): readonly Range[] {
  if (times.length === 0) return [{ from: minuteOf(clock, day, 0), to: minuteOf(clock, day + 1, 0) }];
  return times.map(({ from, to }) => {
    const [start, end] = [from.hour * 60 + from.minute, to ? to.hour * 60 + to.minute : 0];
    return { from: minuteOf(clock, day, start), to: minuteOf(clock, end <= start ? day + 1 : day, end) };
  });
}

/** The open minutes of some calendars together; where times are given only those within them. */
function duringRanges(
  world: World,
  clock: Clock,
  calendars: readonly Bits[],
  times: readonly TimeRange[],
): readonly Range[] {
  const within = new Uint8Array(world.length).fill(times.length === 0 ? 1 : 0);
  const { first, last } = daysOf(clock);
  if (times.length > 0)
    for (let day = first - 1; day <= last; day++)
      for (const range of timesOf(clock, day, times)) fillRange(within, 1, range);
  const both = within.map((inside, minute) => (inside === 1 && calendars.some((open) => open[minute] === 1) ? 1 : 0));
  return runsOf(both);
}

/** The stretches of open minutes. */
function runsOf(open: Bits): readonly Range[] {
  const runs: Range[] = [];
  for (let from = open.indexOf(1); from >= 0; ) {
    const end = open.indexOf(0, from);
    const to = end < 0 ? open.length : end;
    runs.push({ from, to });
    from = open.indexOf(1, to);
  }
  return runs;
}

/** An interval with the date that it starts on. */
interface OwnedRange extends Range {
  readonly day: number;
}

/** The intervals with the date that each starts on; a date that is open from its start to its end begins one of its own. */
function intervalsOf(clock: Clock, open: Bits): readonly OwnedRange[] {
  const wholeDays = wholeDayStarts(clock, open);
  const intervals: OwnedRange[] = [];
  let from = -1;
  for (let minute = 0; minute <= open.length; minute++) {
    const ends = open[minute] !== 1 || wholeDays.has(minute);
    if (from >= 0 && ends) {
      intervals.push({ day: dayAt(clock, from), from, to: minute });
      from = -1;
    }
    if (from < 0 && open[minute] === 1) from = minute;
  }
  return intervals;
}

function wholeDayStarts(clock: Clock, open: Bits): ReadonlySet<number> {
  const starts = new Set<number>();
  const { first, last } = daysOf(clock);
  for (let day = first; day <= last; day++) {
    const [start, end] = [minuteOf(clock, day, 0), minuteOf(clock, day + 1, 0)];
    let minute = start;
    while (minute < end && open[minute] === 1) minute++;
    if (minute === end && start < end) starts.add(start);
  }
  return starts;
}
