/** At which times of a request a difference shows, and whether answers come earlier or later. */
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import { instantsBetween } from "../questions/marks.ts";
import { dayMilliseconds, minuteMilliseconds } from "../time/date.ts";
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

/** Times within intervals at which answers may change, within some weeks of a first one; those at which people ask come first. */
export function timesIn(
  models: readonly Model[],
  intervals: readonly Interval[],
  around: Instant,
  zone: Zone,
): readonly Instant[] {
  const marks = new Set(
    models.flatMap((model) =>
      instantsBetween({ model }, around - dayMilliseconds, around + weeks * 7 * dayMilliseconds),
    ),
  );
  const between = [...marks].flatMap((at) => [at, at + halfAnHour]);
  return ordinaryFirst([around, ...between], zone).filter((at) => isIn(intervals, at));
}

const weeks = 4;
const halfAnHour = 30 * minuteMilliseconds;

/** At ten, then within usual hours, then the rest; each in its order. */
export function ordinaryFirst(instants: readonly Instant[], zone: Zone): readonly Instant[] {
  const ranked = [...new Set(instants)].map((at) => ({ at, rank: rankOf(at, zone) }));
  return ranked.sort((one, other) => one.rank - other.rank || one.at - other.at).map(({ at }) => at);
}

function rankOf(at: Instant, zone: Zone): number {
  const { day, minute } = toLocal(zone, at);
  const isWeekday = (((day + 3) % 7) + 7) % 7 < 5;
  const isDaytime = minute >= 8 * 60 && minute < 20 * 60;
  if (minute === 600) return isWeekday ? 0 : 2;
  return isDaytime ? (isWeekday ? 1 : 3) : 4;
}

function isIn(intervals: readonly Interval[], at: Instant): boolean {
  return intervals.some(({ open, close }) => at >= open && at < close);
}
