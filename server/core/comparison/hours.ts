/** Calendars and hours of teams that are open at other times. */

import { type Days, tenOClock } from "../prover/space/moments.ts";
import { intervalsBetween } from "../time/calendar.ts";
import { minuteMilliseconds, weekdayOf } from "../time/date.ts";
import type { Day, Instant, Interval } from "../time/spec.ts";
import { toInstant, type Zone } from "../time/zone.ts";
import type { TimesChange } from "./difference.ts";
import { instantsOf, type Pair } from "./revision.ts";
import type { Said } from "./said.ts";
import type { IsUsed } from "./shown.ts";
import { openOnlyIn, type Span, spansOf } from "./spans.ts";
import type { User } from "./users.ts";

/** Times that were opened or closed, for those who count on them. */
export interface ChangedHours {
  readonly change: Omit<TimesChange, "class">;
  readonly concerns: (user: User) => boolean;
  readonly timesToAsk: TimesToAsk;
  readonly isUsed: IsUsed;
}

/** The times at which a change may show, the more ordinary first, among those at which requests come that are answered within so many days. */
export type TimesToAsk = (asked: readonly Interval[], daysAhead: number) => readonly Instant[];

/** One entry for each calendar whose times changed, and for each team that keeps other hours than before. */
export function changedHours(pair: Pair): readonly ChangedHours[] {
  const calendars = [...pair.calendars.changed].flatMap((name) =>
    changedBetween(pair, { kind: "calendar", name }, name, name, ({ calendars: used }) => used.has(name)),
  );
  const teams = [...pair.after.model.teams].flatMap(([name, team]) => {
    const [old, now] = [pair.before.model.teams.get(name)?.hours?.value, team.hours?.value];
    if (old === undefined || now === undefined || old === now || pair.calendars.areSame(old, now)) return [];
    return changedBetween(pair, { kind: "team", name }, old, now, (user) => user.teams.has(name));
  });
  return [...calendars, ...teams];
}

function changedBetween(
  { calendars, horizon }: Pair,
  of: TimesChange["of"],
  before: string,
  after: string,
  concerns: ChangedHours["concerns"],
): readonly ChangedHours[] {
  const [old, now] = [calendars.before(before), calendars.after(after)];
  if (!old || !now) return [];
  const [from, to] = instantsOf(horizon, now.zone);
  const [ours, theirs] = [intervalsBetween(old, from, to), intervalsBetween(now, from, to)];
  const changed = (effect: TimesChange["effect"], intervals: readonly Interval[]): readonly ChangedHours[] => {
    if (intervals.length === 0) return [];
    const change = { property: "times" as const, key: `${of.kind} ${of.name} ${effect}`, of, effect };
    const spans = spansOf(intervals, now.zone);
    const isRest = effect === "rest" || effect === "no rest";
    const within = isRest ? spans.map((span) => ({ ...span, from: tenOClock })) : spans;
    const timesToAsk: TimesToAsk = (asked, daysAhead) => timesAround(within, now.zone, asked, daysAhead);
    return [{ change: { ...change, spans }, concerns, timesToAsk, isUsed: isRest ? costsByLaw : () => true }];
  };
  return [
    ...changed("closed", openOnlyIn(ours, theirs)),
    ...changed("opened", openOnlyIn(theirs, ours)),
    ...changed("rest", daysOfWeek(now.rest & ~old.rest, horizon, now.zone)),
    ...changed("no rest", daysOfWeek(old.rest & ~now.rest, horizon, now.zone)),
  ];
}

/** What a weekly rest day changes is the premium that the law asks for. */
function costsByLaw({ terms }: Said): boolean {
  return terms?.lines.surcharge?.value.rate.kind === "premium";
}

/** Whole days of a week. */
function daysOfWeek(mask: number, { first, last }: Days, zone: Zone): readonly Interval[] {
  const days = Array.from({ length: mask === 0 ? 0 : last - first + 1 }, (_, index) => first + index);
  return days
    .filter((day) => ((mask >> weekdayOf(day)) & 1) === 1)
    .map((day) => ({ open: toInstant(zone, day, 0), close: toInstant(zone, day + 1, 0) }));
}

const mostDays = 40;
const daysAround = 5;

/** Times in the spans, those on the most days first; then times from which a clock runs into them. */
function timesAround(
  spans: readonly Span[],
  zone: Zone,
  asked: readonly Interval[],
  daysAhead: number,
): readonly Instant[] {
  const near = spans.map((span) => ({ ...span, days: daysNear(span.days, zone, asked, daysAhead) }));
  const inside = near.flatMap(({ from, to, days }) => {
    const minutes = [from, from + 30, from + 60].filter((minute) => minute < to);
    return days.slice(0, mostDays).flatMap((day) => minutes.map((minute) => toInstant(zone, day, minute)));
  });
  const before = near.flatMap(({ from, days }) =>
    days
      .slice(0, daysAround)
      .flatMap((day) => [
        ...[60, 120].filter((minutes) => minutes <= from).map((minutes) => toInstant(zone, day, from - minutes)),
        ...daysBefore(day, daysAhead).map((earlier) => toInstant(zone, earlier, tenOClock)),
        ...[toInstant(zone, day, from), toInstant(zone, day, 0)].flatMap((at) => lastBefore(at, asked)),
      ]),
  );
  return [...inside, ...before];
}

/** The days from which, or from shortly before which, requests come. */
function daysNear(days: readonly Day[], zone: Zone, asked: readonly Interval[], daysAhead: number): readonly Day[] {
  return days.filter((day) => {
    const [from, to] = [toInstant(zone, day - daysAhead, 0), toInstant(zone, day + 1, 0)];
    return asked.some(({ open, close }) => open < to && close > from);
  });
}

function daysBefore(day: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => day - 1 - index);
}

/** The last requests before a time: of all that come before they are those whose hours reach the farthest beyond it. */
function lastBefore(at: Instant, asked: readonly Interval[]): readonly Instant[] {
  const last = asked.findLast(({ open }) => open < at);
  if (!last) return [];
  const end = Math.min(last.close, at);
  return [30, 1].map((minutes) => Math.max(last.open, end - minutes * minuteMilliseconds));
}
