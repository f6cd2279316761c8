import { meaningOfRules, meansTheSame, plainText, type StatedProperty, stepsMeanTheSame } from "../model/meaning.ts";
import type { CalendarRule, HandleLines } from "../model/model.ts";

/** The first property that two overlays both state, and differently; undefined when they agree (language.md M3). */
export function statedDifferently(one: HandleLines, other: HandleLines): string | undefined {
  const property = properties.find((each) => one[each] && other[each] && !meansTheSame(each, one, other));
  return property ?? (stepsMeanTheSame(one, other) ? undefined : "step");
}

/**
 * The first property that differs between two clauses, or is stated in one of them only; hours only where both state
 * them, since those of the team may be the same.
 */
export function decidedDifferently(one: HandleLines, other: HandleLines): string | undefined {
  const property = alone.find((each) => !meansTheSame(each, one, other));
  if (property === undefined && plainText(one.steps) !== plainText(other.steps)) return "step";
  return property ?? (one.hours && other.hours && !meansTheSame("hours", one, other) ? "hours" : undefined);
}

/** Whether two exceptions both open, and at different times. */
export function openedDifferently(one: readonly CalendarRule[], other: readonly CalendarRule[]): boolean {
  return one.length > 0 && other.length > 0 && meaningOfRules(one) !== meaningOfRules(other);
}

const alone: readonly StatedProperty[] = [
  "decline",
  "by",
  "via",
  "respond",
  "resolve",
  "cutoff",
  "escalate",
  "surcharge",
  "say",
];
const properties: readonly StatedProperty[] = [...alone, "hours"];
