import { meansTheSame, type StatedProperty, stepsMeanTheSame } from "../model/meaning.ts";
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
  const differs = (property: StatedProperty) => one[property] && other[property] && !meansTheSame(property, one, other);
  return statedProperties.some(differs) || !stepsMeanTheSame(one, other);
}
