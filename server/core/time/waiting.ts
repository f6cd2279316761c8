import { type InstantSet, at as instantAt, setOf } from "./sets.ts";
import type { Instant, Interval } from "./spec.ts";

/** What deadlines in hours run on: business time of a calendar, or plain time. */
export interface Clock {
  /** The earliest instant by which so many milliseconds have passed on it; undefined when there is none. */
  readonly add: (from: Instant, milliseconds: number) => Instant | undefined;
  /** The first instant, from the given one on, at which it runs; undefined when there is none. */
  readonly next: (at: Instant) => Instant | undefined;
}

/** A clock of which the time between two instants is known, so that it can be stopped. */
export interface StoppableClock extends Clock {
  /** Milliseconds that pass on it between two instants. */
  readonly between: (from: Instant, to: Instant) => number;
}

/** The clock that stands still while a request waits (language.md M2: waiting closes the calendar for that time). */
export function stoppedWhile(clock: StoppableClock, pauses: readonly Interval[]): Clock {
  if (pauses.length === 0) return clock;
  const waits = setOf(pauses.flatMap(({ open, close }) => [open, close]));
  return {
    add: (from, milliseconds) => addAround(clock, waits, from, milliseconds),
    next: (at) => nextAround(clock, waits, at),
  };
}

/** Whether a request waits at an instant. */
export function isWaiting(pauses: readonly Interval[], at: Instant): boolean {
  return pauses.some(({ open, close }) => open <= at && at < close);
}

function addAround(clock: StoppableClock, waits: InstantSet, from: Instant, milliseconds: number): Instant | undefined {
  let at = from;
  let left = milliseconds;
  for (let index = 0; index < waits.length; index += 2) {
    const [open, close] = [instantAt(waits, index), instantAt(waits, index + 1)];
    if (close <= at) continue;
    const passed = open > at ? clock.between(at, open) : 0;
    if (passed >= left) break;
    left -= passed;
    at = close;
  }
  return clock.add(at, left);
}

function nextAround(clock: Clock, waits: InstantSet, from: Instant): Instant | undefined {
  let at = clock.next(from);
  for (let index = 0; index < waits.length && at !== undefined; index += 2) {
    const [open, close] = [instantAt(waits, index), instantAt(waits, index + 1)];
    if (at >= open && at < close) at = clock.next(close);
  }
  return at;
}
