import type { Customer } from "../model/model.ts";
import type { Due, DueNeed } from "../model/work.ts";
import { type Calendar, intervalsBetween } from "../time/calendar.ts";
import { dayMilliseconds, dayOf, daysInMonth, partsOf } from "../time/date.ts";
import { businessDaysBefore } from "../time/deadline.ts";
import { exactProduct, millisecondsOf } from "../time/duration.ts";
import type { Day, Instant } from "../time/spec.ts";
import { localDay, toInstant, utc, type Zone } from "../time/zone.ts";
import type { AgendaDays, AgendaEntry } from "./agenda.ts";
import type { Agreed } from "./asked.ts";

/** The dates that matter for customers, and the papers that each needs, by when. */
export function dueEntries(agreed: Agreed, days: AgendaDays): readonly AgendaEntry[] {
  return [...agreed.model.customers.values()].flatMap((customer) =>
    customer.dues.flatMap((due) => {
      const hours = hoursOf(agreed, due.by);
      return datesOf(due, days).flatMap((day) => entriesOn(customer, due, day, hours));
    }),
  );
}

/** The calendar of whoever sees to it, where one is known, and its clock. */
interface Hours {
  readonly calendar: Calendar | undefined;
  readonly zone: Zone;
}

/** Of a person's teams the first by name that has hours, whether or not the person is still there. */
function hoursOf({ model, engine }: Agreed, by: string): Hours {
  const { teams } = engine.resources.staff;
  const theirs = teams.has(by) ? [by] : (model.people.get(by)?.teams ?? []).toSorted();
  const [calendar] = theirs.flatMap((team) => teams.get(team)?.calendar ?? []);
  const [any] = model.calendars.keys();
  const fallback = any === undefined ? undefined : engine.resources.calendars.named(any);
  return { calendar, zone: (calendar ?? fallback)?.zone ?? utc };
}

/** A date may lie after the days asked about and still need something on one of them: a year ahead is looked at. */
function datesOf({ on }: Due, { first, last }: AgendaDays): readonly Day[] {
  if (on.kind === "date") return [on.day];
  const [from, to] = [partsOf(first).year, partsOf(last).year + 1];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const year = from + index;
    return dayOf(year, on.month, Math.min(on.dayOfMonth, daysInMonth(year, on.month)));
  });
}

function entriesOn(customer: Customer, due: Due, day: Day, hours: Hours): readonly AgendaEntry[] {
  const { zone } = hours;
  const common = { about: customer.name, who: [due.by], zone: zone.id };
  const year = due.on.kind === "date" ? "" : ` ${partsOf(day).year}`;
  const key = `due ${customer.name} ${due.name}${year}`;
  const needs = due.needs.map(({ name }) => name);
  const matter = { kind: "due" as const, due: due.name, customer: customer.name, needs };
  return [
    { ...common, matter, day, at: undefined, key, place: due.place },
    ...due.needs.flatMap((need) => {
      const at = timeBefore(hours, need, day);
      if (at === undefined) return [];
      const uncounted = hours.calendar || !need.lead.unit.startsWith("business") ? undefined : need.lead;
      const { name } = need;
      const own = { kind: "need" as const, need: name, due: due.name, customer: customer.name, dueOn: day, uncounted };
      // A close at midnight still belongs to the day that it ends.
      return {
        ...common,
        matter: own,
        day: localDay(zone, at - 1),
        at,
        key: `${key} needs ${need.name}`,
        place: need.place,
      };
    }),
  ];
}

/**
 * `n business days before D` is the close of the n-th business day strictly before D (language.md M2); other units count back
 * from the start of D. Without hours the latest that it can be: as if every day, and all of it, were business time.
 */
function timeBefore({ calendar, zone }: Hours, { lead }: DueNeed, day: Day): Instant | undefined {
  const { amount, unit } = lead;
  const length = millisecondsOf(unit);
  const start = toInstant(zone, day, 0);
  if (unit === "business days" && calendar) return businessDaysBefore(calendar, Math.ceil(amount), day);
  if (length === undefined) return toInstant(zone, day - Math.ceil(amount) + 1, 0);
  const milliseconds = exactProduct(amount, length);
  if (!unit.startsWith("business")) return start - milliseconds;
  return calendar ? openTimeBefore(calendar, start, milliseconds) : start - milliseconds;
}

/** The latest instant from which so much open time is left until another; undefined when there is not so much in a year. */
function openTimeBefore(calendar: Calendar, until: Instant, milliseconds: number): Instant | undefined {
  let left = milliseconds;
  for (const { open, close } of intervalsBetween(calendar, until - 366 * dayMilliseconds, until).toReversed()) {
    if (close - open >= left) return close - left;
    left -= close - open;
  }
  return undefined;
}
