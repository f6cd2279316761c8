import japan from "@holiday-jp/holiday_jp";
import { parseDate, partsOf } from "./date.ts";
import { isJapan } from "./holidays.ts";
import type { Day, Holidays } from "./spec.ts";

/** Days off by law in Japan (substitutes and citizens' holidays included), 1970 to 2050; undefined for other regions and years. */
export const japaneseHolidays: Holidays = (region, year) => (isJapan(region) ? daysByYear().get(year) : undefined);

let known: ReadonlyMap<number, readonly Day[]> | undefined;

function daysByYear(): ReadonlyMap<number, readonly Day[]> {
  if (known) return known;
  const years = new Map<number, Day[]>();
  for (const day of Object.keys(japan.holidays).sort().map(parseDate)) {
    if (day === undefined) continue;
    const { year } = partsOf(day);
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  known = years;
  return years;
}
