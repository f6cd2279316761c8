import type { Declared, Known, Offered, Segment } from "./declared.ts";
import { symbolOf } from "./symbol.ts";

/** Every name that the files declare, with what a use of it has to know. Where one is declared twice the first counts. */
export interface Names extends Tables {
  /** Made of the teams. */
  readonly people: ReadonlyMap<string, Known>;
}

type Tables = { readonly [S in Segment]: ReadonlyMap<string, Offered[S]> };

/** What the names of a model were made of, to compare with. */
export interface NamesBefore {
  readonly declared: readonly Declared[];
  readonly names: Names;
}

/** The names that these items declare; whatever is the same as before is the same object, up to the whole. */
export function namesOf(items: readonly Declared[], before: NamesBefore | undefined): Names {
  if (before && sameThroughout(items, before.declared)) return before.names;
  const old: Tables | undefined = before?.names;
  const table = <S extends Segment>(segment: S): ReadonlyMap<string, Offered[S]> =>
    before && old && sameSegment(items, before.declared, segment) ? old[segment] : tableOf(items, segment);
  const teams = table("teams");
  const names: Names = {
    calendars: table("calendars"),
    channels: table("channels"),
    teams,
    people: before && teams === before.names.teams ? before.names.people : peopleIn(teams),
    attributes: table("attributes"),
    kinds: table("kinds"),
    agreements: table("agreements"),
    clauses: table("clauses"),
    exceptions: table("exceptions"),
    customers: table("customers"),
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

/** A set of segments as bits: there is one for each item. */
export type SegmentBits = number;

/** The bit of a segment. */
export function segmentBit(segment: Segment): SegmentBits {
  return bits[segment];
}

/** Whether the names of the segments are the same objects. */
export function sameNames(one: Names, other: Names, asked: SegmentBits): boolean {
  if (one === other) return true;
  for (const segment of segments) if (asked & bits[segment] && one[segment] !== other[segment]) return false;
  return true;
}

/** All segments. */
export const allSegments: SegmentBits = (1 << segments.length) - 1;

const bits: Readonly<Record<Segment, SegmentBits>> = {
  calendars: 1,
  channels: 2,
  teams: 4,
  attributes: 8,
  kinds: 16,
  agreements: 32,
  clauses: 64,
  exceptions: 128,
  customers: 256,
};

function sameThroughout(now: readonly Declared[], before: readonly Declared[]): boolean {
  if (now.length !== before.length) return false;
  return now.every((declared, index) => same(declared, before[index]));
}

function sameSegment(now: readonly Declared[], before: readonly Declared[], segment: Segment): boolean {
  const [mine, others] = [offering(now, segment), offering(before, segment)];
  return mine.length === others.length && mine.every((declared, index) => same(declared, others[index]));
}

function offering(items: readonly Declared[], segment: Segment): readonly (readonly Known[])[] {
  return items.flatMap((declared) => {
    const offered = declared[segment];
    return offered ? [offered] : [];
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, asLists) === JSON.stringify(other, asLists);
}

function asLists(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

function tableOf<S extends Segment>(items: readonly Declared[], segment: S): ReadonlyMap<string, Offered[S]> {
  const entries = new Map<string, Offered[S]>();
  for (const declared of items) {
    const offered: readonly Offered[S][] | undefined = declared[segment];
    if (!offered) continue;
    for (const entry of offered) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  }
  return entries;
}

function peopleIn(teams: Names["teams"]): ReadonlyMap<string, Known> {
  const people = new Map<string, Known>();
  for (const team of teams.values())
    for (const name of team.people) if (!people.has(name)) people.set(name, { name, symbol: symbolOf("person", name) });
  return people;
}
