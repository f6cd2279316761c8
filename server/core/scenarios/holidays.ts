import { partsOf } from "../time/date.ts";
import type { Day, Holidays } from "../time/spec.ts";
import type { HolidayChanges, Settings } from "./settings.ts";

/** Public holidays with the changes that `torikime.yaml` makes to them; `regionOf` gives two names of one region the same text. */
export function changedHolidays(
  holidays: Holidays,
  changes: Settings["holidays"],
  regionOf: (name: string) => string,
): Holidays {
  if (changes.size === 0) return holidays;
  const byRegion = new Map([...changes].map(([name, change]) => [regionOf(name), change]));
  return (region, year) => {
    const change = byRegion.get(regionOf(region));
    const known = holidays(region, year);
    return change && known ? withChanges(known, change, year) : known;
  };
}

function withChanges(known: readonly Day[], change: HolidayChanges, year: number): readonly Day[] {
  const added = change.extra.filter((day) => partsOf(day).year === year);
  const days = new Set([...known, ...added]);
  for (const day of change.removed) days.delete(day);
  return [...days].sort((a, b) => a - b);
}
