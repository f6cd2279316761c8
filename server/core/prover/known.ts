/** Results that are kept by what they are about, with what they took, so that what is kept and what is found anew come to the same. */

import { sameElements } from "./lists.ts";
import type { Budget } from "./space/cover.ts";

/** A result and the steps that it took. */
export interface Known<Result> {
  readonly result: Result;
  readonly steps: number;
}

/** The result kept for a key, paid for as when it was found, or found now; where the steps do not suffice it is not kept. */
export function recalled<Result>(
  memory: WeakMap<object, Known<Result>>,
  key: object,
  budget: Budget,
  find: () => Result,
): Result {
  return (paid(memory.get(key), budget) ?? found(memory, key, budget, find)).result;
}

function paid<Result>(known: Known<Result> | undefined, budget: Budget): Known<Result> | undefined {
  if (!known || known.steps > budget.left) return undefined;
  budget.left -= known.steps;
  return known;
}

function found<Result>(
  memory: WeakMap<object, Known<Result>>,
  key: object,
  budget: Budget,
  find: () => Result,
): Known<Result> {
  const before = budget.left;
  const known = { result: find(), steps: before - budget.left };
  if (budget.left >= 0) memory.set(key, known);
  return known;
}

// in a row --------------------------------------------------------------------------------------------------------------

/** Results by what they are about. What stands where it stood the last time is found without being looked up, which takes longer than all else where it is much. */
export interface Series<Key extends object, Result> {
  readonly known: WeakMap<Key, Known<Result>>;
  /** By whom they were asked for. */
  readonly last: WeakMap<object, Row<Key, Result>>;
}

/** Results as they were asked for one after the other. */
interface Row<Key, Result> {
  readonly keys: readonly Key[];
  readonly known: readonly Known<Result>[];
  readonly results: readonly Result[];
  readonly steps: number;
}

/** A series of which nothing is known. */
export function newSeries<Key extends object, Result>(): Series<Key, Result> {
  return { known: new WeakMap(), last: new WeakMap() };
}

/** `recalled` for each of several keys; the same list while an owner asks for the same. */
export function recalledEach<Key extends object, Result>(
  series: Series<Key, Result>,
  owner: object,
  keys: readonly Key[],
  budget: Budget,
  find: (key: Key, index: number) => Result,
): readonly Result[] {
  const last = series.last.get(owner);
  const before = budget.left;
  if (last && last.steps <= before && sameElements(last.keys, keys)) {
    budget.left -= last.steps;
    return last.results;
  }
  const known = keys.map((key, index) => {
    const kept = last?.keys[index] === key ? last.known[index] : undefined;
    return paid(kept, budget) ?? lookedUp(series, key, index, budget, find);
  });
  const results = known.map(({ result }) => result);
  if (budget.left >= 0) series.last.set(owner, { keys, known, results, steps: before - budget.left });
  return results;
}

function lookedUp<Key extends object, Result>(
  { known }: Series<Key, Result>,
  key: Key,
  index: number,
  budget: Budget,
  find: (key: Key, index: number) => Result,
): Known<Result> {
  return paid(known.get(key), budget) ?? found(known, key, budget, () => find(key, index));
}

/** `recalledEach` for what takes no steps. */
export function keptEach<Key extends object, Result>(
  series: Series<Key, Result>,
  owner: object,
  keys: readonly Key[],
  find: (key: Key, index: number) => Result,
): readonly Result[] {
  return recalledEach(series, owner, keys, { left: 0 }, find);
}
