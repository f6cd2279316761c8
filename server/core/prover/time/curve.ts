/**
 * Functions of the time of arrival: piece by piece they stand still or move along with it, as ends of work in business time do.
 * Arrivals are whole minutes, and every one of them is looked at; what happens between two pieces is found at their ends.
 */
import { minuteMilliseconds } from "../../time/date.ts";
import { type InstantSet, setOf } from "../../time/sets.ts";
import type { Instant } from "../../time/spec.ts";

/** Arrivals from one minute to another, both included, with the value at the first; it is infinite where there is none. */
export interface Piece {
  readonly from: Instant;
  readonly to: Instant;
  readonly value: Instant;
  /** Whether the value moves along with the arrival; else it is the same for all. */
  readonly moves: boolean;
}

/** Pieces in the order of their arrivals, none of which is in two of them. */
export type Curve = readonly Piece[];

/** What becomes of an instant (infinite: nothing any more), and every instant in a stretch from which on that may follow another rule. */
export interface TimeRule {
  readonly at: (instant: Instant) => Instant;
  readonly changes: (from: Instant, to: Instant) => readonly Instant[];
}

/** Every whole minute of a set of instants, as the time of arrival itself. */
export function arrivalsIn(set: InstantSet): Curve {
  const pieces: Piece[] = [];
  for (let index = 0; index < set.length; index += 2) {
    const from = wholeMinute(set[index] ?? Number.NaN);
    const to = wholeMinute(set[index + 1] ?? Number.NaN) - minuteMilliseconds;
    if (from <= to) pieces.push({ from, to, value: from, moves: true });
  }
  return pieces;
}

/** The curve of what a rule makes of the values of a curve. */
export function through(curve: Curve, { at, changes }: TimeRule): Curve {
  const pieces: Piece[] = [];
  let [asked, answer] = [Number.NaN, Number.NaN];
  const valueAt = (instant: Instant): Instant => {
    if (instant === Number.POSITIVE_INFINITY) return instant;
    if (instant !== asked) [asked, answer] = [instant, at(instant)];
    return answer;
  };
  for (const piece of curve) {
    if (!piece.moves) {
      join(pieces, { ...piece, value: valueAt(piece.value) });
      continue;
    }
    const offset = piece.value - piece.from;
    const of = (arrival: Instant): Instant => valueAt(arrival + offset);
    let start = piece.from;
    for (const change of inOrder(changes(piece.value, piece.to + offset))) {
      const next = wholeMinute(change - offset);
      if (next <= start || next > piece.to) continue;
      addRun(pieces, start, next - minuteMilliseconds, of);
      start = next;
    }
    addRun(pieces, start, piece.to, of);
  }
  return pieces;
}

function inOrder(instants: readonly Instant[]): Float64Array {
  return Float64Array.from(instants).sort();
}

/** The first whole minute at or after an instant. */
function wholeMinute(at: Instant): Instant {
  return Math.ceil(at / minuteMilliseconds) * minuteMilliseconds;
}

/** A run whose ends do not show that it follows one rule is looked at in halves. */
function addRun(pieces: Piece[], from: Instant, to: Instant, of: (arrival: Instant) => Instant): void {
  const [first, last] = [of(from), of(to)];
  if (first === last || last - first === to - from) {
    join(pieces, { from, to, value: first, moves: first !== last });
    return;
  }
  const middle = wholeMinute((from + to) / 2);
  addRun(pieces, from, middle - minuteMilliseconds, of);
  addRun(pieces, middle, to, of);
}

/** Adds a piece, to the last one where it goes on in the same way. */
function join(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last === undefined || last.to + minuteMilliseconds !== piece.from) {
    pieces.push(piece);
    return;
  }
  const stands = !last.moves && !piece.moves && last.value === piece.value;
  const isMoving = (each: Piece) => each.moves || each.from === each.to;
  const moves = isMoving(last) && isMoving(piece) && piece.value - last.value === piece.from - last.from;
  if (stands || moves) pieces[pieces.length - 1] = { from: last.from, to: piece.to, value: last.value, moves };
  else pieces.push(piece);
}

/** The value of a piece at one of its arrivals. */
export function valueIn({ from, value, moves }: Piece, arrival: Instant): Instant {
  return moves ? value + arrival - from : value;
}

/** Told of each stretch of arrivals that lies in a piece of both of two curves. */
type Visit = (from: Instant, to: Instant, one: Piece, other: Piece) => void;

function visitTogether(one: Curve, other: Curve, visit: Visit): void {
  let index = 0;
  for (const piece of one) {
    while (index > 0 && (other[index]?.from ?? Number.POSITIVE_INFINITY) > piece.from) index -= 1;
    for (; index < other.length; index += 1) {
      const opposite = other[index];
      if (opposite === undefined || opposite.from > piece.to) break;
      const [from, to] = [Math.max(piece.from, opposite.from), Math.min(piece.to, opposite.to)];
      if (from <= to) visit(from, to, piece, opposite);
    }
  }
}

