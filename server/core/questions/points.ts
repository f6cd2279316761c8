import { type Decimal, normalised } from "../model/decimal.ts";
import type { Constant } from "../model/model.ts";
import type { Day, Minute } from "../time/spec.ts";

/** A value to try in place of another; where it lies beyond its limit, it stands for all values up to the next constant of a condition. */
export interface Point {
  readonly value: Constant;
  readonly than: "is" | "above" | "below";
  readonly limit: Constant;
  /** From the value that the request has; comparable within one field. */
  readonly distance: bigint;
}

/** Points on either side of a value, the nearest first. */
export interface Points {
  readonly below: readonly Point[];
  readonly above: readonly Point[];
}

/** No value to try. */
export const noPoints: Points = { below: [], above: [] };

/** Each constant of the conditions and what lies directly beside it, exactly; `grain` is the number of decimals that values have, if it is limited. */
export function decimalPoints(given: Decimal, constants: readonly Decimal[], grain: number | undefined): Points {
  // One more place than any value has, so that the step beside a constant never reaches another.
  const finest = Math.max(grain ?? 0, given.scale, ...constants.map((each) => each.scale));
  const scale = grain === undefined ? finest + 1 : finest;
  const step = 10n ** BigInt(scale - (grain ?? scale));
  const unitsOf = (each: Decimal) => each.unscaled * 10n ** BigInt(scale - each.scale);
  const spots = constants.map(unitsOf).flatMap((limit): readonly Spot[] => [
    { at: limit, than: "is", limit },
    // Where values come in steps, the one beside a constant is a value of its own.
    grain === undefined ? { at: limit + step, than: "above", limit } : exactly(limit + step),
    grain === undefined ? { at: limit - step, than: "below", limit } : exactly(limit - step),
  ]);
  const lowest = [given, ...constants].some(({ unscaled }) => unscaled < 0n) ? undefined : 0n;
  const possible = lowest === undefined ? spots : spots.filter(({ at }) => at >= lowest);
  return pointsAround(unitsOf(given), possible, (at) => ({ kind: "decimal", value: normalised(at, scale) }));
}

/** Every day for some time around a day, as weekdays and calendars may be asked about, and farther ones that conditions name. */
export function dayPoints(given: Day, constants: readonly Day[]): Points {
  const near = Array.from({ length: 2 * daysAround + 1 }, (_, index) => given - daysAround + index);
  const spots = [...near, ...constants].map((day) => exactly(BigInt(day)));
  return pointsAround(BigInt(given), spots, (at) => ({ kind: "day", day: Number(at) }));
}

const daysAround = 400;

/** The times of day that conditions name, and the minutes beside them. */
export function timePoints(given: Minute, constants: readonly Minute[]): Points {
  const beside = constants.flatMap((minute) => [minute - 1, minute, minute + 1]);
  const inDay = beside.filter((minute) => minute >= 0 && minute <= 1440);
  const spots = inDay.map((minute) => exactly(BigInt(minute)));
  return pointsAround(BigInt(given), spots, (at) => ({ kind: "time", minute: Number(at) }));
}

/** A point on the line of a field's values. */
interface Spot extends Pick<Point, "than"> {
  readonly at: bigint;
  readonly limit: bigint;
}

function exactly(at: bigint): Spot {
  return { at, than: "is", limit: at };
}

function pointsAround(given: bigint, spots: readonly Spot[], constant: (at: bigint) => Constant): Points {
  const nearestFirst = spots
    .map((spot) => ({ ...spot, distance: spot.at < given ? given - spot.at : spot.at - given }))
    .sort((one, other) => Number(one.distance - other.distance));
  const points = (side: readonly (Spot & { readonly distance: bigint })[]) =>
    side.map(({ at, than, limit, distance }) => ({ value: constant(at), than, limit: constant(limit), distance }));
  return {
    below: points(nearestFirst.filter(({ at }) => at < given)),
    above: points(nearestFirst.filter(({ at }) => at > given)),
  };
}
