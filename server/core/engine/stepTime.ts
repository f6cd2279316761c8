import type { StepTiming } from "../model/work.ts";
import type { Calendar } from "../time/calendar.ts";
import { deadlineOf } from "../time/deadline.ts";
import type { Instant, Interval } from "../time/spec.ts";
import { nextTimeOfDay } from "../time/timeOfDay.ts";
import { clockStartAround } from "./waiting.ts";

/** When a step that gets there at an instant ends at the latest; undefined: never. */
export function endOfStep(
  calendar: Calendar,
  timing: StepTiming,
  start: Instant,
  pauses: readonly Interval[],
): Instant | undefined {
  if (timing.kind === "within") return deadlineOf(calendar, timing.target, start, undefined, pauses).deadline;
  return nextTimeOfDay(calendar, timing, start, pauses);
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
