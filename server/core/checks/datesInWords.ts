/** Dates that are told to people: the first few, and how many more there are. */
import type { Localized } from "../text/localized.ts";
import { formatDate } from "../time/date.ts";
import type { Day } from "../time/spec.ts";

/** Dates from one to another, both included. */
interface Range {
  readonly first: Day;
  readonly last: Day;
}

/** A range as "2026-09-07..2026-09-11"; one date stands alone. */
export function rangeInWords({ first, last }: Range): string {
  return first === last ? formatDate(first) : `${formatDate(first)}..${formatDate(last)}`;
}

const mostRuns = 3;

/** Ranges in words, the first ones of many. */
export function rangesInWords(ranges: readonly Range[]): Localized {
  const runs = ranges.slice(0, mostRuns).map(rangeInWords);
  const more = ranges.length - runs.length;
  return {
    en: `${runs.join(", ")}${more > 0 ? ` and ${more} more times` : ""}`,
    ja: `${runs.join("、")}${more > 0 ? ` ほか ${more} 回` : ""}`,
  };
}
