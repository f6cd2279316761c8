import { dayMilliseconds, formatDate, formatMinute, minuteMilliseconds } from "../core/time/date.ts";
import type { Instant } from "../core/time/spec.ts";
import { offsetAt, type Zone } from "../core/time/zone.ts";

/** An instant in ISO 8601 with the zone's offset, to the second: "2026-08-22T14:15:00+09:00"; in UTC where the offset is not of whole minutes. */
export function isoText(zone: Zone, at: Instant): string {
  const offset = offsetAt(zone, at);
  const isWhole = offset % minuteMilliseconds === 0;
  return localText(isWhole ? at + offset : at) + (isWhole ? offsetText(offset / minuteMilliseconds) : "Z");
}

function localText(local: number): string {
  const day = Math.floor(local / dayMilliseconds);
  const inDay = local - day * dayMilliseconds;
  const seconds = Math.floor((inDay % minuteMilliseconds) / 1000);
  return `${formatDate(day)}T${formatMinute(inDay / minuteMilliseconds)}:${String(seconds).padStart(2, "0")}`;
}

function offsetText(minutes: number): string {
  return (minutes < 0 ? "-" : "+") + formatMinute(Math.abs(minutes));
}
