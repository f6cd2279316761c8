/** Calendars and hours of teams that are open at other times. */
import { intervalsBetween } from "../time/calendar.ts";
import type { Instant, Interval } from "../time/spec.ts";
import { toInstant, type Zone } from "../time/zone.ts";
import type { TimesChange } from "./difference.ts";
import { instantsOf, type Pair } from "./revision.ts";
import { openOnlyIn, type Span, spansOf } from "./spans.ts";
import type { User } from "./users.ts";

/** Times that were opened or closed, for those who count on them. */
export interface ChangedHours {
  readonly change: Omit<TimesChange, "class">;
  readonly concerns: (user: User) => boolean;
  /** Times at which it may show. */
  readonly instants: readonly Instant[];
}

/** By calendar whose times changed, and by team that keeps another calendar's. */
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
    return [{ change: { ...change, spans }, concerns, instants: timesAround(spans, now.zone) }];
  };
  return [...changed("closed", openOnlyIn(ours, theirs)), ...changed("opened", openOnlyIn(theirs, ours))];
}

const mostDays = 40;
const daysAround = 5;

/** Times in the spans, those on the most days first; then times from which a clock runs into them. */
function timesAround(spans: readonly Span[], zone: Zone): readonly Instant[] {
  const inside = spans.flatMap(({ from, to, days }) => {
    const minutes = [from, from + 30, from + 60].filter((minute) => minute < to);
    return days.slice(0, mostDays).flatMap((day) => minutes.map((minute) => toInstant(zone, day, minute)));
  });
  const before = spans.flatMap(({ from, days }) =>
    days
      .slice(0, daysAround)
      .flatMap((day) => [
        ...[60, 120].filter((minutes) => minutes <= from).map((minutes) => toInstant(zone, day, from - minutes)),
        ...[1, 2, 3].map((earlier) => toInstant(zone, day - earlier, 600)),
      ]),
  );
  return [...inside, ...before];
}
