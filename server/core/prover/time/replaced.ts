/** Hours that a dated `open` takes away although it was to add some: it replaces all hours of its dates (language.md M2). */
import type { Calendar as CalendarDeclared, CalendarRule, Model } from "../../model/model.ts";
import { calendarSpecOf } from "../../model/zones.ts";
import { buildCalendar, type Calendar, intervalsBetween } from "../../time/calendar.ts";
import { type InstantSet, intersection, minus, setOf } from "../../time/sets.ts";
import type { CalendarLine, CalendarSpec, Day, Holidays, Instant, Interval, LineDays } from "../../time/spec.ts";
import { toInstant, type Zone, zoneOf } from "../../time/zone.ts";
import { ordinaryRequests } from "../clauses/handling.ts";
import type { Box } from "../space/box.ts";
import type { Budget } from "../space/cover.ts";
import type { Ground } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import { datesOf } from "../written/rules.ts";
import { arrivalsIn } from "./curve.ts";
import { boxAround, timesIn } from "./kept.ts";
import { type Terms, termsIn } from "./terms.ts";
import { countingOf, type Working } from "./working.ts";

/** A dated line with what it takes away from a clause, and a request that comes then. */
export interface Replaced {
  readonly rule: CalendarRule;
  /** The zone that the line's dates and times are read in. */
  readonly zone: Zone;
  /** The dates of the line that lose hours, each with those hours. */
  readonly lost: ReadonlyMap<Day, readonly Interval[]>;
  readonly terms: Terms;
  readonly arrival: Instant;
  readonly box: Box;
}

/** What dated lines take from the clauses of a kind, from today on; each line once. */
export function replacedIn(group: Group, working: Working, today: Day, budget: Budget): readonly Replaced[] {
  const found = new Map<CalendarRule, Replaced>();
  const losing = calendarsThatLose(working, today);
  for (const rule of group.isDecidable ? group.handles : [])
    for (const terms of termsIn(group, rule, ordinaryRequests(group, rule.scope), budget) ?? []) {
      if (terms.lines.decline) continue;
      const dates = { first: Math.max(today, group.space.horizon.first), last: group.space.horizon.last };
      for (const opening of openingsOf(working, terms, dates, losing)) {
        const met = found.has(opening.rule) ? undefined : requestAmong(group, terms, opening);
        if (met) found.set(opening.rule, { ...opening, terms, ...met });
      }
    }
  return [...found.values()];
}

/** Whether an exception or a calendar has a line that replaces the hours of its dates. */
export function hasDatedOpenings(rules: readonly CalendarRule[]): boolean {
  return rules.some((rule) => datesOpened(rule) !== undefined);
}

/** The calendars whose own dated lines take away hours of theirs from a day on; mostly none, and then nothing more is to be looked at. */
export function calendarsThatLose(working: Working, today: Day): ReadonlySet<string> {
  const known = losing.get(working.ground);
  if (known?.today === today) return known.names;
  const names = new Set<string>();
  for (const { name, rules, zone: zoneName } of working.model.calendars.values()) {
    if (!rules.some((rule) => mayHaveHours(working, name, datesOpened(rule), today))) continue;
    const [above, zone] = [working.ground.calendarNamed(name), zoneOf(zoneName)];
    const below = calendarWithout(working, name, name);
    const dates = { first: today, last: today + fewYears };
    if (above && below && zone && takenAway(rules, { below, above, zone }, dates).length > 0) names.add(name);
  }
  losing.set(working.ground, { today, names });
  return names;
}

const losing = new WeakMap<Ground, { readonly today: Day; readonly names: ReadonlySet<string> }>();
const fewYears = 3 * 366;

/**
 * Whether a calendar may be open on some dates by what is not dated. Public holidays, which only close, are left aside: most
 * dated openings fall on days of rest, and then a first check of a folder need not load any.
 */
function mayHaveHours({ model }: Working, name: string, dates: Dates | undefined, today: Day): boolean {
  const spec = dates && calendarSpecOf(model, name);
  if (!spec) return false;
  const lines = spec.lines.filter(({ effect, days }) => effect === "open" || days.kind !== "holidays");
  if (lines.some(({ days }) => days.kind === "during" || days.kind === "holidays")) return true;
  const { openTimes, zone } = buildCalendar(specWithout({ ...spec, lines }, name), () => undefined);
  for (let day = Math.max(dates.first, today); day <= Math.min(dates.last, today + fewYears); day += 1)
    if (openTimes(toInstant(zone, day, 0), toInstant(zone, day + 1, 0), []).length > 0) return true;
  return false;
}

interface Dates {
  readonly first: Day;
  readonly last: Day;
}

type Opening = Pick<Replaced, "rule" | "zone" | "lost">;

/** What the lines take away that lie under the calendar of some terms, or over it. */
function openingsOf(working: Working, terms: Terms, dates: Dates, losing: ReadonlySet<string>): readonly Opening[] {
  const counting = countingOf(working, terms);
  if (!counting?.hasHours) return [];
  const { calendar, hours } = counting;
  const { zone } = terms.rule.scope;
  const upper = terms.overlays.flatMap(({ exception }) => {
    const effective = exception && datesOf(exception);
    if (!exception || effective?.last === undefined || !hasDatedOpenings(exception.open)) return [];
    const overlays = terms.overlays.filter((other) => other.exception !== exception);
    const below = countingOf(working, { ...terms, overlays })?.calendar;
    const within = { first: Math.max(dates.first, effective.first), last: Math.min(dates.last, effective.last) };
    return below ? takenAway(exception.open, { below, above: calendar, zone }, within) : [];
  });
  return hours === undefined ? upper : [...upper, ...losingUnder(working, hours, dates, losing)];
}

