import type {
  DateLiteral,
  Dates,
  Duration,
  MonthDayLiteral,
  MonthDays,
  NumberLiteral,
  TimeLiteral,
  TimeRange as TimeRangeNode,
  Weekday,
  WeekdayName,
  Weekdays,
} from "../syntax/tree.ts";
import { dayOf, daysInMonth } from "../time/date.ts";
import type { Day, LineDays, Minute, Target, TimeRange, Unit } from "../time/spec.ts";
import { readingsOf, unitOf } from "./declared.ts";
import { type Linking, missing, placeOf } from "./linking.ts";
import type { DayRange } from "./model.ts";
import { textOf } from "./valueText.ts";

/** A target's time; undefined, and reported, where the duration or the time cannot be meant (language.md principle 5). */
export function targetOf(linking: Linking, within: Duration, before: TimeLiteral | undefined): Target | undefined {
  const unit = unitMeant(linking, within);
  if (unit === undefined) return undefined;
  const amount = amountOf(linking, within.amount, unit);
  const minute = before && minuteOf(linking, before);
  if (amount === undefined || (before && minute === undefined)) return undefined;
  return { amount, unit, before: minute };
}

/** The unit of a duration; undefined, and reported, without a clock word or where no such unit exists (no unit at all is the parser's to report). */
export function unitMeant(linking: Linking, duration: Duration): Unit | undefined {
  const { clock, unit, amount } = duration;
  const meant = unitOf(clock, unit);
  const unitIsWritten = duration.end > amount.end;
  if (meant !== undefined || !unitIsWritten) return meant;
  const place = placeOf(linking, duration);
  const readings = readingsOf(unit);
  linking.problems.push(
    clock === undefined
      ? { kind: "ambiguous duration", place, amount: amount.digits, unit, readings }
      : { kind: "unknown unit", place, clock, unit, readings },
  );
  return undefined;
}

/** Days since 1970-01-01; undefined, and reported, for a date that no calendar has. */
export function dayOfLiteral(linking: Linking, date: DateLiteral): Day | undefined {
  const { year, month, day } = date;
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) return dayOf(year, month, day);
  linking.problems.push({ kind: "impossible date", place: placeOf(linking, date), text: textOf(date) });
  return undefined;
}

/** Minutes since midnight, `24:00` included; undefined, and reported, for a time that no clock shows. */
export function minuteOf(linking: Linking, time: TimeLiteral): Minute | undefined {
  const minutes = time.hour * 60 + time.minute;
  if (time.minute < 60 && minutes <= 1440) return minutes;
  linking.problems.push({ kind: "impossible time", place: placeOf(linking, time), text: textOf(time) });
  return undefined;
}

/** The dates of an `effective` line, which may lack their end; undefined where they cannot be meant. */
export function effectiveRange(linking: Linking, dates: Dates): DayRange | undefined {
  const first = dayOfLiteral(linking, dates.first);
  if (!dates.last) return first === undefined ? undefined : { first, last: undefined };
  const last = dates.last === dates.first ? first : dayOfLiteral(linking, dates.last);
  if (first === undefined || last === undefined) return undefined;
  if (last >= first) return { first, last };
  const texts = { first: textOf(dates.first), last: textOf(dates.last) };
  linking.problems.push({ kind: "reversed dates", place: placeOf(linking, dates), ...texts });
  return undefined;
}

/** Dates that must have their end; undefined, and reported, where they cannot be meant. */
export function closedRange(linking: Linking, dates: Dates): { first: Day; last: Day } | undefined {
  const range = effectiveRange(linking, dates);
  if (range?.last === undefined) return range && missing(linking, dates, "dates", "last date");
  return { first: range.first, last: range.last };
}

/** The days that a line or condition names by date, month-day or weekday. */
export function daysNamed(
  linking: Linking,
  days: Dates | MonthDays | Weekdays,
): Exclude<LineDays, { kind: "during" | "holidays" }> | undefined {
  switch (days.kind) {
    case "dates": {
      const range = closedRange(linking, days);
      return range && { kind: "dates", ...range };
    }
    case "month days": {
      if (!days.last) return missing(linking, days, "dates", "last date");
      const first = monthDayOf(linking, days.first);
      const last = days.last === days.first ? first : monthDayOf(linking, days.last);
      return first && last && { kind: "monthdays", first, last };
    }
    case "weekdays":
      return { kind: "weekdays", mask: weekdayMask(days) };
  }
}

/** The ranges that can be meant; a start of `24:00` and a range without length are reported. */
export function timeRanges(linking: Linking, ranges: readonly TimeRangeNode[]): readonly TimeRange[] {
  return ranges.flatMap((range) => {
    const from = minuteOf(linking, range.from);
    const to = range.to ? minuteOf(linking, range.to) : missing(linking, range, "time range", "end");
    if (from === undefined || to === undefined) return [];
    const place = placeOf(linking, range);
    if (from === to) linking.problems.push({ kind: "equal times", place, time: textOf(range.from) });
    else if (from === 1440) linking.problems.push({ kind: "impossible time", place, text: textOf(range.from) });
    else return [{ from, to }];
    return [];
  });
}

/** The bit of a weekday: bit 0 is Monday, bit 6 is Sunday. */
export function weekdayBit(weekday: Weekday): number {
  return 1 << weekdayNames.indexOf(weekday.day);
}

/** 0 = Monday. */
export function weekdayNumber(weekday: Weekday): number {
  return weekdayNames.indexOf(weekday.day);
}

/** A whole number of days or months; undefined, and reported, for a fraction. */
export function wholeNumber(linking: Linking, number: NumberLiteral, of: "days" | "months"): number | undefined {
  const value = Number(number.digits);
  if (Number.isInteger(value)) return value;
  linking.problems.push({ kind: "not whole", place: placeOf(linking, number), digits: number.digits, of });
  return undefined;
}

function amountOf(linking: Linking, amount: NumberLiteral, unit: Unit): number | undefined {
  const days = unit === "business days" || unit === "calendar days";
  const value = days ? wholeNumber(linking, amount, "days") : Number(amount.digits);
  if (value === undefined || value <= longest[unit]) return value;
  linking.problems.push({ kind: "too long", place: placeOf(linking, amount), digits: amount.digits, unit });
  return undefined;
}

/** The month and day; undefined, and reported, for a day that no year has. */
export function monthDayOf(linking: Linking, node: MonthDayLiteral): { month: number; day: number } | undefined {
  const { month, day } = node;
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(leapYear, month)) return { month, day };
  const text = String(month).padStart(2, "0") + "-" + String(day).padStart(2, "0");
  linking.problems.push({ kind: "impossible date", place: placeOf(linking, node), text });
  return undefined;
}

/** The weekdays as a mask, bit 0 = Monday; a span may wrap. */
export function weekdayMask(weekdays: Weekdays): number {
  let mask = 0;
  for (const { first, last } of weekdays.spans) {
    const from = weekdayNames.indexOf(first.day);
    const length = last ? (weekdayNames.indexOf(last.day) - from + 7) % 7 : 0;
    for (let step = 0; step <= length; step += 1) mask |= 1 << ((from + step) % 7);
  }
  return mask;
}

const weekdayNames: readonly WeekdayName[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** 02-29 is a day of some years. */
const leapYear = 2000;

/** Ten years, the time that deadlines are searched in (language.md M2). */
const longest: Readonly<Record<Unit, number>> = {
  "business minutes": 5_270_400,
  "business hours": 87_840,
  "business days": 3_660,
  "clock minutes": 5_270_400,
  "clock hours": 87_840,
  "calendar days": 3_660,
};
