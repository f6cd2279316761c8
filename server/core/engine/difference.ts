import type { HandleLines } from "../model/model.ts";

/** Whether two sets of lines state one property with different values; where it is written makes no difference. */
export function statedDifferently(one: HandleLines, other: HandleLines): boolean {
  return properties.some((property) => {
    const [left, right] = [one[property], other[property]];
    return left !== undefined && right !== undefined && plainText(left) !== plainText(right);
  });
}

const properties = [
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

/** Data as text that is equal where the data is, places and reports of broken lines left out. */
export function plainText(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === "place" || key === "broken") return undefined;
    return typeof value === "bigint" ? value.toString() : value;
  });
}
