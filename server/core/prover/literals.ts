/** Times as the fewest conditions that mean just these, dates put together where several conditions leave a few of them. */
import type { Cell } from "./cells.ts";
import type { Days, TimeAtom } from "./moments.ts";

/** That something holds of a time, or does not. */
export interface Literal {
  readonly atom: TimeAtom;
  readonly holds: boolean;
}

/** The fewest conditions that together mean just some of the cells of a time; undefined where none do. */
export function literalsFor(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
): readonly Literal[] | undefined {
  const wanted = new Set(picked);
  const literals = atoms.flatMap((atom, number) => [
    { atom, holds: true, numbers: numbersWhere(cells, number, true) },
    { atom, holds: false, numbers: numbersWhere(cells, number, false) },
  ]);
  const fitting = literals.filter(({ numbers }) => picked.every((each) => numbers.has(each)));
  let needed = fitting;
  const means = (some: typeof fitting) =>
    cells.every((_, each) => wanted.has(each) === some.every(({ numbers }) => numbers.has(each)));
  if (!means(fitting)) return undefined;
  for (const each of [...fitting].reverse()) {
    const fewer = needed.filter((other) => other !== each);
    if (means(fewer)) needed = fewer;
  }
  return needed;
}

function numbersWhere(cells: readonly Cell[], atom: number, holds: boolean): ReadonlySet<number> {
  return new Set(cells.flatMap((cell, each) => ("holds" in cell && cell.holds.has(atom) === holds ? [each] : [])));
}

/** A literal as it is, or the dates that several of them leave, by one clock. */
export type ToldTime =
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "dates"; readonly ranges: readonly Days[]; readonly zone: TimeAtom["zone"] };

/** "On 1..14 and not on 1..10" as "on 11..14": the literals, with those that are about dates of one clock told as what they leave. */
export function toldTimes(literals: readonly Literal[]): readonly ToldTime[] {
  const told: ToldTime[] = [];
  const done = new Set<string>();
  for (const literal of literals) {
    const { zone } = literal.atom;
    const like = literals.filter(({ atom }) => atom.zone.id === zone.id && daysOf(atom) !== undefined);
    const ranges = like.includes(literal) ? datesLeft(like) : undefined;
    if (!ranges) told.push({ kind: "literal", literal });
    else if (!done.has(zone.id)) told.push({ kind: "dates", ranges, zone });
    if (ranges) done.add(zone.id);
  }
  return told;
}

/** Whether it depends on a clock which date it is; what is open during a calendar is read by that of the calendar. */
export function readsDates(timed: TimeAtom): boolean {
  return timed.kind === "force" || timed.atom.kind === "on";
}

/** The dates of an atom that is about certain dates; one in force without an end has none after which it is over. */
function daysOf(atom: TimeAtom): Days | undefined {
  if (atom.kind === "force") return { first: atom.range.first, last: atom.range.last ?? Number.POSITIVE_INFINITY };
  return atom.atom.kind === "on" && atom.atom.days.kind === "dates" ? atom.atom.days : undefined;
}

/** The dates in all that hold and in none that do not; undefined where that takes more words than the literals. */
function datesLeft(literals: readonly Literal[]): readonly Days[] | undefined {
  const ranges = (holds: boolean) =>
    literals.flatMap((each) => (each.holds === holds ? (daysOf(each.atom) ?? []) : []));
  const holding = ranges(true);
  const last = Math.min(...holding.map((each) => each.last));
  if (holding.length === 0 || literals.length === 1 || !Number.isFinite(last)) return undefined;
  let left: readonly Days[] = [{ first: Math.max(...holding.map(({ first }) => first)), last }];
  for (const range of ranges(false)) left = left.flatMap((each) => without(each, range));
  return left.length > 0 && left.length <= literals.length ? left : undefined;
}

function without({ first, last }: Days, gone: Days): readonly Days[] {
  const [before, after]: readonly Days[] = [
    { first, last: Math.min(last, gone.first - 1) },
    { first: Math.max(first, gone.last + 1), last },
  ];
  return [before, after].flatMap((each) => (each && each.first <= each.last ? [each] : []));
}
