/** Calendars and hours of teams that are open at other times. */
import { intervalsBetween } from "../time/calendar.ts";
import { minuteMilliseconds } from "../time/date.ts";
import type { Instant, Interval } from "../time/spec.ts";
import type { TimesChange } from "./difference.ts";
import { instantsOf, type Pair } from "./revision.ts";
import { openOnlyIn, spansOf } from "./spans.ts";
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
    return [{ change: { ...change, spans: spansOf(intervals, now.zone) }, concerns, instants: insideOf(intervals) }];
  };
  return [...changed("closed", openOnlyIn(ours, theirs)), ...changed("opened", openOnlyIn(theirs, ours))];
}

const mostIntervals = 60;

/** The beginning of each interval, and half an hour and an hour later where these lie in it. */
function insideOf(intervals: readonly Interval[]): readonly Instant[] {
  return intervals
    .slice(0, mostIntervals)
    .flatMap(({ open, close }) =>
      [0, 30, 60].map((minutes) => open + minutes * minuteMilliseconds).filter((at) => at < close),
    );
}
