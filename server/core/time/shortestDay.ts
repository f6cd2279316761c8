import type { CalendarLine, CalendarSpec, Minute } from "./spec.ts";

/**
 * A length that the open time of no business day falls below, as far as the lines of a calendar show it without a look at any
 * date; undefined where they do not. Hours over midnight, other calendars' hours and closures of a part of a day are not looked into.
 */
export function openAtLeast({ lines }: CalendarSpec): Minute | undefined {
  if (!lines.every(isPlain)) return undefined;
  const shortest = Math.min(...lines.filter(({ effect }) => effect === "open").map(({ times }) => minutesOf(times)));
  const least = shortest - longestSkip;
  return Number.isFinite(least) && least > 0 ? least : undefined;
}

/** No clock is put forward by more than that. */
const longestSkip: Minute = 120;

function isPlain({ effect, days, times }: CalendarLine): boolean {
  if (days.kind === "during") return false;
  return effect === "closed" ? times.length === 0 : times.every(({ from, to }) => from < to);
}

/** The longest of the ranges, which may overlap; a line without times is open all day. */
function minutesOf(times: CalendarLine["times"]): Minute {
  return times.length === 0 ? 1440 : Math.max(...times.map(({ from, to }) => to - from));
}
