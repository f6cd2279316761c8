import type { Localized } from "../text/localized.ts";
import { dayMilliseconds, dayOf, daysInMonth, minuteMilliseconds } from "../time/date.ts";
import type { Day, Instant, Minute } from "../time/spec.ts";
import { formatInstant, offsetOfRepeated, toInstant, toLocal, type Zone, zoneOf } from "../time/zone.ts";
import { messages } from "./messages.ts";

/** A time as written, not yet an instant where it has no offset of its own. */
export interface WrittenMoment {
  readonly day: Day;
  readonly minute: Minute;
  /** Within the minute; undefined when no seconds are written. */
  readonly milliseconds: number | undefined;
  /** Where its clock stands: an offset in minutes or a zone's name; undefined: whatever zone the reader is in. */
  readonly clock: { readonly offset: number } | { readonly zone: Zone } | undefined;
}

/**
 * Reads `2026-08-22T10:15`, with seconds, an offset (`Z`, `+09:00`) or a zone in brackets after it (RFC 9557); also with
 * a space for the T, slashes, single digits and full-width forms. Undefined when it is not written so or does not exist.
 */
export function parseMoment(text: string): WrittenMoment | undefined {
  const match = pattern.exec(text.normalize("NFKC").trim());
  if (!match) return undefined;
  const [year, month, dayOfMonth, hour, minuteOfHour, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const minute = (hour ?? 0) * 60 + (minuteOfHour ?? 0);
  if (!exists(year ?? 0, month ?? 0, dayOfMonth ?? 0) || minute > 1440) return undefined;
  const clock = clockOf(match[8], match[9]);
  if (clock === "unknown") return undefined;
  const fraction = Math.trunc(Number(match[7] ?? 0) * 1000);
  return {
    day: dayOf(year ?? 0, month ?? 0, dayOfMonth ?? 0),
    minute,
    milliseconds: match[6] === undefined ? undefined : (second ?? 0) * 1000 + fraction,
    clock,
  };
}

/** What is wrong with a text that is no moment: a date alone lacks its time, which no deadline can do without. */
export function notAMoment(text: string): Localized {
  const date = /^\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s*$/.exec(text.normalize("NFKC"))?.[1];
  const isDate = date !== undefined && parseMoment(`${date}T00:00`) !== undefined;
  return isDate ? messages.noTimeOfDay(date.replaceAll("/", "-")) : messages.notAMoment(text);
}

/** The instant of a written time; without a clock of its own it is read in `zone` (RFC 5545, 3.3.5 at clock changes). */
export function instantOf(moment: WrittenMoment, zone: Zone): Instant {
  const within = moment.milliseconds ?? 0;
  if (moment.clock && "offset" in moment.clock) {
    return moment.day * dayMilliseconds + (moment.minute - moment.clock.offset) * minuteMilliseconds + within;
  }
  return toInstant(moment.clock?.zone ?? zone, moment.day, moment.minute) + within;
}

/** Whether an instant is the written one, to the minute where no seconds are written. */
export function sameMoment(moment: WrittenMoment, instant: Instant, zone: Zone): boolean {
  const written = instantOf(moment, zone);
  if (moment.milliseconds !== undefined) return written === instant;
  return Math.floor(written / minuteMilliseconds) === Math.floor(instant / minuteMilliseconds);
}

/** An instant on a zone's clock as `2026-08-24T14:00`, with seconds where it has some, and the offset where the clock shows that twice. */
export function formatMoment(instant: Instant, zone: Zone): string {
  const seconds = Math.floor(toLocal(zone, instant).millisecond / 1000);
  const time = formatInstant(zone, instant) + (seconds > 0 ? ":" + String(seconds).padStart(2, "0") : "");
  return time + offsetOfRepeated(zone, instant);
}

const pattern =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt]|\s+)(\d{1,2}):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?\s*([Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?(?:\[([^\]]{1,64})\])?$/;

function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function clockOf(offset: string | undefined, name: string | undefined): WrittenMoment["clock"] | "unknown" {
  if (offset !== undefined) return { offset: minutesOf(offset) };
  if (name === undefined) return undefined;
  const zone = zoneOf(name);
  return zone ? { zone } : "unknown";
}

function minutesOf(offset: string): number {
  if (/^[Zz]$/.test(offset)) return 0;
  const digits = offset.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return digits.startsWith("-") ? -minutes : minutes;
}
