/** Combinations of the values of a few fields, and what conditions say of them. */
import type { Condition, Subject } from "../model/model.ts";

/** A field or an attribute with its values. */
export interface Column {
  readonly subject: Subject & { readonly kind: "field" | "attribute" };
  readonly values: readonly string[];
}

/** A value of each column, in their order, or `any`. */
export type Combination = readonly string[];

/** The combinations that a test says no to, in few: `any` stands at the end of those that differ there alone. */
export function combinationsNot(
  columns: readonly Column[],
  passes: (combination: Combination) => boolean,
): readonly Combination[] {
  const failing = (before: Combination): readonly Combination[] => {
    const column = columns[before.length];
    if (!column) return passes(before) ? [] : [before];
    const parts = column.values.map((value) => failing([...before, value]));
    const isWhole = parts.every(([first, second]) => first?.length === before.length + 1 && second === undefined);
    return isWhole ? [before] : parts.flat();
  };
  return failing([]).map((each) => [...each, ...columns.slice(each.length).map(() => "any")]);
}

/** Whether a condition holds of a combination; undefined where it asks for something else. */
export function truthOf(
  condition: Condition | undefined,
  columns: readonly Column[],
  combination: Combination,
): boolean | undefined {
  if (!condition) return true;
  switch (condition.kind) {
    case "and":
    case "or": {
      const decisive = condition.kind === "or";
      const truths = condition.parts.map((part) => truthOf(part, columns, combination));
      if (truths.includes(decisive)) return decisive;
      return truths.includes(undefined) ? undefined : !decisive;
    }
    case "not": {
      const truth = truthOf(condition.part, columns, combination);
      return truth === undefined ? undefined : !truth;
    }
    case "is": {
      const value = combination[columns.findIndex(({ subject }) => isSame(subject, condition.subject))];
      if (value === undefined) return undefined;
      const isOne = condition.values.some((each) => each.kind === "name" && each.name === value);
      return isOne !== condition.negated;
    }
    case "compare":
    case "during":
    case "on":
    case "broken":
      return undefined;
  }
}

/** Whether two subjects are the same field or attribute. */
export function isSame(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && "name" in one && "name" in other && one.name === other.name;
}
