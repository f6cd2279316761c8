import { type Calendar, isOpen, nextOpening } from "./calendar.ts";
import { weekdayOf } from "./date.ts";
import type { Day, Instant, Interval, Minute } from "./spec.ts";
import { daysSearched } from "./timetable.ts";
import { isWaiting } from "./waiting.ts";
import { localDay, toInstant } from "./zone.ts";

/** A time of day, of any day or of a weekday (0 = Monday). */
export interface TimeOfDay {
  readonly weekday: number | undefined;
  readonly minute: Minute;
}

/** The first such time, at or after an instant, that is open or at which an open time ends (language.md M5), and at which nobody waits. */
export function nextTimeOfDay(
  calendar: Calendar,
  { weekday, minute }: TimeOfDay,
  start: Instant,
  pauses: readonly Interval[] = noPauses,
): Instant | undefined {
  if (nextOpening(calendar, start - 1) === undefined) return undefined;
  // 24:00 of the day before is the start of a day.
  const first: Day = localDay(calendar.zone, start) - 1;
  for (let day = first; day <= first + daysSearched; day += 1) {
    if (weekday !== undefined && weekdayOf(day) !== weekday) continue;
    const at = toInstant(calendar.zone, day, minute);
    if (at >= start && (runsAt(calendar, at, pauses) || runsAt(calendar, at - 1, pauses))) return at;
  }
  return undefined;
}

const noPauses: readonly Interval[] = [];

/** Whether it is open and the request does not wait. */
function runsAt(calendar: Calendar, at: Instant, pauses: readonly Interval[]): boolean {
  return isOpen(calendar, at) && !isWaiting(pauses, at);
}
