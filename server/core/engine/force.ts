import type { DayRange } from "../model/model.ts";
import type { Day } from "../time/spec.ts";

/** The dates on which something is in force, both ends included; `always` where there is no end. */
export interface Force {
  readonly first: Day;
  readonly last: Day;
}

// Farther than any date, and still a small integer, which is compared fastest.
const farthest = 2 ** 30;

/** Every date. */
export const always: Force = { first: -farthest, last: farthest };

/** No date. */
export const never: Force = { first: farthest, last: -farthest };

/** The dates in force; without any, every date. */
export function forceOf(range: DayRange | undefined): Force {
  return range ? { first: range.first, last: range.last ?? farthest } : always;
}

/** Whether a date is one of those on which something is in force. */
export function inForce(force: Force, day: Day): boolean {
  return day >= force.first && day <= force.last;
}

/** A date of a force as it was written; undefined where there is no such end. */
export function writtenDay(day: Day): Day | undefined {
  return Math.abs(day) === farthest ? undefined : day;
}
