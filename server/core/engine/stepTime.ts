import type { StepTiming } from "../model/work.ts";
import { type Calendar, isOpen, nextOpening } from "../time/calendar.ts";
import { weekdayOf } from "../time/date.ts";
import { deadlineOf } from "../time/deadline.ts";
import type { Day, Instant, Interval } from "../time/spec.ts";
import { daysSearched } from "../time/timetable.ts";
import { isWaiting } from "../time/waiting.ts";
import { localDay, toInstant } from "../time/zone.ts";
import { clockStartAround } from "./waiting.ts";

/** When a step that gets there at an instant ends at the latest; undefined: never. */
export function endOfStep(
  calendar: Calendar,
  timing: StepTiming,
  start: Instant,
  pauses: readonly Interval[],
): Instant | undefined {
  if (timing.kind === "within") return deadlineOf(calendar, timing.target, start, undefined, pauses).deadline;
  return nextAt(calendar, timing, start, pauses);
}

/** When a step's clock starts: business time, and what happens at a time of day, with the next opening; clock and calendar time at once. */
export function clockStartOfStep(
  calendar: Calendar,
  timing: StepTiming,
  start: Instant,
  pauses: readonly Interval[],
): Instant | undefined {
  const isAtOnce = timing.kind === "within" && !timing.target.unit.startsWith("business");
  return isAtOnce ? start : clockStartAround(calendar, start, pauses);
}

/** The first such time of day, at or after an instant, that is open or at which an open time ends (language.md M5). */
function nextAt(
  calendar: Calendar,
  { weekday, minute }: StepTiming & { readonly kind: "at next" },
  start: Instant,
  pauses: readonly Interval[],
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

/** Whether it is open and the request does not wait. */
function runsAt(calendar: Calendar, at: Instant, pauses: readonly Interval[]): boolean {
  return isOpen(calendar, at) && !isWaiting(pauses, at);
}
