import type { Place, Surcharge } from "../model/model.ts";
import { type Calendar, intervalsBetween, isRestDay } from "../time/calendar.ts";
import { isJapan } from "../time/holidays.ts";
import type { Instant, Interval, Target } from "../time/spec.ts";
import { toInstant, toLocal, type Zone } from "../time/zone.ts";
import type { PremiumRange, SurchargeDue } from "./decision.ts";

/** The time that a surcharge is worked out for: from the clock's start to the resolve deadline. */
export interface Work {
  readonly calendar: Calendar;
  readonly start: Instant;
  readonly end: Instant | undefined;
  readonly resolve: Target | undefined;
}

/** The surcharge of a clause (language.md M7); a premium gets its rate at the clock's start and the further ones. */
export function surchargeDue(surcharge: Surcharge, place: Place, work: Work): SurchargeDue {
  const { rate, because } = surcharge;
  if (rate.kind !== "premium" || !isJapan(rate.region))
    return { rate, because, percent: undefined, further: [], place };
  return { rate, because, percent: premiumAt(work.calendar, work.start), further: furtherPremiums(work), place };
}

const nightBegins = 22 * 60;
const nightEnds = 5 * 60;
const night = 25;
/** On the weekly rest day, in percent; at night more. */
export const restDayPremium = 35;
const mostOvertime = 50;

/**
 * Japan's Labour Standards Act, article 37, in percent: 25 for overtime, 50 beyond 60 hours a month, 25 more at night, 35 on
 * the weekly rest day, which is never also overtime. The hours already worked are unknown, so overtime gives a range.
 */
function premiumAt(calendar: Calendar, at: Instant): PremiumRange {
  const byNight = isNight(calendar.zone, at) ? night : 0;
  if (isRestDay(calendar, at)) return { least: restDayPremium + byNight, most: restDayPremium + byNight };
  return { least: byNight, most: mostOvertime + byNight };
}

function isNight(zone: Zone, at: Instant): boolean {
  const { minute } = toLocal(zone, at);
  return minute >= nightBegins || minute < nightEnds;
}

/** Each other premium once, from when it first applies. */
function furtherPremiums(work: Work): SurchargeDue["further"] {
  const { calendar, start } = work;
  const found = [{ from: start, percent: premiumAt(calendar, start) }];
  const possible = calendar.rest === 0 ? 2 : 4;
  for (const interval of workedIntervals(work)) {
    for (let at = interval.open; at < interval.close; at = nextChange(calendar.zone, at)) {
      const percent = premiumAt(calendar, at);
      if (!found.some((each) => samePremium(each.percent, percent))) found.push({ from: at, percent });
      if (found.length === possible) return found.slice(1);
    }
  }
  return found.slice(1);
}

/** Open time for a target in business units; otherwise all time counts. */
function workedIntervals({ calendar, start, end, resolve }: Work): readonly Interval[] {
  if (end === undefined) return [];
  const counts = resolve?.unit.startsWith("business") ?? true;
  return counts ? intervalsBetween(calendar, start, end) : [{ open: start, close: end }];
}

function nextChange(zone: Zone, at: Instant): Instant {
  const { day, minute } = toLocal(zone, at);
  const change = minute < nightEnds ? nightEnds : minute < nightBegins ? nightBegins : 1440;
  // A clock change may bring the same reading back; time goes on all the same.
  return Math.max(toInstant(zone, day, change), at + 60_000);
}

function samePremium(one: PremiumRange, other: PremiumRange): boolean {
  return one.least === other.least && one.most === other.most;
}
