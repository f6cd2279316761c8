import type {
  ClockWord,
  CustomerDeclaration,
  Declaration,
  FieldType as FieldTypeNode,
  Item,
  Name,
  RequestDeclaration,
  TeamDeclaration,
  UnitOfTime,
} from "../syntax/tree.ts";
import type { Unit } from "../time/spec.ts";
import { knownClauses } from "./knownClauses.ts";
import type { FieldType, Subject } from "./model.ts";
import type { StepSymbols } from "./stepSymbols.ts";
import { inside, qualified, symbolOf } from "./symbol.ts";
import { typeWordOf } from "./typeWords.ts";

/** What every use of a name has to know of it. */
export interface Known {
  readonly name: string;
  readonly symbol: string;
}

/** A team and the names of its people. */
export interface KnownTeam extends Known {
  readonly people: ReadonlySet<string>;
}

/** A field or an attribute, its type undefined where that could not be read; `values` are an enum's symbols by value. */
export interface KnownField extends Known {
  /** What a condition that names it asks about: one object for all of them. */
  readonly subject: Subject;
  readonly type: FieldType | undefined;
  readonly values: ReadonlyMap<string, string>;
}

/** A request kind and its fields by name. */
export interface KnownKind extends Known {
  readonly fields: ReadonlyMap<string, KnownField>;
}

/** A customer; `records` are the symbols of its records by name, undefined: none. */
export interface KnownCustomer extends Known {
  readonly records: ReadonlyMap<string, string> | undefined;
}

/** A clause, a case or a row of a target table, as exceptions see it; its name is its id. */
export interface KnownClause {
  readonly name: string;
  readonly kind: "handle" | "commit" | "guarantee" | "owe";
  /** The request kinds it is about, its clause's where a case names none. */
  readonly requests: readonly string[];
  /** Its steps, those of what a case lies in among them; undefined: none. */
  readonly steps: StepSymbols | undefined;
}

/** What the tables of names hold. People go with their teams. */
export interface Offered {
  readonly calendars: Known;
  readonly channels: Known;
  readonly teams: KnownTeam;
  readonly attributes: KnownField;
  readonly kinds: KnownKind;
  readonly agreements: Known;
  readonly clauses: KnownClause;
  readonly exceptions: Known;
  readonly customers: KnownCustomer;
}

/** A part of the names that is compared, and kept, by itself. */
export type Segment = keyof Offered;

/** What an item offers to other items, in the order of the text; without the segments to which it adds nothing. */
export type Declared = { readonly [S in Segment]?: readonly Offered[S][] };

/** Reads what an item declares, without looking at any other item. */
export function declaredIn(item: Item): Declared {
  const found: { [S in Segment]?: Offered[S][] } = {};
  for (const node of item.declarations) {
    if (node.kind === "channel") found.channels = [...(found.channels ?? []), ...node.names.map(channelOf)];
    else if (node.kind !== "impossible" && node.name) addNamed(found, node, node.name.text);
  }
  return found;
}

function addNamed(found: { [S in Segment]?: Offered[S][] }, node: Declaration, name: string): void {
  switch (node.kind) {
    case "calendar":
      found.calendars = added(found.calendars, { name, symbol: symbolOf("calendar", name) });
      break;
    case "team":
      found.teams = added(found.teams, { name, symbol: symbolOf("team", name), people: peopleOf(node) });
      break;
    case "attribute":
      found.attributes = added(found.attributes, knownField("attribute", name, qualified(name), node.type));
      break;
    case "request":
      found.kinds = added(found.kinds, {
        name,
        symbol: symbolOf("request", name),
        fields: fieldsOf(node, qualified(name)),
      });
      break;
    case "agreement":
      found.agreements = added(found.agreements, { name, symbol: symbolOf("agreement", name) });
      found.clauses = [...(found.clauses ?? []), ...knownClauses(node, qualified(name))];
      break;
    case "exception":
      found.exceptions = added(found.exceptions, { name, symbol: symbolOf("exception", name) });
      break;
    case "customer":
      found.customers = added(found.customers, {
        name,
        symbol: symbolOf("customer", name),
        records: recordsOf(node, name),
      });
      break;
    case "channel":
    case "handover":
    case "impossible":
    case "prove":
      break;
  }
}

