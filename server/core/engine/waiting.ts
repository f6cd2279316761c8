import type { Calendar } from "../time/calendar.ts";
import { deadlineOf } from "../time/deadline.ts";
import type { Instant, Interval, Target } from "../time/spec.ts";
import type { Request } from "./decision.ts";

/** The times in which a request waits; one without an end lasts for ever. */
export function pausesOf({ waiting }: Request): readonly Interval[] {
  if (waiting === undefined) return noPauses;
  return waiting.map(({ from, to }) => ({ open: from, close: to ?? endOfTime }));
}

/** No waiting at all: what nearly every request has. */
export const noPauses: readonly Interval[] = [];

/** Where business time goes on from an instant, while the pauses close the calendar (language.md M2); undefined: never. */
export function clockStartAround(calendar: Calendar, from: Instant, pauses: readonly Interval[]): Instant | undefined {
  return deadlineOf(calendar, atOnce, from, undefined, pauses).deadline;
}

const atOnce: Target = { amount: 0, unit: "business hours", before: undefined };

/** The first instant of the year 10000, beyond which nothing is open and no instant can be written. */
const endOfTime = Date.UTC(10_000, 0, 1);
