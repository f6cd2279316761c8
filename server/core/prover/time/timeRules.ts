/** Targets, cut-offs and times of day as rules that curves of arrivals are led through (language.md M2, M5). */
import type { StepTiming } from "../../model/work.ts";
import { type Calendar, intervalsBetween, nextOpening, openTimeBetween } from "../../time/calendar.ts";
import { dayMilliseconds, minuteMilliseconds } from "../../time/date.ts";
import { addOpenTime, deadlineOf, receivedAt } from "../../time/deadline.ts";
import { exactProduct, millisecondsOf } from "../../time/duration.ts";
import type { Instant, Minute, Target } from "../../time/spec.ts";
import { nextTimeOfDay } from "../../time/timeOfDay.ts";
import { localDay, offsetAt, toInstant, type Zone } from "../../time/zone.ts";
import type { TimeRule } from "./curve.ts";

const never = Number.POSITIVE_INFINITY;

/** When a request counts as received; without a cut-off at once. */
export function receipt(calendar: Calendar, cutoff: Minute | undefined): TimeRule {
  return {
    at: (instant) => receivedAt(calendar, instant, cutoff) ?? never,
    changes: (from, to) => (cutoff === undefined ? [] : readings(calendar.zone, [0, cutoff], from, to)),
  };
}

/** The deadline of a target that starts on receipt, the cut-off left aside. */
export function deadlineRule(calendar: Calendar, target: Target): TimeRule {
  return {
    at: (instant) => deadlineOf(calendar, target, instant, undefined).deadline ?? never,
    changes: (from, to) => changesOf(calendar, target, from, to),
  };
}

/** From when on a target is broken that has run out: deadlines in hours that fall on a closing are not before the next opening. */
export function breachRule(calendar: Calendar, { unit }: Target): TimeRule {
  return unit === "business hours" || unit === "business minutes" ? openingRule(calendar) : atOnce;
}

/** The next opening. */
export function openingRule(calendar: Calendar): TimeRule {
  return {
    at: (instant) => nextOpening(calendar, instant) ?? never,
    changes: (from, to) => hoursChanges(calendar, 0, from, to),
  };
}

const atOnce: TimeRule = { at: (instant) => instant, changes: () => [] };

/** When a step ends that begins at an instant. */
export function stepRule(calendar: Calendar, timing: StepTiming): TimeRule {
  if (timing.kind === "within") return deadlineRule(calendar, timing.target);
  return {
    at: (instant) => nextTimeOfDay(calendar, timing, instant) ?? never,
    changes: (from, to) => timesOfDay(calendar.zone, timing.minute, from, to),
  };
}

function changesOf(calendar: Calendar, { amount, unit }: Target, from: Instant, to: Instant): readonly Instant[] {
  const each = millisecondsOf(unit);
  if (unit === "clock hours" || unit === "clock minutes") return [];
  if (each !== undefined) return hoursChanges(calendar, exactProduct(amount, each), from, to);
  // So many days count from the date of receipt; none at all, from the next opening.
  return unit === "business days" && amount <= 0
    ? hoursChanges(calendar, 0, from, to)
    : readings(calendar.zone, [0], from, to);
}

/** Where the end of so many open milliseconds stops, goes on, or jumps over closed time. */
function hoursChanges(calendar: Calendar, milliseconds: number, from: Instant, to: Instant): readonly Instant[] {
  const changes: Instant[] = [];
  for (const { open, close } of intervalsBetween(calendar, from, to + 1)) {
    changes.push(open, close);
    const [first, last] = [open, close].map((at) => addOpenTime(calendar, at, milliseconds));
    if (first === undefined || last === undefined) continue;
    // The closing instant is still reached, be it by the opening itself; what comes after it, only when it is open again.
    for (const reached of intervalsBetween(calendar, first - 1, last))
      if (reached.close < last) changes.push(open + openTimeBetween(calendar, first, reached.close) + 1);
  }
  return changes;
}

/** The instants at which a zone's clock may show some times of day, and those at which it is changed. */
function readings(zone: Zone, minutes: readonly Minute[], from: Instant, to: Instant): readonly Instant[] {
  const found: Instant[] = [];
  const last = localDay(zone, to) + 1;
  for (let day = localDay(zone, from) - 1; day <= last; day += 1) {
    const local = day * dayMilliseconds;
    const [before, after] = [offsetAt(zone, local - dayMilliseconds), offsetAt(zone, local + 2 * dayMilliseconds)];
    for (const minute of minutes) {
      const shown = local + minute * minuteMilliseconds;
      found.push(shown - before);
      if (before !== after) found.push(shown - after);
    }
    if (before !== after) found.push(clockChange(zone, local - dayMilliseconds, local + 2 * dayMilliseconds));
  }
  return found;
}

/** The first instant of another offset between two that have different ones. */
function clockChange(zone: Zone, before: Instant, after: Instant): Instant {
  let [low, high] = [before, after];
  const offset = offsetAt(zone, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Directly after each such time of day the next one counts. */
function timesOfDay(zone: Zone, minute: Minute, from: Instant, to: Instant): readonly Instant[] {
  const found: Instant[] = [];
  const last = localDay(zone, to) + 1;
  for (let day = localDay(zone, from) - 2; day <= last; day += 1) found.push(toInstant(zone, day, minute) + 1);
  return found;
}
