/** Work that goes from hand to hand, each on a calendar of its own, as a curve from arrival to end (analysis of worst cases in time). */
import type { StepTiming } from "../../model/work.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { InstantSet } from "../../time/sets.ts";
import type { Minute, Target } from "../../time/spec.ts";
import { arrivalsIn, type Curve, earlier, through } from "./curve.ts";
import { breachRule, deadlineRule, receipt, stepRule } from "./timeRules.ts";

/** One hand: the calendar that it works by, and its time. */
export interface Hand {
  readonly calendar: Calendar;
  readonly timing: StepTiming;
}

/** What a clause says of the time until something happens: a target, work in steps, or both, and then whichever ends earlier. */
export interface Chain {
  /** What receipt and targets count on. */
  readonly calendar: Calendar;
  readonly cutoff: Minute | undefined;
  readonly targets: readonly Target[];
  /** Undefined: there are no steps. */
  readonly hands: readonly Hand[] | undefined;
}

/**
 * The deadlines of a target for every request that comes in a set of instants. They are remembered beside the calendar, as many clauses
 * count alike: the dates of an agreement are two instants, and what is longer is seldom asked for again.
 */
export function deadlinesIn(calendar: Calendar, cutoff: Minute | undefined, target: Target, times: InstantSet): Curve {
  const work = (): Curve => {
    const arrivals = arrivalsIn(times);
    const received = cutoff === undefined ? arrivals : through(arrivals, receipt(calendar, cutoff));
    return through(received, deadlineRule(calendar, target));
  };
  if (times.length > mostRemembered) return work();
  const known = curves.get(calendar) ?? new Map<string, Curve>();
  curves.set(calendar, known);
  const key = [cutoff, target.amount, target.unit, target.before, ...times].join(" ");
  const curve = known.get(key) ?? work();
  if (known.size >= mostCurves) known.clear();
  known.set(key, curve);
  return curve;
}

const curves = new WeakMap<Calendar, Map<string, Curve>>();
const mostRemembered = 8;
const mostCurves = 64;

/** By when it has happened at the latest; undefined where the chain says nothing of it. */
export function endsOf({ calendar, cutoff, targets, hands }: Chain, arrivals: Curve): Curve | undefined {
  const received = cutoff === undefined ? arrivals : through(arrivals, receipt(calendar, cutoff));
  const ends = targets.map((target) => through(received, deadlineRule(calendar, target)));
  if (hands) ends.push(hands.reduce((at, hand) => through(at, stepRule(hand.calendar, hand.timing)), received));
  return ends.length === 0 ? undefined : ends.reduce(earlier);
}

/** The last instants at which a promise that starts on arrival is still kept: what happens later breaks it (language.md M2). */
export function duesOf(calendar: Calendar, target: Target, arrivals: Curve): Curve {
  return through(through(arrivals, deadlineRule(calendar, target)), breachRule(calendar, target));
}
