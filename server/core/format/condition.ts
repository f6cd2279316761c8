/** Where a condition may be broken. */
import type { Condition, Span } from "../syntax/tree.ts";

/** The stretches of a condition whose `and`s or `or`s begin new lines together, outer ones before inner ones. */
export function groupsOf(condition: Condition | undefined): readonly Span[] {
  if (!condition) return [];
  switch (condition.kind) {
    case "or":
    case "and":
      return [condition, ...condition.parts.flatMap(groupsOf)];
    case "not":
      return groupsOf(condition.part);
    case "is":
    case "compare":
    case "during":
    case "on":
    case "missing condition":
      return [];
  }
}
