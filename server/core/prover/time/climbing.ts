/** What is asked of each ladder: when its rungs fire, and on whose dates. */
import { type InstantSet, intersection } from "../../time/sets.ts";
import type { Day, Target } from "../../time/spec.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import type { Box } from "../space/box.ts";
import type { Dates } from "../staff/staffing.ts";
import type { Group } from "../written/group.ts";
import { deadlinesIn } from "./chain.ts";
import type { Curve } from "./curve.ts";
import { timesIn } from "./kept.ts";
import type { Terms } from "./terms.ts";
import type { Counting, Working } from "./working.ts";

/** Requests of a kind that climb one ladder, and what its rungs count on. */
export interface Climbing {
  readonly group: Group;
  readonly terms: Terms;
  readonly counting: Counting;
  readonly working: Working;
  readonly today: Day;
}

/** When a rung fires, or a target is over, for every request that comes at some times. */
export function firesAt({ terms, counting }: Climbing, target: Target, times: InstantSet): Curve {
  return deadlinesIn(counting.calendar, terms.lines.cutoff?.value, target, times);
}

/** The times of the requests of a box from today on. */
export function timesFromToday({ group, counting, today }: Climbing, box: Box): InstantSet {
  return intersection(timesIn(group, box), [toInstant(counting.calendar.zone, today, 0), Number.POSITIVE_INFINITY]);
}

/** A year in which rungs may fire after the dates at which somebody can still do something. */
const yearAndMore = 400;

/** The dates on which the rungs of requests from today on may fire. */
export function firingDates({ group, today }: Climbing): Dates {
  return { first: today, last: Math.max(today, group.space.horizon.last + yearAndMore) };
}

/** Turns and absences are read on the date of the team. */
export function zoneOf({ working, counting }: Climbing, team: string | undefined): Zone {
  const hours = team === undefined ? undefined : working.model.teams.get(team)?.hours?.value;
  return (hours === undefined ? undefined : working.ground.calendarNamed(hours)?.zone) ?? counting.calendar.zone;
}
