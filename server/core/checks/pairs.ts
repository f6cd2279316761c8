/** Two things of a group that say different things on a property. */
export interface Conflict<T> {
  readonly earlier: T;
  readonly later: T;
  readonly property: string;
}

/** What was compared last, by the first of the group and the group's name; a thing that means the same is the same object. */
export type PairMemory<T extends object> = WeakMap<T, Map<string, Compared<T>>>;

interface Compared<T> {
  readonly group: readonly T[];
  readonly conflicts: readonly Conflict<T>[];
}

/** Groups larger than this are left to run time, where a conflict is marked too: comparing all pairs would hold up the typist. */
const mostCompared = 300;

/** For each of the group the first before it that it conflicts with; `propertyOf` says on what, or undefined. */
export function conflictsIn<T>(
  group: readonly T[],
  propertyOf: (earlier: T, later: T) => string | undefined,
): readonly Conflict<T>[] {
  if (group.length > mostCompared) return [];
  return group.flatMap((later, index) => firstConflict(group.slice(0, index), later, propertyOf));
}

/** The same, kept while the group stays as it is. */
export function rememberedConflicts<T extends object>(
  memory: PairMemory<T>,
  name: string,
  group: readonly T[],
  propertyOf: (earlier: T, later: T) => string | undefined,
): readonly Conflict<T>[] {
  const [first] = group;
  if (!first || group.length < 2) return [];
  const byName = memory.get(first) ?? new Map<string, Compared<T>>();
  memory.set(first, byName);
  const known = byName.get(name);
  if (known && sameGroup(known.group, group)) return known.conflicts;
  const conflicts = conflictsIn(group, propertyOf);
  byName.set(name, { group, conflicts });
  return conflicts;
}

function firstConflict<T>(
  before: readonly T[],
  later: T,
  propertyOf: (earlier: T, later: T) => string | undefined,
): readonly Conflict<T>[] {
  for (const earlier of before) {
    const property = propertyOf(earlier, later);
    if (property !== undefined) return [{ earlier, later, property }];
  }
  return [];
}

function sameGroup<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
