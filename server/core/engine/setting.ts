import type { Calendars } from "./calendars.ts";
import type { Setting, Terms } from "./plan.ts";
import type { StaffTeam } from "./staff.ts";

/** Terms as a team answers them, worked out once for each team. */
export function settingFor(terms: Terms, team: StaffTeam | undefined, calendars: Calendars): Setting {
  const { setting } = terms;
  if (setting !== undefined && setting.team === team) return setting;
  return terms.settings.get(team) ?? newSetting(terms, team, calendars);
}

function newSetting(terms: Terms, team: StaffTeam | undefined, calendars: Calendars): Setting {
  const { lines, openings, plan } = terms;
  const base = (lines.hours && calendars.named(lines.hours.value)) ?? team?.calendar;
  const calendar = openings.reduce(
    (below, opening) => calendars.laidOver(below, opening),
    base ?? calendars.closed(plan.agreement.zone.id),
  );
  const zone = team?.calendar?.zone ?? calendar.zone;
  const hasHours = base !== undefined || openings.length > 0;
  const setting: Setting = { team, calendar, zone, hasHours, replies: new Map() };
  terms.setting ??= setting;
  terms.settings.set(team, setting);
  return setting;
}
