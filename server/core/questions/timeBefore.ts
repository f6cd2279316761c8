import { type Calendar, intervalsBetween } from "../time/calendar.ts";
import { dayMilliseconds } from "../time/date.ts";
import { businessDaysBefore } from "../time/deadline.ts";
import { exactProduct, millisecondsOf } from "../time/duration.ts";
import type { Day, Instant, Target } from "../time/spec.ts";
import { toInstant, type Zone } from "../time/zone.ts";

/** The calendar of whoever sees to something, where one is known, and its clock. */
export interface Hours {
  readonly calendar: Calendar | undefined;
  readonly zone: Zone;
}

/**
 * `n business days before D` is the close of the n-th business day strictly before D (language.md M2); other units count back
 * from the start of D. Without hours the latest that it can be: as if every day, and all of it, were business time.
 */
export function timeBefore({ calendar, zone }: Hours, { amount, unit }: Target, day: Day): Instant | undefined {
  const length = millisecondsOf(unit);
  const start = toInstant(zone, day, 0);
  if (unit === "business days" && calendar) return businessDaysBefore(calendar, Math.ceil(amount), day);
  if (length === undefined) return toInstant(zone, day - Math.ceil(amount) + 1, 0);
  const milliseconds = exactProduct(amount, length);
  if (!unit.startsWith("business")) return start - milliseconds;
  return calendar ? openTimeBefore(calendar, start, milliseconds) : start - milliseconds;
}

/** The latest instant from which so much open time is left until another; undefined when there is not so much in a year. */
function openTimeBefore(calendar: Calendar, until: Instant, milliseconds: number): Instant | undefined {
  let left = milliseconds;
  for (const { open, close } of intervalsBetween(calendar, until - 366 * dayMilliseconds, until).toReversed()) {
    if (close - open >= left) return close - left;
    left -= close - open;
  }
  return undefined;
}
