import { dayMilliseconds, minuteMilliseconds } from "../time/date.ts";
import { type Asked, isBetter, tried } from "./asked.ts";
import type { Change } from "./changes.ts";
import { instantsBetween } from "./marks.ts";

/** How far from the request another time is looked for, to either side. */
const daysLookedAhead = 100;

/**
 * The next instant from which the answer is another, and the last one before which it was, where that was more welcome or no
 * later one is found. Between two marks of the clocks the answer comes to the same, so each stretch is asked about once.
 */
export function changedTimes(asked: Asked): readonly Change[] {
  const later = laterChange(asked);
  const earlier = earlierChange(asked);
  const isWorthwhile = earlier && (!later || isBetter(earlier, asked));
  return [...(later ? [later] : []), ...(isWorthwhile ? [earlier] : [])];
}

function laterChange(asked: Asked): Change | undefined {
  const { at } = asked.decision.request;
  for (let day = 0; day < daysLookedAhead; day += 1) {
    const from = at + day * dayMilliseconds;
    for (const mark of instantsBetween(asked, from, from + dayMilliseconds)) {
      const trial = tried(asked, { at: mark });
      if (trial) return { altered: { kind: "later", from: mark }, ...trial };
    }
  }
  return undefined;
}

/** A stretch ends at a mark and is asked about a minute before it, for marks are whole minutes. */
function earlierChange(asked: Asked): Change | undefined {
  const { at } = asked.decision.request;
  for (let day = 0; day < daysLookedAhead; day += 1) {
    const to = at - day * dayMilliseconds;
    for (const mark of instantsBetween(asked, to - dayMilliseconds, to).toReversed()) {
      const trial = tried(asked, { at: mark - minuteMilliseconds });
      if (trial) return { altered: { kind: "earlier", before: mark }, ...trial };
    }
  }
  return undefined;
}
