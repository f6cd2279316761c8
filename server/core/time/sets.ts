import type { Instant } from "./spec.ts";

/** A set of instants as open, close, open, close …: in order, none empty, none touching the next. */
export type InstantSet = readonly Instant[];

/** No instant at all. */
export const nothing: InstantSet = [];

/** The set that covers pairs given in any order, where touching ones become one and those that end before they start are dropped. */
export function setOf(pairs: readonly Instant[]): InstantSet {
  return joined(isOrdered(pairs) ? pairs : ordered(pairs));
}

/** What is in either of two sets. */
export function union(left: InstantSet, right: InstantSet): InstantSet {
  if (left.length === 0) return right;
  return right.length === 0 ? left : setOf([...left, ...right]);
}

/** What is in `left` and not in `right`. */
export function minus(left: InstantSet, right: InstantSet): InstantSet {
  if (left.length === 0 || right.length === 0) return left;
  const result: Instant[] = [];
  let cut = 0;
  for (let index = 0; index < left.length; index += 2) {
    let open = at(left, index);
    const close = at(left, index + 1);
    while (cut < right.length && at(right, cut + 1) <= open) cut += 2;
    for (let inside = cut; inside < right.length && at(right, inside) < close; inside += 2) {
      if (at(right, inside) > open) result.push(open, at(right, inside));
      open = at(right, inside + 1);
    }
    if (open < close) result.push(open, close);
  }
  return result;
}

/** What is in both of two sets. */
export function intersection(left: InstantSet, right: InstantSet): InstantSet {
  return minus(left, minus(left, right));
}

/** The part of a set between two instants, the second excluded. */
export function clipped(set: InstantSet, from: Instant, to: Instant): InstantSet {
  return from < to ? intersection(set, [from, to]) : nothing;
}

/** The instant at an index of a list of pairs. */
export function at(pairs: readonly Instant[], index: number): Instant {
  return pairs[index] ?? Number.NaN;
}

function isOrdered(pairs: readonly Instant[]): boolean {
  for (let index = 2; index < pairs.length; index += 2) if (at(pairs, index) < at(pairs, index - 2)) return false;
  return true;
}

function ordered(pairs: readonly Instant[]): Instant[] {
  const rows: [Instant, Instant][] = [];
  for (let index = 0; index < pairs.length; index += 2) rows.push([at(pairs, index), at(pairs, index + 1)]);
  return rows.sort((left, right) => left[0] - right[0]).flat();
}

function joined(pairs: readonly Instant[]): InstantSet {
  const result: Instant[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const [open, close] = [at(pairs, index), at(pairs, index + 1)];
    if (!(close > open)) continue;
    const last = result.length - 1;
    if (last > 0 && open <= at(result, last)) result[last] = Math.max(at(result, last), close);
    else result.push(open, close);
  }
  return result;
}
