/** Contradictions told by what causes them: of many pairs, few things of which one is in each pair. */

/** Two things that contradict each other; the names tell things apart. */
export interface Pair {
  readonly earlier: { readonly id: string };
  readonly later: { readonly id: string };
}

/** Something that contradicts others, and the pairs of it that no cause before has told. */
export interface Cause<Contradiction extends Pair> {
  readonly id: string;
  readonly pairs: readonly Contradiction[];
}

/** All pairs, each with that of its two that is in most of those which are left. */
export function causesOf<Contradiction extends Pair>(pairs: readonly Contradiction[]): readonly Cause<Contradiction>[] {
  const left = new Map<string, Set<Contradiction>>();
  for (const pair of pairs) {
    // Of two alike the later is told.
    add(left, pair.later.id, pair);
    add(left, pair.earlier.id, pair);
  }
  const causes: Cause<Contradiction>[] = [];
  for (;;) {
    const [id, most] = mostOf(left);
    if (id === undefined) return causes;
    causes.push({ id, pairs: [...most] });
    left.delete(id);
    for (const pair of most) left.get(otherOf(id, pair).id)?.delete(pair);
  }
}

function mostOf<Contradiction>(left: ReadonlyMap<string, ReadonlySet<Contradiction>>) {
  let id: string | undefined;
  let most: ReadonlySet<Contradiction> = new Set();
  for (const [each, pairs] of left) if (pairs.size > most.size) [id, most] = [each, pairs];
  return [id, most] as const;
}

function add<Contradiction>(left: Map<string, Set<Contradiction>>, id: string, pair: Contradiction): void {
  const known = left.get(id);
  if (known) known.add(pair);
  else left.set(id, new Set([pair]));
}

/** The one of a pair that is not the cause. */
export function otherOf<Contradiction extends Pair>(
  id: string,
  { earlier, later }: Contradiction,
): Contradiction["earlier"] | Contradiction["later"] {
  return earlier.id === id ? later : earlier;
}
