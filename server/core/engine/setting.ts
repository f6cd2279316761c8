import type { Setting, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import type { StaffTeam } from "./staff.ts";

/** Terms as a team answers them, worked out once for each team. */
export function settingFor(terms: Terms, team: StaffTeam | undefined, resources: Resources): Setting {
  const { setting } = terms;
  if (setting !== undefined && setting.team === team) return setting;
  return terms.settings.get(team) ?? newSetting(terms, team, resources);
}

function newSetting(terms: Terms, team: StaffTeam | undefined, { setting }: Resources): Setting {
  const { lines, openings, plan, doors, say } = terms;
  const zone = plan.agreement.zone.id;
  const found = setting({ team, hours: lines.hours?.value, openings, zone, doors, say });
  terms.setting ??= found;
  terms.settings.set(team, found);
  return found;
}
