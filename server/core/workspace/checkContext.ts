import { allChecks } from "../checks/all.ts";
import type { CheckContext } from "../checks/define.ts";
import { defaultLimits } from "../checks/limits.ts";
import { changedHolidays } from "../scenarios/holidays.ts";
import type { Nameable, Settings } from "../scenarios/settings.ts";
import { partsOf } from "../time/date.ts";
import { comparableName, countryNames, isJapan, regionCodes } from "../time/holidays.ts";
import type { Surroundings } from "./snapshot.ts";

/** What findings depend on beside the agreements: the settings, over what surrounds them. */
export function checkContext(settings: Settings, surroundings: Surroundings): CheckContext {
  const { limits } = settings;
  return {
    today: settings.today ?? surroundings.today,
    limits: {
      ...defaultLimits,
      longestException: limits.longestException ?? defaultLimits.longestException,
      shortestHandover: limits.shortestHandover ?? defaultLimits.shortestHandover,
      renewals: limits.renewals ?? defaultLimits.renewals,
    },
    severities: Object.fromEntries(settings.checks),
    holidays: changedHolidays(surroundings.holidays, settings.holidays, regionKey),
    ...(surroundings.trials === undefined ? {} : { trials: surroundings.trials }),
  };
}

/** What settings can name; a region is known where it has holidays in the year that is asked about. */
export function nameableIn({ holidays, today }: Surroundings): Nameable {
  const hasHolidays = (region: string) => isJapan(region) || holidays(region, partsOf(today).year) !== undefined;
  return { checks: allChecks, hasHolidays, regions: countryNames };
}

/** One text for the names of one region, as far as that can be told without a list of all countries. */
function regionKey(name: string): string {
  if (isJapan(name)) return "JP";
  const codes = regionCodes(name);
  return codes ? [codes.country, codes.state, codes.region].join("-") : comparableName(name);
}
