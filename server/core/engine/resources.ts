import type { Model, Rung, Stated, Via, Who } from "../model/model.ts";
import { calendarSpecOf } from "../model/zones.ts";
import type { Holidays, Target } from "../time/spec.ts";
import { type Calendars, calendarsOf } from "./calendars.ts";
import { type Doer, doerOf, unknownDoer } from "./doer.ts";
import type { Door, Opening, RungPlan, Setting } from "./plan.ts";
import { listKey, ownName, sharing, targetKey, whoKey } from "./sharing.ts";
import { type Staff, type StaffTeam, staffOf } from "./staff.ts";

/** What clauses are made from; what is equal is given out as one object, however often it is asked for. */
export interface Resources {
  readonly calendars: Calendars;
  readonly staff: Staff;
  readonly target: (target: Target) => Target;
  /** Nobody for a line that is missing or could not be read. */
  readonly doer: (who: Who | undefined) => Doer;
  readonly doors: (via: readonly Stated<Via>[]) => readonly Door[];
  readonly rungs: (escalate: readonly Stated<Rung>[]) => readonly RungPlan[];
  readonly setting: (parts: SettingParts) => Setting;
}

/** What a setting is made of: hours by name, and the zone that dates are read in where nothing else says. */
export interface SettingParts extends Pick<Setting, "team" | "doors" | "say"> {
  readonly hours: string | undefined;
  readonly openings: readonly Opening[];
  readonly zone: string;
}

/** The resources of a model. */
export function resourcesOf(model: Model, holidays: Holidays): Resources {
  const calendars = calendarsOf((name) => calendarSpecOf(model, name), holidays);
  const staff = staffOf(model, calendars.named);
  const [targets, doers, settings] = [sharing<Target>(), sharing<Doer>(), sharing<Setting>()];
  const [doors, rungs] = [sharing<readonly Door[]>(), sharing<readonly RungPlan[]>()];
  const doer = (who: Who | undefined) => (who ? doers(whoKey(who), () => doerOf(who, staff)) : unknownDoer);
  const target = (value: Target) => targets(targetKey(value), () => value);
  const rungPlans = (escalate: readonly Stated<Rung>[]) =>
    escalate.map(({ value: { after, to } }) => ({ after: target(after), to, doer: doer(to) }));
  return {
    calendars,
    staff,
    target,
    doer,
    doors: (via) => doors(listKey(via.map(viaKey)), () => doorsOf(via, calendars)),
    rungs: (escalate) => rungs(listKey(escalate.map(rungKey)), () => rungPlans(escalate)),
    setting: (parts) => settings(settingKey(parts), () => settingOf(parts, calendars)),
  };
}

/** The channels in the order of the lines, each with the hours of its line. */
function doorsOf(lines: readonly Stated<Via>[], calendars: Calendars): readonly Door[] {
  return lines.flatMap(({ value: { channels, during } }) => {
    const hours = during === undefined ? undefined : (calendars.named(during) ?? calendars.closed("UTC"));
    return channels.map((channel) => ({ channel: ownName(channel), during: hours }));
  });
}

/** The clause's calendar is its `hours`, else its team's, with the openings of its exceptions laid over it (language.md M4). */
function settingOf({ team, hours, openings, zone, doors, say }: SettingParts, calendars: Calendars): Setting {
  const base = (hours === undefined ? undefined : calendars.named(hours)) ?? team?.calendar;
  const calendar = openings.reduce(
    (below, opening) => calendars.laidOver(below, opening),
    base ?? calendars.closed(zone),
  );
  return {
    team,
    calendar,
    zone: team?.calendar?.zone ?? calendar.zone,
    hasHours: base !== undefined || openings.length > 0,
    doors,
    say,
    replies: [],
  };
}

function settingKey({ team, hours, openings, zone, doors, say }: SettingParts): string {
  const calendar = [hours ?? "", zone, ...openings.map((opening) => opening.exception)];
  const door = doors.map(({ channel, during }) => listKey([channel, during?.name ?? ""]));
  return listKey([teamKey(team), listKey(calendar), listKey(door), say === undefined ? "" : "say " + say]);
}

function teamKey(team: StaffTeam | undefined): string {
  return team === undefined ? "" : "team " + team.name;
}

function viaKey({ value: { channels, during } }: Stated<Via>): string {
  return listKey([during === undefined ? "" : "during " + during, ...channels]);
}

function rungKey({ value: { after, to } }: Stated<Rung>): string {
  return listKey([targetKey(after), whoKey(to)]);
}
