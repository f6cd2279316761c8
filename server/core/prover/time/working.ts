/** Whose hours count for what a clause says, as far as that does not depend on the single request (language.md M4, M5). */
import type { Model, Who } from "../../model/model.ts";
import type { Step } from "../../model/work.ts";
import { calendarLines } from "../../model/zones.ts";
import { buildCalendar, type Calendar, overlaid } from "../../time/calendar.ts";
import type { Holidays } from "../../time/spec.ts";
import type { Zone } from "../../time/zone.ts";
import type { Ground } from "../space/space.ts";
import { teamOfPerson } from "../staff/succession.ts";
import { type AgreementScope, datesOf, type Overlay, type Stating } from "../written/rules.ts";
import type { Hand } from "./chain.ts";
import type { Terms } from "./terms.ts";

/** The company with its calendars built. */
export interface Working {
  readonly model: Model;
  readonly ground: Ground;
  readonly holidays: Holidays;
}

/** A calendar to count on; `hasHours` is false where it stands for hours that nobody wrote, and never opens. */
export interface Counting {
  readonly calendar: Calendar;
  /** The name of the calendar below what exceptions open. */
  readonly hours: string | undefined;
  readonly hasHours: boolean;
}

/** What targets, rungs and receipt count on; undefined where it is of one person or another, as the request is. */
export function countingOf(working: Working, terms: Terms): Counting | undefined {
  const { lines, steps, rule, overlays } = terms;
  const stated = lines.hours ? [lines.hours.value] : hoursOf(working, lines.by?.value ?? steps?.[0]?.who, rule.scope);
  const [name] = stated;
  if (stated.length > 1) return undefined;
  const base = name === undefined ? undefined : working.ground.calendarNamed(name);
  const opened = overlays.filter(({ exception }) => exception !== undefined && exception.open.length > 0);
  const { zone } = rule.scope;
  const calendar = opened.reduce(
    (below, overlay) => laidOver(working, below, overlay, zone),
    base ?? closedIn(working, zone),
  );
  return { calendar, hours: name, hasHours: base !== undefined || opened.length > 0 };
}

/** The calendar of whoever does a step, and its time; undefined as above. */
export function handOf(
  working: Working,
  { who, timing }: Pick<Step, "who" | "timing">,
  scope: AgreementScope,
): Hand | undefined {
  const names = hoursOf(working, who, scope);
  if (names.length > 1) return undefined;
  const [name] = names;
  const calendar = name === undefined ? undefined : working.ground.calendarNamed(name);
  return { calendar: calendar ?? closedIn(working, scope.zone), timing };
}

/** The names of the calendars of those who may be meant; `undefined` among them stands for one without hours. */
function hoursOf({ model }: Working, who: Who | undefined, scope: AgreementScope): readonly (string | undefined)[] {
  const names = teamsOf(model, who, scope).map((team) =>
    team === undefined ? undefined : model.teams.get(team)?.hours?.value,
  );
  return [...new Set(names)];
}

/** The teams that count for whoever may be meant: one, unless the customer or the asker decides. */
export function teamsOf(
  model: Model,
  who: Who | undefined,
  { askers }: Pick<AgreementScope, "askers">,
): readonly (string | undefined)[] {
  switch (who?.kind) {
    case "team":
    case "lead of":
    case "all of":
      return [who.team];
    case "person":
      return [who.of ?? teamOfPerson(model, who.person)];
    case "owner of customer":
      return [...new Set(ownersIn(model).map((person) => teamOfPerson(model, person)))];
    case "lead of asker":
      return askers;
    case undefined:
      return [];
    default:
      return who satisfies never;
  }
}

/** Everybody who owns a customer at some time. */
export function ownersIn({ customers, handovers }: Model): readonly string[] {
  const owners = [...customers.values()].flatMap(({ owner }) => (owner ? [owner.value] : []));
  return [...new Set([...owners, ...[...handovers.values()].flatMap(({ from, to }) => [from, to])])];
}

function laidOver({ model }: Working, below: Calendar, { exception }: Overlay<Stating>, zone: Zone): Calendar {
  const dates = exception && datesOf(exception);
  if (!exception || dates?.last === undefined) return below;
  const known = openings.get(below) ?? new Map<object, Calendar>();
  openings.set(below, known);
  const effective = { first: dates.first, last: dates.last };
  const calendar =
    known.get(exception) ?? overlaid(below, calendarLines(model, exception.open), { effective, zone: zone.id });
  known.set(exception, calendar);
  return calendar;
}

const openings = new WeakMap<Calendar, Map<object, Calendar>>();

/** A calendar that never opens, on which dates are counted in a zone. */
export function closedIn({ ground, holidays }: Pick<Working, "ground" | "holidays">, zone: Zone): Calendar {
  const known = closed.get(ground) ?? new Map<string, Calendar>();
  closed.set(ground, known);
  const calendar = known.get(zone.id) ?? buildCalendar({ name: "", zone: zone.id, lines: [], rest: 0 }, holidays);
  known.set(zone.id, calendar);
  return calendar;
}

const closed = new WeakMap<Ground, Map<string, Calendar>>();
