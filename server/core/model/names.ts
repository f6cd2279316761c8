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

/** How the names differ from those of before. */
export interface Difference {
  /** Segments in which something differs. */
  readonly segments: SegmentBits;
  /** The names that stand for something else there, or for nothing any more; of the teams also those of their people. */
  readonly names: ReadonlySet<string>;
}

/** What differs; of the segments that nobody asks name by name only that they do. */
export function differenceOf(before: Names, after: Names): Difference {
  let changed: SegmentBits = 0;
  const names = new Set<string>();
  for (const segment of segments) {
    if (before[segment] === after[segment]) continue;
    changed |= bits[segment];
    if (bits[segment] & wholeSegments) continue;
    for (const known of changedEntries(before[segment], after[segment])) {
      names.add(known.name);
      if ("people" in known) for (const person of known.people) names.add(person);
    }
  }
  return { segments: changed, names };
}

function changedEntries(before: Names[Segment], after: Names[Segment]): readonly Offered[Segment][] {
  const gone = [...before.values()].filter((known) => !same(known, after.get(known.name)));
  const come = [...after.values()].filter((known) => !same(known, before.get(known.name)));
  return [...gone, ...come];
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

/** An exception's base is made of several names, so clauses are not asked by any one that is written. */
export const wholeSegments: SegmentBits = bits.agreements | bits.clauses;

function sameThroughout(now: readonly Declared[], before: readonly Declared[]): boolean {
  if (now.length !== before.length) return false;
  return now.every((declared, index) => same(declared, before[index]));
}

function sameSegment(now: readonly Declared[], before: readonly Declared[], segment: Segment): boolean {
  const [mine, others] = [offering(now, segment), offering(before, segment)];
  return mine.length === others.length && mine.every((declared, index) => same(declared, others[index]));
}

function offering(items: readonly Declared[], segment: Segment): readonly (readonly Offered[Segment][])[] {
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
