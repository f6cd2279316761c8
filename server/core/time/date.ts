import type { Day, Minute } from "./spec.ts";

/** Milliseconds in a day of schedule; days with a clock change are longer or shorter. */
export const dayMilliseconds = 86_400_000;

/** Milliseconds in a minute. */
export const minuteMilliseconds = 60_000;

/** A date in parts; month and day count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a date (Howard Hinnant, "chrono-compatible low-level date algorithms"); the parts are not checked. */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a day (the inverse of `dayOf`). */
export function partsOf(day: Day): DateParts {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Day of the week, 0 for Monday to 6 for Sunday (1970-01-01 was a Thursday). */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Days in a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  // The thirteenth month begins where the next year does.
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The day written "2026-08-22"; undefined when it is not written so or no such day exists. */
export function parseDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayOf(year, month, day) : undefined;
}

/** A day as "2026-08-22"; years outside 0 to 9999 as ISO 8601 writes them ("+012026-08-22"). */
export function formatDate(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const years = year >= 0 && year <= 9999 ? padded(year, 4) : (year < 0 ? "-" : "+") + padded(Math.abs(year), 6);
  return years + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2);
}

/** A day of every year as `12-29`. */
export function formatMonthDay({ month, day }: { readonly month: number; readonly day: number }): string {
  return padded(month, 2) + "-" + padded(day, 2);
}

/** The minute written "09:00", up to "24:00"; undefined when it is not written so. */
export function parseMinute(text: string): Minute | undefined {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute <= 1440 ? minute : undefined;
}

/** A minute of the day as "09:00"; fractions are cut. */
export function formatMinute(minute: Minute): string {
  return padded(Math.floor(minute / 60), 2) + ":" + padded(Math.floor(minute % 60), 2);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
