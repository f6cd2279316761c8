import { meansTheSame } from "../model/meaning.ts";
import type { HandleLines } from "../model/model.ts";

/** The properties that a clause or an overlay can state. */
export const statedProperties = [
  "by",
  "via",
  "hours",
  "cutoff",
  "respond",
  "resolve",
  "escalate",
  "say",
  "decline",
  "surcharge",
] as const satisfies readonly (keyof HandleLines)[];

/** Whether two sets of lines state one property with different meanings; how and where it is written makes no difference. */
export function statedDifferently(one: HandleLines, other: HandleLines): boolean {
  return statedProperties.some((property) => one[property] && other[property] && !meansTheSame(property, one, other));
}
