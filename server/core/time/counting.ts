import type { Calendar } from "./calendar.ts";
import { rankOf, valueAt } from "./chunk.ts";
import type { Day, Instant } from "./spec.ts";
import { chunkAt, chunkIndexOfDay, daysSearched, firstDayOf } from "./timetable.ts";

/** The start of the first interval that starts on a date; undefined when it is no business day. */
export function businessDayOpen(calendar: Calendar, day: Day): Instant | undefined {
  const index = chunkIndexOfDay(day);
  const chunk = chunkAt(calendar, index);
  const rank = rankOf(chunk, firstDayOf(index), day);
  return valueAt(chunk.days, rank) === day ? valueAt(chunk.dayOpens, rank) : undefined;
}

/** The n-th business day strictly after a date (n from 1); undefined when none within ten years. */
export function businessDayAfter(calendar: Calendar, day: Day, n: number): Day | undefined {
  const last = chunkIndexOfDay(day + daysSearched);
  let index = chunkIndexOfDay(day + 1);
  let chunk = chunkAt(calendar, index);
  let wanted = n - 1 + rankOf(chunk, firstDayOf(index), day + 1);
  while (wanted >= chunk.businessDays) {
    if (index >= last) return undefined;
    wanted -= chunk.businessDays;
    index += 1;
    chunk = chunkAt(calendar, index);
  }
  const found = valueAt(chunk.days, wanted);
  return found <= day + daysSearched ? found : undefined;
}

/** The n-th business day strictly before a date (n from 1); undefined when none within ten years. */
export function businessDayBefore(calendar: Calendar, day: Day, n: number): Day | undefined {
  const first = chunkIndexOfDay(day - daysSearched);
  let index = chunkIndexOfDay(day);
  let chunk = chunkAt(calendar, index);
  let wanted = rankOf(chunk, firstDayOf(index), day) - n;
  while (wanted < 0) {
    if (index <= first) return undefined;
    index -= 1;
    chunk = chunkAt(calendar, index);
    wanted += chunk.businessDays;
  }
  const found = valueAt(chunk.days, wanted);
  return found >= day - daysSearched ? found : undefined;
}
