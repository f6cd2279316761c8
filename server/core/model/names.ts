import type { Declared, DeclaredClause, DeclaredKind, DeclaredTeam, TypedName } from "./declared.ts";
import type { FieldType } from "./model.ts";
import { inside, qualified, symbolOf } from "./symbol.ts";

/** A part of the names that is compared, and kept, by itself. Teams and people share one. */
export type Segment = keyof Declared;

/** A known name's symbol. */
export interface Known {
  readonly symbol: string;
}

/** A team and the names of its people. */
export interface KnownTeam extends Known {
  readonly people: ReadonlySet<string>;
}

/** A field or an attribute; `values` are the symbols of an enum's values by name. */
export interface KnownField extends Known {
  readonly type: FieldType | undefined;
  readonly values: ReadonlyMap<string, string>;
}

/** A request kind and its fields. */
export interface KnownKind extends Known {
  readonly name: string;
  readonly fields: ReadonlyMap<string, KnownField>;
}

/** Every name that the files declare, with what a use of it has to know. Where one is declared twice the first counts. */
export interface Names {
  readonly calendars: ReadonlyMap<string, Known>;
  readonly channels: ReadonlyMap<string, Known>;
  readonly teams: ReadonlyMap<string, KnownTeam>;
  /** Made of the same sources as `teams`. */
  readonly people: ReadonlyMap<string, Known>;
  readonly attributes: ReadonlyMap<string, KnownField>;
  readonly kinds: ReadonlyMap<string, KnownKind>;
  readonly agreements: ReadonlyMap<string, Known>;
  /** By id. */
  readonly clauses: ReadonlyMap<string, DeclaredClause>;
  readonly exceptions: ReadonlyMap<string, Known>;
  readonly customers: ReadonlyMap<string, Known>;
}

/** What the names of a model were made of, to compare with. */
export interface NamesBefore {
  readonly declared: readonly Declared[];
  readonly names: Names;
}

/** The names that these items declare; whatever is the same as before is the same object, up to the whole. */
export function namesOf(items: readonly Declared[], before: NamesBefore | undefined): Names {
  const table = <S extends Segment>(segment: S, build: (sources: readonly Declared[]) => Names[S]): Names[S] => {
    const sources = items.filter((declared) => declared[segment].length > 0);
    return before && sameSources(sources, before.declared, segment) ? before.names[segment] : build(sources);
  };
  const teams = table("teams", (sources) =>
    mapOf(
      sources.flatMap((each) => each.teams),
      teamEntry,
    ),
  );
  const names: Names = {
    calendars: table("calendars", (sources) =>
      mapOf(
        sources.flatMap((each) => each.calendars),
        plainEntry("calendar"),
      ),
    ),
    channels: table("channels", (sources) =>
      mapOf(
        sources.flatMap((each) => each.channels),
        plainEntry("channel"),
      ),
    ),
    teams,
    people: before && teams === before.names.teams ? before.names.people : peopleOf(items),
    attributes: table("attributes", (sources) =>
      mapOf(
        sources.flatMap((each) => each.attributes),
        attributeEntry,
      ),
    ),
    kinds: table("kinds", (sources) =>
      mapOf(
        sources.flatMap((each) => each.kinds),
        kindEntry,
      ),
    ),
    agreements: table("agreements", (sources) =>
      mapOf(
        sources.flatMap((each) => each.agreements),
        plainEntry("agreement"),
      ),
    ),
    clauses: table("clauses", (sources) =>
      mapOf(
        sources.flatMap((each) => each.clauses),
        clauseEntry,
      ),
    ),
    exceptions: table("exceptions", (sources) =>
      mapOf(
        sources.flatMap((each) => each.exceptions),
        plainEntry("exception"),
      ),
    ),
    customers: table("customers", (sources) =>
      mapOf(
        sources.flatMap((each) => each.customers),
        plainEntry("customer"),
      ),
    ),
  };
  return before && segments.every((segment) => names[segment] === before.names[segment]) ? before.names : names;
}

/** Every segment. */
export const segments: readonly Segment[] = [
  "calendars",
  "channels",
  "teams",
  "attributes",
  "kinds",
  "agreements",
  "clauses",
  "exceptions",
  "customers",
];

function sameSources(now: readonly Declared[], all: readonly Declared[], segment: Segment): boolean {
  const before = all.filter((declared) => declared[segment].length > 0);
  return (
    now.length === before.length &&
    now.every((declared, index) => {
      const other = before[index];
      return declared === other || JSON.stringify(declared[segment]) === JSON.stringify(other?.[segment]);
    })
  );
}

function mapOf<Source, Entry>(
  sources: readonly Source[],
  entryOf: (source: Source) => readonly [string, Entry],
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const source of sources) {
    const [name, entry] = entryOf(source);
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function plainEntry(space: "calendar" | "channel" | "agreement" | "exception" | "customer") {
  return (name: string): readonly [string, Known] => [name, { symbol: symbolOf(space, name) }];
}

function teamEntry({ name, people }: DeclaredTeam): readonly [string, KnownTeam] {
  return [name, { symbol: symbolOf("team", name), people: new Set(people) }];
}

function peopleOf(sources: readonly Declared[]): ReadonlyMap<string, Known> {
  const people = sources.flatMap((source) => source.teams.flatMap((team) => team.people));
  return mapOf(people, (person) => [person, { symbol: symbolOf("person", person) }]);
}

function attributeEntry({ name, type }: TypedName): readonly [string, KnownField] {
  return [name, knownField(symbolOf("attribute", name), qualified(name), type)];
}

function kindEntry({ name, fields }: DeclaredKind): readonly [string, KnownKind] {
  const known = mapOf(fields, (field): readonly [string, KnownField] => [
    field.name,
    knownField(symbolOf("field", name, field.name), qualified(name, field.name), field.type),
  ]);
  return [name, { symbol: symbolOf("request", name), name, fields: known }];
}

function knownField(symbol: string, path: string, type: FieldType | undefined): KnownField {
  const values =
    type?.kind === "enum" ? mapOf(type.values, (value) => [value, "value:" + inside(path, value)]) : noValues;
  return { symbol, type, values };
}

function clauseEntry(clause: DeclaredClause): readonly [string, DeclaredClause] {
  return [clause.id, clause];
}

const noValues: ReadonlyMap<string, string> = new Map();
