/** The two revisions that are compared, and their calendars side by side. */
import { plainText } from "../model/meaning.ts";
import type { Model } from "../model/model.ts";
import { calendarSpecOf } from "../model/zones.ts";
import type { CalendarNamed, Days } from "../prover/space/moments.ts";
import { buildCalendar, type Calendar, intervalsBetween } from "../time/calendar.ts";
import type { CalendarSpec, Day, Holidays } from "../time/spec.ts";
import { toInstant, type Zone } from "../time/zone.ts";

/** One of the two revisions; a snapshot is one. */
export interface Revision {
  readonly model: Model;
  readonly holidays: Holidays;
  readonly today: Day;
}

/** Both revisions, with their calendars built where they are asked about. */
export interface Pair {
  readonly before: Revision;
  readonly after: Revision;
  /** The dates on which any agreement of either is in force. */
  readonly horizon: Days;
  readonly calendars: PairedCalendars;
}

/** The calendars of two revisions. */
export interface PairedCalendars {
  readonly before: CalendarNamed;
  readonly after: CalendarNamed;
  /** Whether two calendars, or the lack of any, are open at the same times within the horizon. */
  readonly areSame: (before: string | undefined, after: string | undefined) => boolean;
  /** The names that both revisions have, and that mean other times. */
  readonly changed: ReadonlySet<string>;
}

/** Two revisions made ready to be compared. */
export function pairOf(before: Revision, after: Revision): Pair {
  const horizon = horizonOf([before, after]);
  return { before, after, horizon, calendars: pairedCalendars(before, after, horizon) };
}

const yearAndMore = 400;
const mostDays = 7305;

/** Without a beginning or an end from today, or to a year and more after it. */
function horizonOf(revisions: readonly Revision[]): Days {
  const days = revisions.map(({ today }) => today);
  const ranges = revisions.flatMap(({ model }) =>
    [...model.agreements.values()].map(({ effective }) => effective?.value),
  );
  const first = Math.min(...(ranges.length > 0 ? ranges.map((range) => range?.first ?? Math.min(...days)) : days));
  const latest = Math.max(...days) + yearAndMore;
  const last = Math.max(first, ...ranges.map((range) => range?.last ?? latest));
  return { first, last: Math.min(last, first + mostDays) };
}

function pairedCalendars(before: Revision, after: Revision, horizon: Days): PairedCalendars {
  const [old, now] = [calendarsOf(before), calendarsOf(after)];
  const known = new Map<string, boolean>();
  const compared = (one: string | undefined, other: string | undefined): boolean => {
    if (one === undefined || other === undefined) return one === other;
    const [spec, otherSpec] = [calendarSpecOf(before.model, one), calendarSpecOf(after.model, other)];
    if (!spec || !otherSpec) return spec === otherSpec;
    if (saysTheSame(spec, otherSpec) && (before.holidays === after.holidays || !hasHolidays(spec))) return true;
    return areEqual(old(one), now(other), horizon);
  };
  const areSame = (one: string | undefined, other: string | undefined): boolean => {
    const key = plainText([one, other]);
    const result = known.get(key) ?? compared(one, other);
    known.set(key, result);
    return result;
  };
  const shared = [...before.model.calendars.keys()].filter((name) => after.model.calendars.has(name));
  return { before: old, after: now, areSame, changed: new Set(shared.filter((name) => !areSame(name, name))) };
}

function calendarsOf({ model, holidays }: Revision): CalendarNamed {
  const built = new Map<string, Calendar | undefined>();
  return (name) => {
    if (!built.has(name)) {
      const spec = calendarSpecOf(model, name);
      built.set(name, spec && buildCalendar(spec, holidays));
    }
    return built.get(name);
  };
}

function saysTheSame(one: CalendarSpec, other: CalendarSpec): boolean {
  return plainText([one.zone, one.rest, one.lines]) === plainText([other.zone, other.rest, other.lines]);
}

function hasHolidays({ lines }: CalendarSpec): boolean {
  return lines.some(
    ({ days }) => days.kind === "holidays" || (days.kind === "during" && days.calendars.some(hasHolidays)),
  );
}

function areEqual(one: Calendar | undefined, other: Calendar | undefined, days: Days): boolean {
  if (!one || !other) return one === other;
  if (one.zone.id !== other.zone.id || one.rest !== other.rest) return false;
  const [from, to] = instantsOf(days, one.zone);
  const [ours, theirs] = [intervalsBetween(one, from, to), intervalsBetween(other, from, to)];
  return (
    ours.length === theirs.length &&
    ours.every(({ open, close }, index) => open === theirs[index]?.open && close === theirs[index]?.close)
  );
}

/** The first instant of some dates, and the end of the last. */
export function instantsOf({ first, last }: Days, zone: Zone): readonly [number, number] {
  return [toInstant(zone, first, 0), toInstant(zone, last + 1, 0)];
}
