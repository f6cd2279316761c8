/** Ways to look for a repair that turns out right. */
import type { Attempt, Fix } from "./define.ts";

/** Offered if it is right. */
export function ifRight(fix: Fix): Attempt {
  return (isRight) => (isRight(fix) ? fix : undefined);
}

/** Offered if it is right, and where nobody tries it: such a one is seldom wrong. */
export function unlessWrong(fix: Fix): Attempt {
  return (isRight) => (isRight(fix) === false ? undefined : fix);
}

/** The first that is right, of as many as anybody waits for. */
export function firstOf(fixes: readonly Fix[]): Attempt {
  return (isRight) => fixes.slice(0, mostTried).find((fix) => isRight(fix));
}

const mostTried = 8;

/** The least amount from one on, and below another, that is right; it is taken that more is right as well. */
export function leastWithin(first: number, end: number, fixOf: (amount: number) => Fix): Attempt {
  return (isRight) => {
    const holds = (amount: number) => isRight(fixOf(amount)) === true;
    let [wrong, step] = [first - 1, 1];
    while (wrong + 1 < end && step <= farthest) {
      const amount = Math.min(wrong + step, end - 1);
      if (holds(amount)) return fixOf(leastBetween(wrong, amount, holds));
      wrong = amount;
      step *= 2;
    }
    return undefined;
  };
}

/** More than a year in days from where one begins. */
const farthest = 256;

/** The greatest amount below one that is right, one at least; it is taken that less is right as well. */
export function greatestBelow(end: number, fixOf: (amount: number) => Fix): Attempt {
  return (isRight) => {
    if (end <= 1 || !isRight(fixOf(1))) return undefined;
    const least = leastBetween(1, end, (amount) => !isRight(fixOf(amount)));
    return fixOf(least - 1);
  };
}

/** The least amount after one for which something holds, given that it holds of another. */
function leastBetween(after: number, until: number, holds: (amount: number) => boolean): number {
  let [wrong, right] = [after, until];
  while (right - wrong > 1) {
    const middle = Math.floor((wrong + right) / 2);
    if (holds(middle)) right = middle;
    else wrong = middle;
  }
  return right;
}
