/** At which times of a request a difference shows, and whether answers come earlier or later. */
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import { instantsBetween } from "../questions/marks.ts";
import { dayMilliseconds, minuteMilliseconds, weekdayOf } from "../time/date.ts";
import type { Instant, Interval } from "../time/spec.ts";
import { toLocal, type Zone } from "../time/zone.ts";
import { type Answers, answersTo, areDifferent, type Question } from "./asking.ts";

/** What was seen of a question at several times. */
export interface Seen {
  readonly earlier: Instant | undefined;
  readonly later: Instant | undefined;
  /** The first time at which the answers differ at all. */
  readonly differing: Instant | undefined;
}

/** Asks a question at times, the more ordinary first, until it was answered earlier as well as later. */
export function seenAt(question: Question, instants: readonly Instant[]): Seen {
  const seen: { -readonly [Key in keyof Seen]: Seen[Key] } = {
    earlier: undefined,
    later: undefined,
    differing: undefined,
  };
  for (const at of instants) {
    const answers = answersTo(question, at);
    const order = soonerOf(answers);
    if (order < 0) seen.earlier ??= at;
    if (order > 0) seen.later ??= at;
    if (seen.differing === undefined && (order !== 0 || areDifferent(answers))) seen.differing = at;
    if (seen.earlier !== undefined && seen.later !== undefined) break;
  }
  return seen;
}

/** Negative where the second revision answers or solves earlier, positive where later. */
export function soonerOf({ before, after }: Answers): number {
  for (const end of ends) {
    const [old, now] = [end(before), end(after)];
    if (old !== now) return (now ?? Number.POSITIVE_INFINITY) < (old ?? Number.POSITIVE_INFINITY) ? -1 : 1;
  }
  return 0;
}

const ends: readonly ((decision: Decision) => Instant | undefined)[] = [
  ({ respond }) => respond?.deadline,
  ({ resolve }) => resolve?.deadline,
  ({ timeline }) => timeline?.doneBy,
  ({ commitment }) => commitment?.answeredBy?.deadline,
  ({ closed, request }) => (closed ? closed.until : request.at),
];

/** Times within intervals at which answers may change, within some weeks of a first one, and every half hour of a week; those at which people ask come first. */
export function timesIn(
  models: readonly Model[],
  intervals: readonly Interval[],
  around: Instant,
  zone: Zone,
): readonly Instant[] {
  const [from, to] = [around - dayMilliseconds, around + weeks * 7 * dayMilliseconds];
  const marks = new Set(models.flatMap((model) => instantsBetween({ model }, from, to)));
  const regular = Array.from({ length: 7 * 48 }, (_, index) => around + index * halfAnHour);
  const between = [...[...marks].flatMap((at) => [at, at + halfAnHour]), ...regular];
  return ordinaryFirst([around, ...between], around, zone).filter((at) => isIn(intervals, at));
}

const weeks = 4;
const halfAnHour = 30 * minuteMilliseconds;

/** Weekdays within usual hours, then weekends, then nights; of each the nearest to a time first. */
function ordinaryFirst(instants: readonly Instant[], around: Instant, zone: Zone): readonly Instant[] {
  const ranked = [...new Set(instants)].map((at) => ({ at, rank: rankOf(at, zone), far: Math.abs(at - around) }));
  return ranked.sort((one, other) => one.rank - other.rank || one.far - other.far).map(({ at }) => at);
}

function rankOf(at: Instant, zone: Zone): number {
  const { day, minute } = toLocal(zone, at);
  if (minute < 8 * 60 || minute >= 20 * 60) return 2;
  return weekdayOf(day) < saturday ? 0 : 1;
}

const saturday = 5;

function isIn(intervals: readonly Interval[], at: Instant): boolean {
  return intervals.some(({ open, close }) => at >= open && at < close);
}