/** What the dated lines of calendars that one is made of, or its own, take from it. */
function losingUnder(working: Working, hours: string, dates: Dates, losing: ReadonlySet<string>): readonly Opening[] {
  const above = working.ground.calendarNamed(hours);
  const reached = losing.size === 0 ? [] : reachedFrom(working.model, hours).filter(({ name }) => losing.has(name));
  return reached.flatMap(({ name, rules, zone: zoneName }) => {
    const [zone, below] = [zoneOf(zoneName), calendarWithout(working, hours, name)];
    return above && below && zone ? takenAway(rules, { below, above, zone }, dates) : [];
  });
}

interface Change {
  readonly below: Calendar;
  readonly above: Calendar;
  readonly zone: Zone;
}

function takenAway(rules: readonly CalendarRule[], change: Change, dates: Dates): readonly Opening[] {
  return rules.flatMap((rule) => {
    const own = datesOpened(rule);
    const lost = new Map<Day, readonly Interval[]>();
    for (let day = Math.max(own?.first ?? 0, dates.first); day <= Math.min(own?.last ?? -1, dates.last); day += 1) {
      const stretches = lostOn(day, change).filter((each) => !isStated(rules, change.zone, day, each));
      if (stretches.length > 0) lost.set(day, stretches);
    }
    return lost.size > 0 ? [{ rule, zone: change.zone, lost }] : [];
  });
}

/** Whole stretches that begin on a date and are gone, where the date has also won hours: one that only loses some was meant to. */
function lostOn(day: Day, { below, above, zone }: Change): readonly Interval[] {
  const [from, to] = [toInstant(zone, day, 0), toInstant(zone, day + 1, 0)];
  const before = intervalsBetween(below, from, to + longestStretch).filter(({ open }) => open < to);
  const after = openIn(above, from, to + longestStretch);
  const hasWon = minus(intersection(after, [from, to]), openIn(below, from, to)).length > 0;
  return hasWon ? before.filter(({ open, close }) => intersection([open, close], after).length === 0) : [];
}

/** A range of times ends on the next date at the latest. */
const longestStretch = 86_400_000;

/** Whether a line of the same body says that those hours are closed. */
function isStated(rules: readonly CalendarRule[], zone: Zone, day: Day, { open, close }: Interval): boolean {
  return rules.some(
    ({ effect, days, times }) =>
      effect === "closed" &&
      days.kind === "dates" &&
      days.first <= day &&
      day <= days.last &&
      times.some(
        ({ from, to }) => toInstant(zone, day, from) <= open && close <= toInstant(zone, to < from ? day + 1 : day, to),
      ),
  );
}

function datesOpened({ effect, days }: CalendarRule): Dates | undefined {
  return effect === "open" && days.kind === "dates" ? days : undefined;
}

function openIn(calendar: Calendar, from: Instant, to: Instant): InstantSet {
  return setOf(intervalsBetween(calendar, from, to).flatMap(({ open, close }) => [open, close]));
}

/** A request of some terms that comes while the hours are gone. */
function requestAmong(group: Group, terms: Terms, { lost }: Opening): Pick<Replaced, "arrival" | "box"> | undefined {
  const times = setOf([...lost.values()].flat().flatMap(({ open, close }) => [open, close]));
  for (const box of terms.boxes) {
    const arrival = arrivalsIn(intersection(timesIn(group, box), times))[0]?.from;
    const around = arrival === undefined ? undefined : boxAround(group, box, arrival);
    if (arrival !== undefined && around) return { arrival, box: around };
  }
  return undefined;
}

/** The calendars that one is made of, itself among them. */
function reachedFrom({ calendars }: Model, hours: string): readonly CalendarDeclared[] {
  const reached = new Set([hours]);
  for (const name of reached)
    for (const { days } of calendars.get(name)?.rules ?? [])
      if (days.kind === "during") for (const other of days.calendars) reached.add(other);
  return [...reached].flatMap((name) => calendars.get(name) ?? []);
}

/** A calendar as it would be if another that it is made of, or itself, had no dated openings. */
function calendarWithout({ model, ground, holidays }: Working, name: string, without: string): Calendar | undefined {
  const known = calendarsWithout.get(ground) ?? new Map<string, Calendar>();
  calendarsWithout.set(ground, known);
  const key = JSON.stringify([name, without]);
  const calendar = known.get(key) ?? builtWithout(calendarSpecOf(model, name), without, holidays);
  if (calendar) known.set(key, calendar);
  return calendar;
}

const calendarsWithout = new WeakMap<Ground, Map<string, Calendar>>();

function builtWithout(spec: CalendarSpec | undefined, without: string, holidays: Holidays): Calendar | undefined {
  return spec && buildCalendar(specWithout(spec, without), holidays);
}

function specWithout(spec: CalendarSpec, without: string): CalendarSpec {
  const isIt = spec.name === without;
  const lines = spec.lines.filter(({ effect, days }) => !(isIt && effect === "open" && days.kind === "dates"));
  return {
    ...spec,
    lines: lines.map((line): CalendarLine => ({ ...line, days: daysWithout(line.days, without) })),
  };
}

function daysWithout(days: LineDays, without: string): LineDays {
  if (days.kind !== "during") return days;
  return { ...days, calendars: days.calendars.map((each) => specWithout(each, without)) };
}
