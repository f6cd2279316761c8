/* Deadlines by walking minutes, from language.md M2. */
import type { Duration, TimeLiteral } from "../../server/core/syntax/tree.ts";
import type { Hours } from "./calendar.ts";
import { dayAt, daysOf, minuteOf, minuteOfDayAt } from "./world.ts";

/** "within 4 business hours", counted in minutes or in days. */
export interface Target {
  readonly clock: "business" | "clock" | "calendar";
  readonly days: boolean;
  readonly amount: number;
  /** Minutes since midnight. */
  readonly before: number | undefined;
}

/** In minutes of the world; `length` of the world for what lies behind it. */
export interface Deadline {
  readonly deadline: number;
  readonly breachedAfter: number;
}

/** From one minute of the world to another, the end excluded; infinite where nobody knows for how long. */
export interface Wait {
  readonly from: number;
  readonly to: number;
}

/** A written duration as a target. */
export function targetOf(duration: Duration, before: TimeLiteral | undefined): Target {
  const amount = Number(duration.amount.digits);
  return {
    clock: duration.clock ?? "business",
    days: duration.unit === "days",
    amount: duration.unit === "hours" ? amount * 60 : amount,
    before: before && before.hour * 60 + before.minute,
  };
}

/** A target as a text by which two that say the same are equal: hours are minutes, days are not. */
export function targetText({ clock, days, amount, before }: Target): string {
  return `${amount} ${clock} ${days ? "days" : "minutes"} ${before ?? ""}`;
}

/** When a request counts as received: with a cut-off perhaps at the next business day's opening. */
export function receiptOf(hours: Hours, receivedAt: number, cutoff: number | undefined): number {
  if (cutoff === undefined) return receivedAt;
  const today = dayAt(hours.clock, receivedAt);
  if (hours.days.has(today) && minuteOfDayAt(hours.clock, receivedAt) < cutoff) return receivedAt;
  for (let day = today + 1; day <= daysOf(hours.clock).last; day++) {
    const business = hours.days.get(day);
    if (business) return business.open;
  }
  return hours.open.length;
}

/** The first open minute from one on. */
export function nextOpen(hours: Hours, from: number): number {
  return nextMinute(hours, from, (minute) => hours.open[minute] === 1);
}

/** The first minute from one on that is open and in which the request does not wait. */
export function nextRunning(hours: Hours, from: number, waits: readonly Wait[]): number {
  return nextMinute(hours, from, (minute) => hours.open[minute] === 1 && !isWaiting(waits, minute));
}

/** Whether a request waits at a minute. */
export function isWaiting(waits: readonly Wait[], minute: number): boolean {
  return waits.some(({ from, to }) => from <= minute && minute < to);
}

/** The open minutes from one minute to another. */
export function openBetween(hours: Hours, from: number, to: number): number {
  let count = 0;
  for (let minute = from; minute < to; minute++) count += hours.open[minute] ?? 0;
  return count;
}

/** The deadline of a target for a request that counts as received at a minute. */
export function deadlineOf(hours: Hours, target: Target, received: number, waits: readonly Wait[]): Deadline {
  if (received >= hours.open.length) return same(received);
  const waiting = (minute: number) => isWaiting(waits, minute);
  if (target.clock === "calendar") {
    const day = dayAt(hours.clock, received) + target.amount;
    return same(minuteOf(hours.clock, day, target.before ?? 1440));
  }
  const runs = (minute: number) => (target.clock === "clock" || hours.open[minute] === 1) && !waiting(minute);
  const start = target.clock === "business" ? nextMinute(hours, received, runs) : received;
  if (!target.days) return afterMinutes(hours, target.amount, start, runs);
  return target.amount === 0 ? same(start) : afterDays(hours, target, received, waiting);
}

function afterMinutes(hours: Hours, amount: number, start: number, runs: (minute: number) => boolean): Deadline {
  let minute = start;
  for (let passed = 0; passed < amount && minute < hours.open.length; minute++) if (runs(minute)) passed++;
  return { deadline: minute, breachedAfter: nextMinute(hours, minute, runs) };
}

/** A business day at whose close the request waits is not counted; of the last one it is the time of day that counts. */
function afterDays(hours: Hours, target: Target, received: number, waiting: (minute: number) => boolean): Deadline {
  let counted = 0;
  for (let day = dayAt(hours.clock, received) + 1; day <= daysOf(hours.clock).last; day++) {
    const business = hours.days.get(day);
    if (!business) continue;
    const isLast = counted === target.amount - 1;
    const end = isLast && target.before !== undefined ? timeIn(hours, day, target.before, business) : business.close;
    if (waiting(end)) continue;
    if (isLast) return same(end);
    counted++;
  }
  return same(hours.open.length);
}

/** A time of day on a business day: of its date, unless only that of the next morning lies in its hours. */
function timeIn({ clock }: Hours, day: number, time: number, { open, close }: { open: number; close: number }): number {
  const [today, tomorrow] = [minuteOf(clock, day, time), minuteOf(clock, day + 1, time)];
  return today < open && tomorrow <= close ? tomorrow : today;
}

function nextMinute(hours: Hours, from: number, holds: (minute: number) => boolean): number {
  let minute = from;
  while (minute < hours.open.length && !holds(minute)) minute++;
  return minute;
}

function same(minute: number): Deadline {
  return { deadline: minute, breachedAfter: minute };
}