/** The type that a field or attribute is declared with; undefined where it is missing or no such unit exists. */
export function fieldTypeOf(node: FieldTypeNode | undefined): FieldType | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case "enum type": {
      const word = typeWordOf(node);
      if (word) return word.kind === "type" ? word.type : undefined;
      return { kind: "enum", values: distinct(node.values.map((value) => value.text)) };
    }
    case "simple type":
      return { kind: node.type };
    case "duration type": {
      const unit = unitOf(node.clock, node.unit);
      return unit ? { kind: "duration", unit } : undefined;
    }
    case "money type":
      return { kind: "money", currency: node.currency.text };
  }
}

/** The unit that the words name; undefined for `clock days`, `calendar hours` and the like, or without a clock word. */
export function unitOf(clock: ClockWord | undefined, unit: UnitOfTime): Unit | undefined {
  return clock && units[clock][unit];
}

/** The units that exist for minutes, hours or days. */
export function readingsOf(unit: UnitOfTime): readonly Unit[] {
  return clocks.flatMap((clock) => units[clock][unit] ?? []);
}

const clocks: readonly ClockWord[] = ["business", "clock", "calendar"];

const units: Readonly<Record<ClockWord, { readonly [U in UnitOfTime]: Unit | undefined }>> = {
  business: { minutes: "business minutes", hours: "business hours", days: "business days" },
  clock: { minutes: "clock minutes", hours: "clock hours", days: undefined },
  calendar: { minutes: undefined, hours: undefined, days: "calendar days" },
};

/** Each text once, in the order in which they stand first. */
export function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) return texts;
  if (texts.length > few) return [...new Set(texts)];
  const isAgain = (text: string, index: number): boolean => texts.indexOf(text) < index;
  return texts.some(isAgain) ? [...new Set(texts)] : texts;
}

/** Up to how many texts are compared with each other. */
const few = 8;

function added<Entry>(entries: Entry[] | undefined, entry: Entry): Entry[] {
  if (!entries) return [entry];
  entries.push(entry);
  return entries;
}

function channelOf({ text }: Name): Known {
  return { name: text, symbol: symbolOf("channel", text) };
}

function peopleOf(team: TeamDeclaration): ReadonlySet<string> {
  const people = new Set<string>();
  for (const line of team.properties) {
    if (line.kind === "lead" && line.person) people.add(line.person.text);
    if (line.kind === "members") for (const { text } of line.people) people.add(text);
  }
  return people;
}

function recordsOf(node: CustomerDeclaration, customer: string): ReadonlyMap<string, string> | undefined {
  let records: Map<string, string> | undefined;
  for (const line of node.properties) {
    if (line.kind !== "records") continue;
    records ??= new Map();
    for (const { name } of line.records) records.set(name.text, symbolOf("record", customer, name.text));
  }
  return records;
}

function fieldsOf(request: RequestDeclaration, kind: string): ReadonlyMap<string, KnownField> {
  const fields = new Map<string, KnownField>();
  for (const { name, type } of request.fields)
    if (!fields.has(name.text)) fields.set(name.text, knownField("field", name.text, inside(kind, name.text), type));
  return fields;
}

function knownField(
  space: "field" | "attribute",
  name: string,
  path: string,
  node: FieldTypeNode | undefined,
): KnownField {
  const type = fieldTypeOf(node);
  return {
    name,
    symbol: `${space}:${path}`,
    subject: { kind: space, name },
    type,
    values: type?.kind === "enum" ? valuesOf(type.values, path) : noValues,
  };
}

function valuesOf(values: readonly string[], path: string): ReadonlyMap<string, string> {
  const symbols = new Map<string, string>();
  for (const value of values) symbols.set(value, `value:${inside(path, value)}`);
  return symbols;
}

const noValues: ReadonlyMap<string, string> = new Map();
