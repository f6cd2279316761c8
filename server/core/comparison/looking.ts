/** Edited clauses in groups that have nothing to do with each other, so that each is compared by itself. */
import type { Condition } from "../model/model.ts";
import { subjectKey } from "../prover/atoms.ts";
import type { EditedKind, SharedUnit, Unit } from "./edited.ts";
import type { Looking } from "./focus.ts";

/** The edited clauses of a kind that may meet, with the unedited ones that they may meet. */
export function lookingsIn({ kind, before, after, shared }: EditedKind): readonly Looking[] {
  const edited = [...before.map((unit) => entryOf(unit, "before")), ...after.map((unit) => entryOf(unit, "after"))];
  const others = shared.map((unit) => ({ unit, names: namesNeeded(unit.after) }));
  return groupsOf(edited).map((group) => ({
    kind,
    before: group.flatMap(({ unit, side }) => (side === "before" ? [unit] : [])),
    after: group.flatMap(({ unit, side }) => (side === "after" ? [unit] : [])),
    shared: meeting(
      group,
      others.filter(({ unit }) => isLike(unit, group)),
    ),
    beside: meeting(
      group,
      others.filter(({ unit }) => !isLike(unit, group)),
    ),
  }));
}

function isLike(one: SharedUnit, [first]: readonly EditedEntry[]): boolean {
  return one.after.clause.kind === first?.unit.clause.kind;
}

interface SharedEntry {
  readonly unit: SharedUnit;
  readonly names: Needed;
}

function meeting(group: readonly EditedEntry[], others: readonly SharedEntry[]): readonly SharedUnit[] {
  return others.flatMap(({ unit, names }) => (group.some((each) => meet(each.names, names)) ? [unit] : []));
}

/** By subject the names of which one has to be given for a clause to apply. */
type Needed = ReadonlyMap<string, ReadonlySet<string>>;

interface EditedEntry {
  readonly unit: Unit;
  readonly names: Needed;
  readonly side: "before" | "after";
}

function entryOf(unit: Unit, side: EditedEntry["side"]): EditedEntry {
  return { unit, side, names: namesNeeded(unit) };
}

function groupsOf(entries: readonly EditedEntry[]): readonly (readonly EditedEntry[])[] {
  let groups: readonly (readonly EditedEntry[])[] = [];
  for (const entry of entries) {
    const near = groups.filter((group) => group.some((each) => mayMeet(each, entry)));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), entry]];
  }
  return groups;
}

/** Clauses that decide different things, or need different names, cannot meet. */
function mayMeet(one: EditedEntry, other: EditedEntry): boolean {
  return one.unit.clause.kind === other.unit.clause.kind && meet(one.names, other.names);
}

function meet(one: Needed, other: Needed): boolean {
  for (const [subject, names] of one) {
    const others = other.get(subject);
    if (others && ![...names].some((name) => others.has(name))) return false;
  }
  return true;
}

function namesNeeded({ clause }: Unit): Needed {
  const needed = new Map<string, ReadonlySet<string>>();
  addNeeded(clause.when, needed);
  return needed;
}

function addNeeded(when: Condition | undefined, into: Map<string, ReadonlySet<string>>): void {
  if (when?.kind === "and") for (const part of when.parts) addNeeded(part, into);
  if (when?.kind !== "is" || when.negated || when.subject.kind === "asker") return;
  const names = when.values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
  if (names.length < when.values.length) return;
  const key = subjectKey(when.subject);
  const known = into.get(key);
  into.set(key, new Set(known ? names.filter((name) => known.has(name)) : names));
}
