/** Times as the fewest conditions that mean just these, dates put together where several conditions leave a few of them. */
import type { Cell } from "./cells.ts";
import type { Days, TimeAtom } from "./moments.ts";

/** That something holds of a time, or does not. */
export interface Literal {
  readonly atom: TimeAtom;
  readonly holds: boolean;
}

/** Conditions that all hold, and others of which at least one does, if there are any. */
export interface TimeTerms {
  readonly all: readonly Literal[];
  readonly oneOf: readonly Literal[];
}

/** The fewest conditions that together mean just some of the cells of a time; undefined where none do. */
export function literalsFor(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
): readonly Literal[] | undefined {
  const terms = termsFor(cells, picked, atoms);
  return terms?.oneOf.length === 0 ? terms.all : undefined;
}

/**
 * `literalsFor` in two parts: conditions that all hold, and perhaps a few of which at least one does. The first part are
 * the conditions that hold in every cell that is meant; where other cells fulfil these, too, the second part is the contraries
 * of what only those have in common.
 */
export function termsFor(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
): TimeTerms | undefined {
  const wanted = new Set(picked);
  const literals = atoms.flatMap((atom, number): readonly LiteralIn[] => [
    { atom, holds: true, numbers: numbersWhere(cells, number, true) },
    { atom, holds: false, numbers: numbersWhere(cells, number, false) },
  ]);
  const fitting = literals.filter(holdsInAll(picked));
  const within = cells.flatMap((_, each) => (isInAll(fitting, each) ? [each] : []));
  const unwanted = within.filter((each) => !wanted.has(each));
  const opposite =
    unwanted.length === 0
      ? []
      : fewest(literals.filter(holdsInAll(unwanted)), (some) =>
          within.every((each) => wanted.has(each) !== isInAll(some, each)),
        );
  if (!opposite || opposite.length > mostAlternatives) return undefined;
  const isLeft = (each: number) => opposite.length === 0 || !isInAll(opposite, each);
  const all = fewest(fitting, (some) =>
    cells.every((_, each) => wanted.has(each) === (isInAll(some, each) && isLeft(each))),
  );
  return all && { all, oneOf: opposite.map(({ atom, holds }) => ({ atom, holds: !holds })) };
}

/** More than a person keeps apart. */
const mostAlternatives = 3;

/** A literal with the cells in which it holds. */
interface LiteralIn extends Literal {
  readonly numbers: ReadonlySet<number>;
}

function holdsInAll(picked: readonly number[]): (literal: LiteralIn) => boolean {
  return ({ numbers }) => picked.every((each) => numbers.has(each));
}

function isInAll(literals: readonly LiteralIn[], cell: number): boolean {
  return literals.every(({ numbers }) => numbers.has(cell));
}

/** As few of some literals as still mean the same, the later ones left out first; undefined where not even all do. */
function fewest(
  literals: readonly LiteralIn[],
  means: (some: readonly LiteralIn[]) => boolean,
): readonly LiteralIn[] | undefined {
  if (!means(literals)) return undefined;
  let needed = literals;
  for (const each of [...literals].reverse()) {
    const fewer = needed.filter((other) => other !== each);
    if (means(fewer)) needed = fewer;
  }
  return needed;
}

function numbersWhere(cells: readonly Cell[], atom: number, holds: boolean): ReadonlySet<number> {
  return new Set(cells.flatMap((cell, each) => ("holds" in cell && cell.holds.has(atom) === holds ? [each] : [])));
}

/** A literal as it is, or the dates or weekdays that several of them leave, or leave out, by one clock; the lowest bit of a mask is Monday. */
export type ToldTime =
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "weekdays"; readonly mask: number; readonly zone: TimeAtom["zone"] }
  | ToldDates;

/** Dates on which it holds, or does not. */
export interface ToldDates {
  readonly kind: "dates";
  readonly holds: boolean;
  /** In order. */
  readonly ranges: readonly Days[];
  readonly zone: TimeAtom["zone"];
}

/** "On 1..14 and not on 1..10" as "on 11..14": the literals, with those that are about dates or weekdays of one clock told as what they leave. */
export function toldTimes(literals: readonly Literal[]): readonly ToldTime[] {
  return [...toldDates(literals.filter((each) => maskOf(each) === undefined)), ...toldWeekdays(literals)];
}

function toldWeekdays(literals: readonly Literal[]): readonly ToldTime[] {
  const masks = new Map<TimeAtom["zone"], number>();
  for (const literal of literals) {
    const { zone } = literal.atom;
    const mask = maskOf(literal);
    if (mask !== undefined) masks.set(zone, (masks.get(zone) ?? everyDay) & mask);
  }
  return [...masks].map(([zone, mask]) => ({ kind: "weekdays", mask, zone }));
}

const everyDay = 0b111_1111;

/** The weekdays on which a literal holds that is about weekdays. */
function maskOf({ atom: { kind, ...timed }, holds }: Literal): number | undefined {
  const days = kind === "atom" && "atom" in timed && timed.atom.kind === "on" ? timed.atom.days : undefined;
  if (days?.kind !== "weekdays") return undefined;
  return holds ? days.mask : everyDay & ~days.mask;
}

function toldDates(literals: readonly Literal[]): readonly ToldTime[] {
  const told: ToldTime[] = [];
  const done = new Set<string>();
  for (const literal of literals) {
    const { zone } = literal.atom;
    const like = literals.filter(({ atom }) => atom.zone.id === zone.id && daysOf(atom) !== undefined);
    const dates = like.length > 1 && like.includes(literal) ? together(like) : undefined;
    if (!dates) told.push({ kind: "literal", literal });
    else if (!done.has(zone.id)) told.push({ kind: "dates", ...dates, zone });
    if (dates) done.add(zone.id);
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

/** The dates in all that hold and in none that do not, else those in none; undefined where that takes more words than the literals. */
function together(literals: readonly Literal[]): Pick<ToldDates, "holds" | "ranges"> | undefined {
  const ranges = (holds: boolean) =>
    literals.flatMap((each) => (each.holds === holds ? (daysOf(each.atom) ?? []) : []));
  const [holding, not] = [ranges(true), ranges(false)];
  if (holding.length === 0) {
    const areEnding = not.every(({ last }) => Number.isFinite(last));
    return areEnding ? { holds: false, ranges: united(not) } : undefined;
  }
  const last = Math.min(...holding.map((each) => each.last));
  if (!Number.isFinite(last)) return undefined;
  let left: readonly Days[] = [{ first: Math.max(...holding.map(({ first }) => first)), last }];
  for (const range of not) left = left.flatMap((each) => without(each, range));
  return left.length > 0 && left.length <= literals.length ? { holds: true, ranges: left } : undefined;
}

/** Ranges that meet or follow each other as one. */
function united(ranges: readonly Days[]): readonly Days[] {
  const found: Days[] = [];
  for (const range of [...ranges].sort((one, other) => one.first - other.first)) {
    const last = found.at(-1);
    if (last && range.first <= last.last + 1)
      found[found.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    else found.push(range);
  }
  return found;
}

function without({ first, last }: Days, gone: Days): readonly Days[] {
  const [before, after]: readonly Days[] = [
    { first, last: Math.min(last, gone.first - 1) },
    { first: Math.max(first, gone.last + 1), last },
  ];
  return [before, after].flatMap((each) => (each && each.first <= each.last ? [each] : []));
}
