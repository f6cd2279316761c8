import type { Item } from "../syntax/tree.ts";
import type { Model, Place, Reference, Space } from "./model.ts";
import type { Names } from "./names.ts";
import type { LinkProblem } from "./problem.ts";
import { qualified } from "./symbol.ts";

/** Where the symbol is declared, in the order of the files: a person once for each mention, others once unless by mistake. */
export function declarationOf(model: Model, symbol: string): readonly Place[] {
  return referencesTo(model, symbol)
    .filter((reference) => reference.role === "declaration")
    .map((reference) => reference.place);
}

/** Every place that names the symbol, declarations included, in the order of the files. */
export function referencesTo(model: Model, symbol: string): readonly Reference[] {
  return model.items
    .filter((linked) => linked.symbols.has(symbol))
    .flatMap((linked) => linked.references.filter((reference) => reference.symbol === symbol).sort(byPlace));
}

/** The symbols that anything uses; a declaration by itself is no use. */
export function usedSymbols(model: Model): ReadonlySet<string> {
  const used = usedByModel.get(model) ?? new Set(model.items.flatMap((linked) => [...linked.uses]));
  usedByModel.set(model, used);
  return used;
}

/**
 * The symbols that must change their name together: a field that several request kinds of one clause have is named once
 * there, and so are the values of such fields. The symbol itself is the first.
 */
export function renamedTogether(model: Model, symbol: string): readonly string[] {
  const together = new Set([symbol]);
  for (const each of together)
    for (const linked of model.items) {
      if (!linked.symbols.has(each)) continue;
      const spans = new Set(linked.references.flatMap((one) => (one.symbol === each ? [one.place.span] : [])));
      for (const other of linked.references)
        if (other.symbol !== undefined && spans.has(other.place.span)) together.add(other.symbol);
    }
  return [...together];
}

/** The names at an offset of an item: several where one name stands for the fields of several request kinds. */
export function referencesAt(model: Model, item: Item, offset: number): readonly Reference[] {
  const references = model.linked(item)?.references ?? [];
  return references.filter(({ place: { span } }) => span.start <= offset && offset <= span.end);
}

/** The names that would have been known where an unknown one stands, for "did you mean". */
export function candidatesFor(
  model: Model,
  problem: LinkProblem & { kind: "unknown name" | "wrong kind of name" },
): string[] {
  const within = problem.kind === "unknown name" ? problem.within : [];
  return problem.spaces.flatMap((space) => candidatesIn(model, space, within));
}

function candidatesIn({ names }: Model, space: Space, within: readonly string[]): readonly string[] {
  switch (space) {
    case "calendar":
      return [...names.calendars.keys()];
    case "channel":
      return [...names.channels.keys()];
    case "team":
      return [...names.teams.keys()];
    case "person":
      return [...names.people.keys()];
    case "attribute":
      return [...names.attributes.keys()];
    case "request":
      return [...names.kinds.keys()];
    case "agreement":
      return [...names.agreements.keys()];
    case "exception":
      return [...names.exceptions.keys()];
    case "customer":
      return [...names.customers.keys()];
    case "field":
      return [...names.kinds.values()]
        .filter((kind) => within.includes(kind.symbol))
        .flatMap((kind) => [...kind.fields.keys()]);
    case "value":
      return valuesWithin(names, within);
    case "clause":
      return clausesWithin(names, within);
    case "handover":
    case "step":
    case "proof":
      return [];
  }
}

function valuesWithin(names: Names, within: readonly string[]): readonly string[] {
  const fields = [...names.kinds.values()].flatMap((kind) => [...kind.fields.values()]);
  return [...fields, ...names.attributes.values()]
    .filter((field) => within.includes(field.symbol))
    .flatMap((field) => [...field.values.keys()]);
}

function clausesWithin(names: Names, within: readonly string[]): readonly string[] {
  const prefixes = within.map((owner) => owner.slice(owner.indexOf(":") + 1) + ".");
  return [...names.clauses.keys()].flatMap((id) => {
    const prefix = prefixes.find((each) => id.startsWith(each));
    return prefix === undefined ? [] : lastOf(id.slice(prefix.length));
  });
}

/** The name, where the rest of an id is just one. */
function lastOf(rest: string): readonly string[] {
  const name = rest.startsWith("`") && rest.endsWith("`") ? rest.slice(1, -1) : rest;
  return qualified(name) === rest ? [name] : [];
}

function byPlace(one: Reference, other: Reference): number {
  return one.place.span.start - other.place.span.start;
}

const usedByModel = new WeakMap<Model, ReadonlySet<string>>();
