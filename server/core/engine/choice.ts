import type { Condition } from "../model/model.ts";
import { fieldValue, type Situation } from "./situation.ts";

/**
 * Clauses sorted by the names that their conditions ask for, so that a request meets only the few that can apply to it:
 * 2,000 clauses cost no more than 200. Those left out would have said no.
 */
export type Choice<T> =
  | { readonly kind: "leaf"; readonly all: readonly T[] }
  | {
      readonly kind: "branch";
      readonly all: readonly T[];
      readonly about: About;
      readonly byName: ReadonlyMap<string, Choice<T>>;
      readonly other: Choice<T>;
    };

/** What a clause needs: that one of these names be the value of a field, an attribute, the customer, or the asking team. */
export interface Need {
  readonly about: About;
  readonly names: ReadonlySet<string>;
}

/** Something of a request whose value can be a name; `name` is empty for the customer and the asking team. */
export interface About {
  readonly kind: "field" | "attribute" | "customer" | "asking team";
  readonly name: string;
}

/** The clauses that may apply to a request, in their order. */
export function candidates<T>(choice: Choice<T>, situation: Situation): readonly T[] {
  let current = choice;
  while (current.kind === "branch") {
    const name = nameFound(current.about, situation);
    if (name === undefined) return current.all;
    current = current.byName.get(name) ?? current.other;
  }
  return current.all;
}

/** The value's name, an empty text where it is none, undefined where it may be any. */
function nameFound({ kind, name }: About, { request, customer, askers }: Situation): string | undefined {
  switch (kind) {
    case "field": {
      const value = fieldValue(request, name);
      return value === undefined ? undefined : value.kind === "name" ? value.name : "";
    }
    case "attribute": {
      const value = customer?.attributes.get(name);
      return value?.kind === "name" ? value.name : "";
    }
    case "customer":
      return request.customer ?? "";
    case "asking team":
      return askers?.length === 1 ? askers[0]?.name : undefined;
    default:
      return kind satisfies never;
  }
}

/** Sorts clauses by what they need. */
export function choiceOf<T>(items: readonly T[], needsOf: (item: T) => readonly Need[]): Choice<T> {
  return sorted(
    items.map((item) => ({ item, needs: needsOf(item) })),
    [],
  );
}

/** The names that a condition asks for: its `is` and `is one of`, alone or joined by `and`. */
export function needsOf(condition: Condition | undefined): readonly Need[] {
  if (condition?.kind === "and") return condition.parts.flatMap(needsOf);
  if (condition?.kind !== "is" || condition.negated) return [];
  const { subject, values } = condition;
  const names = values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
  if (names.length < values.length) return [];
  if (subject.kind === "customer") return [{ about: { kind: "customer", name: "" }, names: new Set(names) }];
  if (subject.kind !== "field" && subject.kind !== "attribute") return [];
  return [{ about: { kind: subject.kind, name: subject.name }, names: new Set(names) }];
}

interface Entry<T> {
  readonly item: T;
  readonly needs: readonly Need[];
}

interface Split<T> {
  readonly about: About;
  readonly byName: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly other: readonly Entry<T>[];
  /** How many clauses a request still meets, on average over the names and none of them. */
  readonly left: number;
}

const fewest = 3;
const mostCopies = 8;

/** Sorts by a subject that nothing above sorts by already: below such a sort a request has one name of it, which tells no more. */
function sorted<T>(entries: readonly Entry<T>[], above: readonly string[]): Choice<T> {
  const all = entries.map((entry) => entry.item);
  const best = entries.length > fewest ? bestSplit(entries, above) : undefined;
  if (!best) return { kind: "leaf", all };
  const asked = [...above, keyOf(best.about)];
  const byName = new Map<string, Choice<T>>();
  for (const [name, some] of best.byName) byName.set(name, sorted(some, asked));
  return { kind: "branch", all, about: best.about, byName, other: sorted(best.other, asked) };
}

function bestSplit<T>(entries: readonly Entry<T>[], above: readonly string[]): Split<T> | undefined {
  const subjects = new Map<string, About>();
  for (const { needs } of entries) for (const { about } of needs) subjects.set(keyOf(about), about);
  for (const subject of above) subjects.delete(subject);
  let best: Split<T> | undefined;
  for (const about of subjects.values()) {
    const split = splitBy(entries, about);
    if (split && split.left * 2 <= entries.length && split.left < (best?.left ?? Number.POSITIVE_INFINITY))
      best = split;
  }
  return best;
}

function keyOf(about: About): string {
  return about.kind + " " + about.name;
}

function splitBy<T>(entries: readonly Entry<T>[], about: About): Split<T> | undefined {
  const needs = entries.map((entry) => entry.needs.filter((need) => keyOf(need.about) === keyOf(about)));
  const names = new Set(needs.flatMap((some) => some.flatMap((need) => [...need.names])));
  const free = needs.filter((some) => some.length === 0).length;
  if (names.size * free > entries.length * mostCopies) return undefined;
  const byName = new Map<string, Entry<T>[]>([...names].map((name) => [name, []]));
  const other: Entry<T>[] = [];
  entries.forEach((entry, index) => {
    const wanted = needs[index] ?? [];
    if (wanted.length === 0) other.push(entry);
    for (const name of wanted[0]?.names ?? names)
      if (wanted.every((need) => need.names.has(name))) byName.get(name)?.push(entry);
  });
  const groups = [other, ...byName.values()];
  const left = groups.reduce((sum, group) => sum + group.length, 0) / groups.length;
  return { about, byName, other, left };
}
