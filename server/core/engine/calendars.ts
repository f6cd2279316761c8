import { buildCalendar, type Calendar, overlaid } from "../time/calendar.ts";
import type { CalendarSpec, Holidays } from "../time/spec.ts";
import type { Opening } from "./plan.ts";

/** The calendars of a model, each built once. */
export interface Calendars {
  readonly named: (name: string) => Calendar | undefined;
  /** One that never opens, for what has no hours. */
  readonly closed: (zone: string) => Calendar;
  readonly laidOver: (calendar: Calendar, opening: Opening) => Calendar;
}

/** Builds calendars when they are first asked for; `specOf` resolves their `during` lines. */
export function calendarsOf(specOf: (name: string) => CalendarSpec | undefined, holidays: Holidays): Calendars {
  const byName = new Map<string, Calendar | undefined>();
  const closedIn = new Map<string, Calendar>();
  const byOpening = new Map<Calendar, Map<string, Calendar>>();
  return {
    named: (name) => {
      if (!byName.has(name)) byName.set(name, built(specOf(name), holidays));
      return byName.get(name);
    },
    closed: (zone) => remembered(closedIn, zone, () => buildCalendar({ name: "", zone, lines: [], rest: 0 }, holidays)),
    laidOver: (calendar, opening) => {
      const known = remembered(byOpening, calendar, () => new Map<string, Calendar>());
      return remembered(known, opening.exception, () => overlaid(calendar, opening.lines, opening));
    },
  };
}

function built(spec: CalendarSpec | undefined, holidays: Holidays): Calendar | undefined {
  return spec && buildCalendar(spec, holidays);
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
