/*
 * What the labour law of Japan adds (language.md M7), minute by minute: a quarter at night, from 22 to 5 o'clock; 35 % on the
 * weekly rest day, which is never overtime; else nothing to 50 %, for nobody knows how long somebody has worked by then.
 */
import type { Hours } from "./calendar.ts";
import { weekdayOf } from "./dates.ts";
import { dayAt, minuteOfDayAt } from "./world.ts";

/** The premium at a minute of the world: "35%", "25%..75%". */
export function premiumAt({ clock, rest }: Hours, minute: number): string {
  const time = minuteOfDayAt(clock, minute);
  const night = time >= 22 * 60 || time < 5 * 60 ? 25 : 0;
  if (rest.has(weekdayOf(dayAt(clock, minute)))) return `${35 + night}%`;
  return `${night}%..${50 + night}%`;
}

/** Each other premium once, with the first minute of the work at which it applies; `works` tells whether a minute is worked in. */
export function furtherPremiums(
  hours: Hours,
  start: number,
  end: number,
  works: (minute: number) => boolean,
): ReadonlyMap<string, number> {
  const found = new Map([[premiumAt(hours, start), start]]);
  for (let minute = start; minute < end; minute++) {
    if (!works(minute)) continue;
    const premium = premiumAt(hours, minute);
    if (!found.has(premium)) found.set(premium, minute);
  }
  found.delete(premiumAt(hours, start));
  return found;
}
