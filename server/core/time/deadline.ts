import { businessDayClose, type Calendar, isBusinessDay, nextOpening, openTimeBetween } from "./calendar.ts";
import { deadlineWithin, elapsedAt, instantAfter, totalOf } from "./chunk.ts";
import { businessDayAfter, businessDayBefore, businessDayOpen } from "./counting.ts";
import { dayMilliseconds, dayOf } from "./date.ts";
import { exactProduct, millisecondsOf } from "./duration.ts";
import type { Day, Deadline, Instant, Interval, Minute, Target } from "./spec.ts";
import { chunkAt, chunkIndex, daysSearched, timeSearched } from "./timetable.ts";
import { type Clock, isWaiting, type StoppableClock, stoppedWhile } from "./waiting.ts";
import { localDay, toInstant, toLocal } from "./zone.ts";

const none: Deadline = { deadline: undefined, breachedAfter: undefined };
const noPauses: readonly Interval[] = [];
const endOfTime = dayOf(10_000, 1, 1) * dayMilliseconds;

/** When a request counts as received: at or after the cut-off of a business day, or on another day, at the opening of the next business day. */
export function receivedAt(calendar: Calendar, received: Instant, cutoff: Minute | undefined): Instant | undefined {
  if (cutoff === undefined) return received;
  const { day, minute } = toLocal(calendar.zone, received);
  if (minute < cutoff && isBusinessDay(calendar, day)) return received;
  const next = businessDayAfter(calendar, day, 1);
  return next === undefined ? undefined : businessDayOpen(calendar, next);
}

/** The date on which a request counts as received; its own date when no business day comes within ten years. */
export function receivedDay(calendar: Calendar, received: Instant, cutoff: Minute | undefined): Day {
  return localDay(calendar.zone, receivedAt(calendar, received, cutoff) ?? received);
}

/** Where business units start: at receipt when open, else at the next opening; undefined when none within ten years. */
export function clockStart(calendar: Calendar, received: Instant, cutoff: Minute | undefined): Instant | undefined {
  const at = receivedAt(calendar, received, cutoff);
  return at === undefined ? undefined : nextOpening(calendar, at);
}

/** The deadline of a target (language.md M2); while a request waits, its pauses close the calendar and stop clock hours. */
export function deadlineOf(
  calendar: Calendar,
  target: Target,
  received: Instant,
  cutoff: Minute | undefined,
  pauses: readonly Interval[] = noPauses,
): Deadline {
  const at = receivedAt(calendar, received, cutoff);
  if (at === undefined || Number.isNaN(target.amount)) return none;
  const { amount, unit, before } = target;
  const unitMilliseconds = millisecondsOf(unit);
  if (unitMilliseconds !== undefined) {
    const milliseconds = exactProduct(amount, unitMilliseconds);
    if (unit === "clock hours" || unit === "clock minutes")
      return runOut(stoppedWhile(plainClock, pauses), at, milliseconds);
    if (pauses.length > 0) return businessRunOut(stoppedWhile(businessClock(calendar), pauses), at, milliseconds);
    return openTimeRunOut(calendar, at, milliseconds);
  }
  const day = localDay(calendar.zone, at);
  if (unit === "calendar days") return passed(timeOnDay(calendar, day + Math.ceil(amount), before ?? 1440));
  if (amount <= 0) return passed(stoppedWhile(businessClock(calendar), pauses).next(at));
  return passed(endOfDays(calendar, { day, amount: Math.ceil(amount), before }, pauses));
}

/** The earliest instant by which so many open milliseconds have passed (it may be a closing instant); undefined when none within ten years. */
export function addOpenTime(calendar: Calendar, from: Instant, milliseconds: number): Instant | undefined {
  if (!(milliseconds > 0)) return from;
  const limit = from + timeSearched;
  const last = chunkIndex(limit);
  let index = chunkIndex(from);
  let chunk = chunkAt(calendar, index);
  let wanted = milliseconds + elapsedAt(chunk, from);
  while (wanted > totalOf(chunk)) {
    if (index >= last) return undefined;
    wanted -= totalOf(chunk);
    index += 1;
    chunk = chunkAt(calendar, index);
  }
  const at = instantAfter(chunk, wanted);
  return at <= limit ? at : undefined;
}

