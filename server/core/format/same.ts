/** Whether two texts say the same: the formatter's promise, kept by looking. */
import type { Item } from "../syntax/tree.ts";

/** True when both items were read without problems and their declarations differ in nothing but their places. */
export function saysTheSame(one: Item, other: Item): boolean {
  return other.problems.length === 0 && isSame(one.declarations, other.declarations);
}

const places = new Set(["start", "end", "headEnd", "bodyStart"]);

function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => places.has(key) || isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
