/** How dates and the time of a request are split: by which comparisons hold there, as they really follow on the calendar. */
import type { DayRange } from "../../model/model.ts";
import { type Calendar, intervalsBetween, opensOn } from "../../time/calendar.ts";
import { dayMilliseconds } from "../../time/date.ts";
import type { Day, Instant, Interval } from "../../time/spec.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import { type Atom, holdsOf, isOn } from "./atoms.ts";
import type { Cell } from "./cells.ts";

/** The dates that are looked at, both ends included. */
export interface Horizon extends Days {
  /** Whether these are all dates that matter. */
  readonly isWhole: boolean;
}

/** Dates, both ends included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** What can hold or not at a time of a request: a comparison, or that something is in force. */
export type TimeAtom =
  | { readonly kind: "atom"; readonly atom: Atom; readonly zone: Zone }
  | { readonly kind: "force"; readonly range: DayRange; readonly zone: Zone };

/** Calendars by name; undefined for what is not declared. */
export type CalendarNamed = (name: string) => Calendar | undefined;

/** The cells of a request's time within the horizon, whose dates are read in a zone and in those of what holds or not. */
export function momentCells(
  atoms: readonly TimeAtom[],
  horizon: Horizon,
  zone: Zone,
  calendarNamed: CalendarNamed,
): readonly Cell[] {
  // A date begins at another instant in each zone.
  const zones = [...new Set([zone, ...atoms.map((atom) => atom.zone)])];
  const from = Math.min(...zones.map((each) => toInstant(each, horizon.first, 0)));
  const to = Math.max(...zones.map((each) => toInstant(each, horizon.last + 1, 0)));
  const changes = new Map<Instant, number[]>();
  for (const [number, atom] of atoms.entries())
    for (const { open, close } of intervalsOf(atom, horizon, calendarNamed)) {
      const [start, end] = [Math.max(open, from), Math.min(close, to)];
      if (start >= end) continue;
      addChange(changes, start, number);
      addChange(changes, end, number);
    }
  return cellsBetween(changes, from, to, atoms.length);
}

function addChange(changes: Map<Instant, number[]>, at: Instant, number: number): void {
  const known = changes.get(at);
  if (known) known.push(number);
  else changes.set(at, [number]);
}

function cellsBetween(
  changes: ReadonlyMap<Instant, readonly number[]>,
  from: Instant,
  to: Instant,
  count: number,
): readonly Cell[] {
  const holding = Array.from({ length: count }, () => 0);
  const intervals = new Map<string, Interval[]>();
  let start = from;
  for (const at of [...changes.keys(), to].sort((one, other) => one - other)) {
    if (at > start) {
      const key = holding.join("");
      const known = intervals.get(key);
      if (known) known.push({ open: start, close: at });
      else intervals.set(key, [{ open: start, close: at }]);
      start = at;
    }
    for (const number of changes.get(at) ?? []) holding[number] = 1 - (holding[number] ?? 0);
  }
  return [...intervals].map(([key, own]) => ({ kind: "moments", intervals: own, holds: numbersIn(key) }));
}

/** When it holds; touching intervals are joined where they are compared. */
function intervalsOf(atom: TimeAtom, horizon: Horizon, calendarNamed: CalendarNamed): readonly Interval[] {
  const { zone } = atom;
  if (atom.kind === "force") return [daysAsInterval(zone, atom.range.first, atom.range.last ?? horizon.last + 2)];
  // A day more on both ends, since the horizon's dates may be read in another zone.
  const days = { first: horizon.first - 1, last: horizon.last + 1 };
  switch (atom.atom.kind) {
    case "during": {
      const calendar = calendarNamed(atom.atom.calendar);
      const end = toInstant(zone, days.last + 1, 0);
      return calendar ? intervalsBetween(calendar, toInstant(zone, days.first, 0), end) : [];
    }
    case "on": {
      const { atom: on } = atom;
      return on.kind === "on"
        ? runsOf(days, (day) => isOn(on, day)).map((run) => daysAsInterval(zone, run.first, run.last))
        : [];
    }
    case "is":
    case "compare":
      return [];
    default:
      return atom.atom satisfies never;
  }
}

function daysAsInterval(zone: Zone, first: Day, last: Day): Interval {
  return { open: toInstant(zone, first, 0), close: toInstant(zone, last + 1, 0) };
}

/** The dates that are picked, as ranges. */
function runsOf({ first, last }: Days, picks: (day: Day) => boolean): readonly Days[] {
  const runs: Days[] = [];
  let start: Day | undefined;
  for (let day = first; day <= last + 1; day += 1) {
    const isPicked = day <= last && picks(day);
    if (isPicked) start ??= day;
    else if (start !== undefined) {
      runs.push({ first: start, last: day - 1 });
      start = undefined;
    }
  }
  return runs;
}

/** The cells of a date field within the horizon; what stands for one is its first day from a day on, else its last before. */
export function dayCells(
  atoms: readonly Atom[],
  horizon: Days,
  ordinary: Day,
  calendarNamed: CalendarNamed,
): readonly Cell[] {
  const days = new Map<string, Day[]>();
  const tests = atoms.map((atom) => dayTest(atom, calendarNamed));
  for (let day = horizon.first; day <= horizon.last; day += 1) {
    let key = "";
    for (const test of tests) key += test(day) ? "1" : "0";
    const known = days.get(key);
    if (known) known.push(day);
    else days.set(key, [day]);
  }
  return [...days].map(([key, own]) => {
    const day = own.find((each) => each >= ordinary) ?? own.at(-1) ?? ordinary;
    return { kind: "days", value: { kind: "day", day }, days: own, holds: numbersIn(key) };
  });
}

function dayTest(atom: Atom, calendarNamed: CalendarNamed): (day: Day) => boolean {
  switch (atom.kind) {
    case "is":
    case "compare":
      return (day) => holdsOf(atom, { kind: "day", day });
    case "during": {
      const calendar = calendarNamed(atom.calendar);
      return (day) => calendar !== undefined && opensOn(calendar, day);
    }
    case "on":
      return (day) => isOn(atom, day);
    default:
      return atom satisfies never;
  }
}

function numbersIn(key: string): ReadonlySet<number> {
  return new Set([...key].flatMap((digit, number) => (digit === "1" ? [number] : [])));
}

/** The first instant of an interval's ten o'clock on a Tuesday, else of any weekday's, else its beginning. */
export function ordinaryInstant(intervals: readonly Interval[], zone: Zone): Instant | undefined {
  const [first] = intervals;
  let fair: Instant | undefined;
  for (const { open, close } of intervals) {
    const day = Math.floor(open / dayMilliseconds) - 1;
    for (let later = 0; later < 9; later += 1) {
      const ten = toInstant(zone, day + later, tenOClock);
      if (ten < open || ten >= close) continue;
      const weekday = (((day + later + 3) % 7) + 7) % 7;
      if (weekday === tuesday) return ten;
      if (weekday < saturday) fair ??= ten;
    }
  }
  return fair ?? first?.open;
}

/** The minute of a day at which the most ordinary request comes. */
export const tenOClock = 600;
const tuesday = 1;
const saturday = 5;
