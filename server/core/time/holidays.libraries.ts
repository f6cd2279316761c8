import WorldHolidays from "date-holidays";
import { parseDate } from "./date.ts";
import { japaneseHolidays } from "./holidays.japan.ts";
import { comparableName, isJapan, type RegionCodes, regionCodes } from "./holidays.ts";
import type { Day, Holidays } from "./spec.ts";

/** Public holidays of every country that the libraries know, substitutes included; half days count as working days. */
export const libraryHolidays: Holidays = (region, year) => {
  const key = region + " " + year;
  if (!known.has(key)) known.set(key, daysOf(region, year));
  return known.get(key);
};

const known = new Map<string, readonly Day[] | undefined>();
const countries: Readonly<Record<string, string>> = new WorldHolidays().getCountries("en");

function daysOf(region: string, year: number): readonly Day[] | undefined {
  const codes = isJapan(region) ? { country: "JP", state: undefined, region: undefined } : knownCodes(region);
  if (!codes) return undefined;
  if (codes.country !== "JP") return worldDays(codes, year);
  return japaneseHolidays(region, year) ?? withDaysBetween(worldDays(codes, year));
}

function knownCodes(text: string): RegionCodes | undefined {
  const named = countryOfName(text);
  const codes = named === undefined ? regionCodes(text) : { country: named, state: undefined, region: undefined };
  return codes && exists(codes) ? codes : undefined;
}

function countryOfName(text: string): string | undefined {
  const name = comparableName(text);
  // The library writes "Italia" and "United States of America", the standard's English names are "Italy" and "United States".
  const standard = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return Object.entries(countries).find(
    ([code, country]) => comparableName(country) === name || comparableName(standard.of(code) ?? "") === name,
  )?.[0];
}

function exists({ country, state, region }: RegionCodes): boolean {
  const library = new WorldHolidays();
  if (!Object.hasOwn(countries, country)) return false;
  if (state !== undefined && !Object.hasOwn(library.getStates(country) ?? {}, state)) return false;
  return state === undefined || region === undefined || Object.hasOwn(library.getRegions(country, state) ?? {}, region);
}

function worldDays({ country, state, region }: RegionCodes, year: number): readonly Day[] {
  const library = new WorldHolidays(
    { country, ...(state && { state }), ...(region && { region }) },
    { types: ["public"] },
  );
  const days = library.getHolidays(year).flatMap(({ date, start, end }) => {
    const first = date.slice(11, 19) === "00:00:00" ? parseDate(date.slice(0, 10)) : undefined;
    // A clock change makes a day of 23 or 25 hours; what is left of a holiday after its last whole day is a half day.
    const length = Math.floor((end.getTime() - start.getTime()) / 3_600_000 + 1.5);
    return first === undefined ? [] : Array.from({ length: Math.floor(length / 24) }, (_, index) => first + index);
  });
  return [...new Set(days)].sort((left, right) => left - right);
}

/** Japan's day between two holidays is one, too (Act on National Holidays, article 3, paragraph 3); date-holidays misses some. */
function withDaysBetween(days: readonly Day[]): readonly Day[] {
  const between = days.filter((day) => days.includes(day + 2) && !days.includes(day + 1)).map((day) => day + 1);
  return [...days, ...between].sort((left, right) => left - right);
}
