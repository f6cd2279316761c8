import type { CalendarRule, HandleLines } from "../model/model.ts";

type Property = Exclude<keyof HandleLines, "steps" | "broken">;

/** The first property that two overlays both state, and differently; undefined when they agree (language.md M3). */
export function statedDifferently(one: HandleLines, other: HandleLines): string | undefined {
  return properties.find((property) => one[property] && other[property] && !sameValue(one[property], other[property]));
}

/**
 * The first property that differs between two clauses, or is stated in one of them only; hours only where both state
 * them, since those of the team may be the same.
 */
export function decidedDifferently(one: HandleLines, other: HandleLines): string | undefined {
  const property = alone.find((each) => !sameValue(one[each], other[each]));
  return property ?? (one.hours && other.hours && !sameValue(one.hours, other.hours) ? "hours" : undefined);
}

/** Whether two exceptions both open, and at different times. */
export function openedDifferently(one: readonly CalendarRule[], other: readonly CalendarRule[]): boolean {
  return one.length > 0 && other.length > 0 && !sameValue(one, other);
}

const alone: readonly Property[] = [
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
const properties: readonly Property[] = [...alone, "hours"];

/** Whether two pieces of the model mean the same, wherever they are written. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => key === "place" || sameValue(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
