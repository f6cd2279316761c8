/** Turns on duty: how many have passed (language.md M4). */
import { daysInMonth, partsOf } from "./date.ts";
import type { Day } from "./spec.ts";

/** A rhythm of turns, the first of which begins on a day. */
export interface Turns {
  readonly turn: "daily" | "weekly" | "monthly";
  readonly from: Day;
}

/** How many turns have ended by a day: they change at local midnight, weekly ones on the weekday of the first, monthly ones on its day of the month. */
export function turnsPassed({ turn, from }: Turns, day: Day): number {
  switch (turn) {
    case "daily":
      return day - from;
    case "weekly":
      return Math.floor((day - from) / 7);
    case "monthly":
      return monthsPassed(from, day);
    default:
      return turn satisfies never;
  }
}

/** The days among some on which a turn begins, in order. */
export function turnsBeginning(turns: Turns, first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  let passed = turnsPassed(turns, first - 1);
  for (let day = first; day <= last; day += 1) {
    const now = turnsPassed(turns, day);
    if (now !== passed) days.push(day);
    passed = now;
  }
  return days;
}

function monthsPassed(from: Day, day: Day): number {
  const [first, now] = [partsOf(from), partsOf(day)];
  const changesOn = Math.min(first.day, daysInMonth(now.year, now.month));
  return (now.year - first.year) * 12 + now.month - first.month - (now.day < changesOn ? 1 : 0);
}
