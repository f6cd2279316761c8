import type { Model, Place } from "../../../server/core/model/model.ts";
import type { LinkProblem } from "../../../server/core/model/problem.ts";

/** The text at a place. */
export function textAt({ item, span }: Place): string {
  return item.text.slice(span.start, span.end);
}

/** Everything that resolution and typing found, in the order of the files, then what concerns the whole. */
export function problemsOf(model: Model): readonly LinkProblem[] {
  return [...model.items.flatMap((linked) => linked.problems), ...model.problems];
}

/** Each problem as `kind @text at its place: its other data`, places in the data as the text there. */
export function problemLines(model: Model): readonly string[] {
  return problemsOf(model).map((problem) => {
    const data = Object.entries(problem).filter(([key]) => key !== "kind" && key !== "place");
    const texts = data.map(([key, value]) => `${key}=${shown(value)}`);
    return `${problem.kind} @${textAt(problem.place)}${texts.length > 0 ? `: ${texts.join(" ")}` : ""}`;
  });
}

function shown(value: unknown): string {
  if (isPlace(value)) return `@${textAt(value)}`;
  if (Array.isArray(value)) return `[${value.map(shown).join(",")}]`;
  return typeof value === "object" && value !== null ? Object.values(value).map(shown).join(" ") : String(value);
}

/** Whether a value of the model is a place. */
export function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "item" in value && "span" in value;
}

/** A value of the model as plain data: without places, absent parts and empty lists; Maps as objects. */
export function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => !isPlaces(each) && !isAbsent(each));
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}

function isPlaces(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(isPlace) : isPlace(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