/** The close of the n-th business day strictly before a date (zero: of the date itself, or of the business day before a closed one). */
export function businessDaysBefore(calendar: Calendar, n: number, day: Day): Instant | undefined {
  const found = n > 0 ? businessDayBefore(calendar, day, n) : businessDayBefore(calendar, day + 1, 1);
  return found === undefined ? undefined : businessDayClose(calendar, found);
}

const plainClock: StoppableClock = {
  add: (from, milliseconds) => writable(from + Math.max(0, milliseconds)),
  between: (from, to) => Math.max(0, to - from),
  next: writable,
};

function businessClock(calendar: Calendar): StoppableClock {
  return {
    add: (from, milliseconds) => addOpenTime(calendar, from, milliseconds),
    between: (from, to) => openTimeBetween(calendar, from, to),
    next: (at) => nextOpening(calendar, at),
  };
}

// Nearly every decision takes the first way: no waiting, and all of the target in one chunk.
function openTimeRunOut(calendar: Calendar, at: Instant, milliseconds: number): Deadline {
  const near = milliseconds > 0 ? deadlineWithin(chunkAt(calendar, chunkIndex(at)), at, milliseconds) : undefined;
  return near ?? businessRunOut(businessClock(calendar), at, milliseconds);
}

function businessRunOut(clock: Clock, at: Instant, milliseconds: number): Deadline {
  const start = clock.next(at);
  if (start === undefined) return none;
  const { deadline, breachedAfter } = runOut(clock, start, milliseconds);
  return deadline !== undefined && deadline <= start + timeSearched ? { deadline, breachedAfter } : none;
}

function runOut(clock: Clock, start: Instant, milliseconds: number): Deadline {
  const deadline = milliseconds > 0 ? clock.add(start, milliseconds) : start;
  return deadline === undefined ? none : { deadline, breachedAfter: clock.next(deadline) };
}

/** So many business days after a date, the last of them perhaps at a time of day. */
interface Days {
  readonly day: Day;
  readonly amount: number;
  readonly before: Minute | undefined;
}

/** The end of the n-th business day after a date; a day at whose end the request waits is not counted, the last one's being its time of day. */
function endOfDays(
  calendar: Calendar,
  { day, amount, before }: Days,
  pauses: readonly Interval[],
): Instant | undefined {
  if (pauses.length === 0) return businessDayEnd(calendar, businessDayAfter(calendar, day, amount), before);
  let left = amount;
  let counted = businessDayAfter(calendar, day, 1);
  while (counted !== undefined && counted <= day + daysSearched) {
    const end = businessDayEnd(calendar, counted, left > 1 ? undefined : before);
    if (end !== undefined && !isWaiting(pauses, end)) left -= 1;
    if (left <= 0) return end;
    counted = businessDayAfter(calendar, counted, 1);
  }
  return undefined;
}

/** The close of a business day, or a time of day: where that comes before its opening and again by its close, the latter, as in a night's shift. */
function businessDayEnd(calendar: Calendar, day: Day | undefined, before: Minute | undefined): Instant | undefined {
  if (day === undefined) return undefined;
  const close = businessDayClose(calendar, day);
  if (before === undefined) return close;
  const at = toInstant(calendar.zone, day, before);
  const open = businessDayOpen(calendar, day);
  if (open === undefined || close === undefined || at >= open) return at;
  const next = toInstant(calendar.zone, day + 1, before);
  return next <= close ? next : at;
}

function timeOnDay(calendar: Calendar, day: Day, minute: Minute): Instant | undefined {
  return writable(toInstant(calendar.zone, day, minute));
}

/** A deadline that is broken by whatever comes after it. */
function passed(deadline: Instant | undefined): Deadline {
  return deadline === undefined ? none : { deadline, breachedAfter: deadline };
}

/** An instant that can be written as a date; undefined beyond the year 9999. */
function writable(at: Instant): Instant | undefined {
  return at < endOfTime ? at : undefined;
}
