/** Results that are kept by what they are about, with what they took, so that what is kept and what is found anew come to the same. */
import type { Budget } from "./cover.ts";

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
  const known = memory.get(key);
  if (known && known.steps <= budget.left) {
    budget.left -= known.steps;
    return known.result;
  }
  const before = budget.left;
  const result = find();
  if (budget.left >= 0) memory.set(key, { result, steps: before - budget.left });
  return result;
}

/** Whether two lists have the same elements in the same order. */
export function sameElements(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
