import type { CalendarLine, CalendarSpec } from "../time/spec.ts";
import { calendarOrder } from "./cycles.ts";
import type { Agreement, Calendar, CalendarRule, Model } from "./model.ts";

/** The calendar with the calendars that it is made of in place; undefined where no such calendar is declared. */
export function calendarSpecOf(model: Pick<Model, "calendars">, name: string): CalendarSpec | undefined {
  const known = specs.get(model.calendars) ?? specsOf(model.calendars);
  specs.set(model.calendars, known);
  return known.get(name);
}

/** The rules as lines of a calendar, such as those that an exception lays over a clause's calendar. */
export function calendarLines(
  model: Pick<Model, "calendars">,
  rules: readonly CalendarRule[],
): readonly CalendarLine[] {
  return linesOf(rules, (name) => calendarSpecOf(model, name));
}

/**
 * The zone in which an agreement's dates are read: that after `in`, else that of its parties' hours (language.md M1), else, where no
 * party has hours, that of all calendars; undefined where these differ.
 */
export function zoneOfAgreement(model: Pick<Model, "calendars" | "teams">, agreement: Agreement): string | undefined {
  const zones = agreement.zone === undefined ? zonesOfParties(model, agreement) : [agreement.zone];
  if (zones.length === 0) return zoneOfCalendars(model);
  return zones.length === 1 ? zones[0] : undefined;
}

/** The zone of all calendars, where it is one: what nobody's hours tell is read in it. */
export function zoneOfCalendars({ calendars }: Pick<Model, "calendars">): string | undefined {
  const known = zonesByCalendars.get(calendars);
  if (known) return known.zone;
  const [zone, ...others] = new Set([...calendars.values()].map((calendar) => calendar.zone));
  const found = { zone: others.length === 0 ? zone : undefined };
  zonesByCalendars.set(calendars, found);
  return found.zone;
}

const zonesByCalendars = new WeakMap<Model["calendars"], { readonly zone: string | undefined }>();

/** The zones of the parties' hours, each once, in the order of the parties. */
export function zonesOfParties(model: Pick<Model, "calendars" | "teams">, agreement: Agreement): readonly string[] {
  const zones = agreement.parties.flatMap((party) => {
    const hours = model.teams.get(party)?.hours?.value;
    return hours === undefined ? [] : (model.calendars.get(hours)?.zone ?? []);
  });
  return [...new Set(zones)];
}

function specsOf(calendars: ReadonlyMap<string, Calendar>): ReadonlyMap<string, CalendarSpec> {
  const { order, counts } = calendarOrder(calendars, () => {});
  const known = new Map<string, CalendarSpec>();
  for (const name of order) {
    const calendar = calendars.get(name);
    if (!calendar) continue;
    const lines = linesOf(calendar.rules, (used) => (counts(name, used) ? known.get(used) : undefined));
    known.set(name, { name, zone: calendar.zone, lines, rest: calendar.rest });
  }
  return known;
}

function linesOf(
  rules: readonly CalendarRule[],
  specOf: (name: string) => CalendarSpec | undefined,
): readonly CalendarLine[] {
  return rules.flatMap(({ effect, days, times }): readonly CalendarLine[] => {
    if (days.kind !== "during") return [{ effect, days, times }];
    const calendars = days.calendars.flatMap((name) => specOf(name) ?? []);
    return calendars.length === 0 ? [] : [{ effect, days: { kind: "during", calendars }, times }];
  });
}

const specs = new WeakMap<ReadonlyMap<string, Calendar>, ReadonlyMap<string, CalendarSpec>>();
