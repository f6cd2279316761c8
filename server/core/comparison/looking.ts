/** Edited clauses in groups that have nothing to do with each other, so that each is compared by itself. */
import type { Agreement, Condition } from "../model/model.ts";
import { subjectKey } from "../prover/space/atoms.ts";
import type { EditedKind, SharedUnit, Unit } from "./edited.ts";
import type { Looking } from "./focus.ts";

/** The edited clauses of a kind that may meet, with the unedited ones that they may meet. */
export function lookingsIn({ kind, before, after, shared, kept }: EditedKind): readonly Looking[] {
  const edited = [...before.map((unit) => entryOf(unit, "before")), ...after.map((unit) => entryOf(unit, "after"))];
  return groupsOf(edited).map((group) => {
    const isNear = ({ when }: Unit["clause"]) => group.some(({ names }) => mayHold(when, names));
    const near = [
      ...shared.filter(({ after: { clause } }) => isNear(clause)),
      ...kept.flatMap((agreement) => {
        const { units, needed } = unitsIn(agreement, kind);
        if (units.length === 0 || !group.some(({ names }) => mayAnyHold(needed, names))) return [];
        return units.filter(({ after: { clause } }) => isNear(clause));
      }),
    ];
    const isLike = (each: SharedUnit) => each.after.clause.kind === group[0]?.unit.clause.kind;
    return {
      kind,
      before: group.flatMap(({ unit, side }) => (side === "before" ? [unit] : [])),
      after: group.flatMap(({ unit, side }) => (side === "after" ? [unit] : [])),
      shared: near.filter(isLike),
      beside: near.filter((each) => !isLike(each)),
    };
  });
}

/** A clause that was not edited, with those of some others that it may meet. */
export function lookingAround(kind: string, unit: SharedUnit, others: readonly SharedUnit[]): Looking {
  const { names } = entryOf(unit.after, "after");
  const near = others.filter(
    (each) => each.after.clause !== unit.after.clause && mayHold(each.after.clause.when, names),
  );
  const isLike = (each: SharedUnit) => each.after.clause.kind === unit.after.clause.kind;
  return {
    kind,
    before: [unit.before],
    after: [unit.after],
    shared: near.filter(isLike),
    beside: near.filter((each) => !isLike(each)),
  };
}

/** The clauses of an agreement on a kind. */
interface UnitsIn {
  readonly units: readonly SharedUnit[];
  /** What all of them need: most agreements have nothing to do with an edit, which this tells without a look at their clauses. */
  readonly needed: readonly NeededBy[];
}

interface NeededBy {
  readonly subject: string;
  readonly names: readonly string[];
}

const knownUnits = new WeakMap<Agreement, Map<string, UnitsIn>>();

function unitsIn(agreement: Agreement, kind: string): UnitsIn {
  const byKind = knownUnits.get(agreement) ?? new Map<string, UnitsIn>();
  knownUnits.set(agreement, byKind);
  const known = byKind.get(kind);
  if (known) return known;
  const clauses = [...agreement.handles, ...agreement.commits].filter(({ kinds }) => kinds.includes(kind));
  const units = clauses.map((clause) => ({ before: { agreement, clause }, after: { agreement, clause } }));
  const found = { units, needed: neededByAll(clauses.map(({ when }) => when)) };
  byKind.set(kind, found);
  return found;
}

// what may meet -------------------------------------------------------------------------------------------------------

/** By subject the names of which one has to be given for a clause to apply. */
type Needed = ReadonlyMap<string, ReadonlySet<string>>;

interface Entry {
  readonly unit: Unit;
  readonly side: "before" | "after";
  readonly names: Needed;
}

function entryOf(unit: Unit, side: Entry["side"]): Entry {
  const names = new Map<string, ReadonlySet<string>>();
  addNeeded(unit.clause.when, names);
  return { unit, side, names };
}

/** Clauses that decide different things, or need different names, cannot meet. */
function groupsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  let groups: readonly (readonly Entry[])[] = [];
  for (const entry of entries) {
    const mayMeet = ({ unit, names }: Entry) =>
      unit.clause.kind === entry.unit.clause.kind && mayHold(entry.unit.clause.when, names);
    const near = groups.filter((group) => group.some(mayMeet));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), entry]];
  }
  return groups;
}

/** Whether a condition may hold where names are needed. */
function mayHold(when: Condition | undefined, needed: Needed): boolean {
  if (when?.kind === "and") return when.parts.every((part) => mayHold(part, needed));
  if (when?.kind !== "is" || when.negated || needed.size === 0) return true;
  const names = needed.get(subjectKey(when.subject));
  return names === undefined || when.values.some((value) => value.kind !== "name" || names.has(value.name));
}

/** Whether one of several conditions may hold, given what they all need. */
function mayAnyHold(all: readonly NeededBy[], needed: Needed): boolean {
  return all.every(({ subject, names }) => {
    const given = needed.get(subject);
    return given === undefined || names.some((name) => given.has(name));
  });
}

/** The subjects that all of several conditions name, each with all names that one of them gives; those with the fewest first. */
function neededByAll(conditions: readonly (Condition | undefined)[]): readonly NeededBy[] {
  const all = conditions.map(firstNames);
  const needed = [...(all[0]?.keys() ?? [])].flatMap((subject) => {
    const lists = all.map((each) => each.get(subject));
    return lists.includes(undefined) ? [] : [{ subject, names: [...new Set(lists.flatMap((names) => names ?? []))] }];
  });
  return needed.sort((one, other) => one.names.length - other.names.length);
}

/** Of each subject the names of the first part of a condition that asks for some: without one of these it does not hold. */
function firstNames(when: Condition | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const part of partsOf(when)) {
    if (part.kind !== "is" || part.negated || found.has(subjectKey(part.subject))) continue;
    const names = part.values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
    if (names.length === part.values.length) found.set(subjectKey(part.subject), names);
  }
  return found;
}

function partsOf(when: Condition | undefined): readonly Condition[] {
  return when?.kind === "and" ? when.parts.flatMap(partsOf) : when ? [when] : [];
}

function addNeeded(when: Condition | undefined, into: Map<string, ReadonlySet<string>>): void {
  if (when?.kind === "and") for (const part of when.parts) addNeeded(part, into);
  // Somebody may ask for several teams.
  if (when?.kind !== "is" || when.negated || when.subject.kind === "asker") return;
  const names = when.values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
  if (names.length < when.values.length) return;
  const key = subjectKey(when.subject);
  const known = into.get(key);
  into.set(key, new Set(known ? names.filter((name) => known.has(name)) : names));
}