/** Of two curves over the same arrivals whichever is earlier. */
export function earlier(one: Curve, other: Curve): Curve {
  const pieces: Piece[] = [];
  const add = (from: Instant, to: Instant, piece: Piece) =>
    from <= to && join(pieces, { from, to, value: valueIn(piece, from), moves: piece.moves && from < to });
  visitTogether(one, other, (from, to, left, right) => {
    const [first, second] = valueIn(left, from) <= valueIn(right, from) ? [left, right] : [right, left];
    // Only one that stands still can become the earlier, where it is passed.
    const passed = from + valueIn(second, from) - valueIn(first, from);
    const change = first.moves && !second.moves && passed < to ? wholeMinute(passed) : to + minuteMilliseconds;
    add(from, Math.min(to, change - minuteMilliseconds), first);
    add(change, to, second);
  });
  return pieces;
}

/** An arrival with the values of two curves. */
export interface Latest {
  readonly arrival: Instant;
  readonly end: Instant;
  readonly due: Instant;
}

/** The arrival at which one curve lies farthest behind another, the first of several; undefined where there is none that both have. */
export function latest(ends: Curve, dues: Curve): Latest | undefined {
  const known = knownLatest.get(ends) ?? new WeakMap<Curve, { readonly found: Latest | undefined }>();
  knownLatest.set(ends, known);
  const result = known.get(dues) ?? { found: searchedLatest(ends, dues) };
  known.set(dues, result);
  return result.found;
}

const knownLatest = new WeakMap<Curve, WeakMap<Curve, { readonly found: Latest | undefined }>>();

function searchedLatest(ends: Curve, dues: Curve): Latest | undefined {
  let [most, arrival, endThere, dueThere] = [Number.NaN, Number.NaN, 0, 0];
  const look = (at: Instant, end: Piece, due: Piece): void => {
    const [endsAt, dueAt] = [valueIn(end, at), valueIn(due, at)];
    const behind = dueAt === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : endsAt - dueAt;
    if (behind <= most) return;
    [most, arrival, endThere, dueThere] = [behind, at, endsAt, dueAt];
  };
  // Between two ends of a stretch the difference moves one way only.
  visitTogether(ends, dues, (from, to, end, due) => {
    look(from, end, due);
    if (to > from) look(to, end, due);
  });
  return Number.isNaN(arrival) ? undefined : { arrival, end: endThere, due: dueThere };
}

/** The first arrival whose value is in a set of instants, and that value; undefined where there is none. */
export function firstWithin(
  curve: Curve,
  set: InstantSet,
): { readonly arrival: Instant; readonly value: Instant } | undefined {
  for (const piece of curve) {
    const last = valueIn(piece, piece.to);
    for (let index = 0; index < set.length; index += 2) {
      const [open, close] = [set[index] ?? Number.NaN, set[index + 1] ?? Number.NaN];
      if (open > last) break;
      const arrival = piece.moves ? Math.max(piece.from, wholeMinute(piece.from + open - piece.value)) : piece.from;
      const value = valueIn(piece, arrival);
      if (arrival <= piece.to && open <= value && value < close) return { arrival, value };
    }
  }
  return undefined;
}

/** The arrivals whose values are in a set of instants. */
export function whereWithin(curve: Curve, set: InstantSet): InstantSet {
  const pairs: Instant[] = [];
  for (const { from, to, value, moves } of curve) {
    const end = to + minuteMilliseconds;
    const last = moves ? value + to - from : value;
    for (let index = 0; index < set.length; index += 2) {
      const [open, close] = [set[index] ?? Number.NaN, set[index + 1] ?? Number.NaN];
      if (open > last) break;
      if (close <= value) continue;
      const first = moves ? Math.max(from, wholeMinute(from + open - value)) : from;
      pairs.push(first, moves ? Math.min(end, wholeMinute(from + close - value)) : end);
    }
  }
  return setOf(pairs);
}

/** The arrivals at which one curve comes before another. */
export function whereBefore(one: Curve, other: Curve): InstantSet {
  const pairs: Instant[] = [];
  visitTogether(one, other, (from, to, left, right) => {
    const end = to + minuteMilliseconds;
    const ahead = valueIn(right, from) - valueIn(left, from);
    if (left.moves === right.moves || !Number.isFinite(ahead)) pairs.push(from, ahead > 0 ? end : from);
    else if (left.moves) pairs.push(from, Math.min(end, wholeMinute(from + ahead)));
    else pairs.push(Math.max(from, wholeMinute(from - ahead + 1)), end);
  });
  return setOf(pairs);
}

/** The values of a curve at some arrivals, as the minutes that begin with them. */
export function valuesAt(curve: Curve, arrivals: InstantSet): InstantSet {
  const pairs: Instant[] = [];
  for (const piece of curve)
    for (let index = 0; index < arrivals.length; index += 2) {
      const from = Math.max(piece.from, arrivals[index] ?? Number.NaN);
      const to = Math.min(piece.to, (arrivals[index + 1] ?? Number.NaN) - minuteMilliseconds);
      if (from > to || piece.value === Number.POSITIVE_INFINITY) continue;
      pairs.push(valueIn(piece, from), valueIn(piece, to) + minuteMilliseconds);
    }
  return setOf(pairs);
}
