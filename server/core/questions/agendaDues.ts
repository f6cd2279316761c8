import type { Customer } from "../model/model.ts";
import type { Due } from "../model/work.ts";
import { zoneOfCalendars } from "../model/zones.ts";
import { dayOf, daysInMonth, partsOf } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import { localDay, utc, zoneOf } from "../time/zone.ts";
import type { AgendaDays, AgendaEntry } from "./agenda.ts";
import type { Agreed } from "./asked.ts";
import { type Hours, timeBefore } from "./timeBefore.ts";

/** The dates that matter for customers, and the papers that each needs, by when. */
export function dueEntries(agreed: Agreed, days: AgendaDays): readonly AgendaEntry[] {
  return [...agreed.model.customers.values()].flatMap((customer) =>
    customer.dues.flatMap((due) => {
      const hours = hoursOf(agreed, due.by);
      return datesOf(due, days).flatMap((day) => entriesOn(customer, due, day, hours));
    }),
  );
}

/** Of a person's teams the first by name that has hours, whether or not the person is still there. */
function hoursOf({ model, engine }: Agreed, by: string): Hours {
  const { teams } = engine.resources.staff;
  const theirs = teams.has(by) ? [by] : (model.people.get(by)?.teams ?? []).toSorted();
  const [calendar] = theirs.flatMap((team) => teams.get(team)?.calendar ?? []);
  return { calendar, zone: calendar?.zone ?? zoneOf(zoneOfCalendars(model) ?? "") ?? utc };
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
      const at = timeBefore(hours, need.lead, day);
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
