/* Which dates a line or a condition speaks of. */
import type { DateLiteral, Dates, MonthDays, OpenLine, Weekdays } from "../../server/core/syntax/tree.ts";
import { dayOf, monthDayOf, weekdayNames, weekdayOf } from "./dates.ts";

/** The day of a written date. */
export function dayOfLiteral({ year, month, day }: DateLiteral): number {
  return dayOf(year, month, day);
}

/** Whether written days include a day; holidays and calendars are no such days. */
export function coversDay(days: OpenLine["days"], day: number): boolean {
  switch (days?.kind) {
    case "dates":
      return inDates(days, day);
    case "month days":
      return inMonthDays(days, day);
    case "weekdays":
      return inWeekdays(days, day);
    case "holidays":
    case "during calendars":
    case undefined:
      return false;
  }
}

/** Both ends included; without a last date there is no end. */
export function inDates(dates: Dates, day: number): boolean {
  return dayOfLiteral(dates.first) <= day && (dates.last === undefined || day <= dayOfLiteral(dates.last));
}

function inMonthDays({ first, last = first }: MonthDays, day: number): boolean {
  const [from, to, asked] = [first.month * 100 + first.day, last.month * 100 + last.day, monthDayOf(day)];
  return from <= to ? from <= asked && asked <= to : asked >= from || asked <= to;
}

function inWeekdays({ spans }: Weekdays, day: number): boolean {
  return spans.some(({ first, last = first }) => {
    const end = weekdayNames.indexOf(last.day);
    let weekday = weekdayNames.indexOf(first.day);
    while (weekday !== end && weekday !== weekdayOf(day)) weekday = (weekday + 1) % 7;
    return weekday === weekdayOf(day);
  });
}
