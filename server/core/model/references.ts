import type { Item } from "../syntax/tree.ts";
import type { LinkedItem, Model, Place, Reference, Space } from "./model.ts";
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
    .filter((linked) => linked.written.symbols.includes(symbol))
    .flatMap((linked) =>
      referencesIn(linked)
        .filter((reference) => reference.symbol === symbol)
        .sort(byPlace),
    );
}

/** Those of some symbols that nothing uses; a declaration by itself is no use. */
export function unusedOf(model: Model, symbols: Iterable<string>): ReadonlySet<string> {
  const unused = new Set(symbols);
  for (const { written } of model.items) {
    if (unused.size === 0) break;
    written.symbols.forEach((symbol, index) => {
      if (symbol !== undefined && unused.has(symbol) && written.sought[index]?.role === "use") unused.delete(symbol);
    });
  }
  return unused;
}

/** Every name in the item that stands for a symbol, in the order of linking; made anew at each call. */
export function referencesIn({ item, written }: LinkedItem): readonly Reference[] {
  return written.names.flatMap((name, index) => {
    const sought = written.sought[index];
    if (!sought) return [];
    const place = { item, span: name };
    const { spaces, role } = sought;
    return { place, written: name.text, spaces, symbol: written.symbols[index], role };
  });
}

/**
 * The symbols that must change their name together: a field that several request kinds of one clause have is named once
 * there, and so are the values of such fields. The symbol itself is the first.
 */
export function renamedTogether(model: Model, symbol: string): readonly string[] {
  const together = new Set([symbol]);
  for (const each of together)
    for (const linked of model.items) {
      if (!linked.written.symbols.includes(each)) continue;
      const references = referencesIn(linked);
      const spans = new Set(references.flatMap((one) => (one.symbol === each ? [one.place.span] : [])));
      for (const other of references)
        if (other.symbol !== undefined && spans.has(other.place.span)) together.add(other.symbol);
    }
  return [...together];
}

/** The names at an offset of an item: several where one name stands for the fields of several request kinds. */
export function referencesAt(model: Model, item: Item, offset: number): readonly Reference[] {
  const linked = model.linked(item);
  const references = linked ? referencesIn(linked) : [];
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
    case "step":
      return within.flatMap((owner) => [
        ...(names.clauses.get(owner.slice(owner.indexOf(":") + 1))?.steps?.keys() ?? []),
      ]);
    case "record":
      return [...names.customers.values()]
        .filter((customer) => within.includes(customer.symbol))
        .flatMap((customer) => [...(customer.records?.keys() ?? [])]);
    case "handover":
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
