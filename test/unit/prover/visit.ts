/** What random agreements say of one point, read off their functions alone: the slow, obviously right twin of the prover's rules. */
import type { Point, Subject } from "./conditions.ts";
import {
  isInForce,
  type RandomAgreement,
  type RandomClaim,
  type RandomClause,
  type RandomLine,
  type RandomModel,
  type RandomOverlay,
} from "./generate.ts";

// layers ----------------------------------------------------------------------------------------------------------------

/** An exception stands above every case, and what lies in something stands above it (language.md M3). */
export function isAbove(one: RandomOverlay, other: RandomOverlay): boolean {
  if (one.isException !== other.isException) return one.isException;
  const wanted = other.isException ? other.inside : other;
  if (one.depth <= other.depth) return false;
  for (let around = one.inside; ; around = around.inside) {
    if (around === wanted) return true;
    if (around === undefined) return false;
  }
}

/** The values that a clause gives a property at a point: several where overlays conflict. */
export function valuesAt(clause: RandomClause, property: string, point: Point): ReadonlySet<string | undefined> {
  const held = clause.overlays.filter((overlay) => overlay.holds(point) && overlay.states.has(property));
  const topmost = held.filter((one) => !held.some((other) => isAbove(other, one)));
  if (topmost.length > 0) return new Set(topmost.map(({ states }) => states.get(property)));
  const own = clause.states.get(property);
  if (property !== "hours" || own !== undefined) return new Set([own]);
  return new Set([...valuesAt(clause, "by", point)].map((by) => (by === "Desk" ? "early" : "office")));
}

/** What clauses and overlays of random models state. */
export const properties = [
  ...["by", "respond", "resolve", "hours", "via", "cutoff", "escalate", "surcharge", "decline", "say"],
  ...["step a", "step b"],
];

// handling --------------------------------------------------------------------------------------------------------------

/** Parties that ask for a kind: those that do not handle it, unless all do. */
export function askersIn({ handles }: RandomModel, agreement: RandomAgreement, kind: string): readonly string[] {
  const own = handles.filter((clause) => clause.agreement === agreement && clause.kinds.includes(kind));
  const handling = new Set(own.map(({ states }) => teamOf(states.get("by"))));
  const others = agreement.parties.filter((party) => !handling.has(party));
  return others.length > 0 ? others : agreement.parties;
}

function teamOf(by: string | undefined): string {
  return by === "Desk" ? "Desk" : "Support";
}

/** Whether a clause declines a point: then nothing is told but that. */
function isDeclined(clause: RandomClause, point: Point): boolean {
  return [...valuesAt(clause, "decline", point)].some((value) => value !== undefined);
}

/** Whether two overlays of a clause that stand side by side state a property differently at a point. */
export function contradictsItself(clause: RandomClause, point: Point): boolean {
  if (!clause.holds(point)) return false;
  const toldOf = isDeclined(clause, point) ? ["decline"] : properties;
  return toldOf.some((property) => {
    const held = clause.overlays.filter((overlay) => overlay.holds(point) && overlay.states.has(property));
    const topmost = held.filter((one) => !held.some((other) => isAbove(other, one)));
    return new Set(topmost.map(({ states }) => states.get(property))).size > 1;
  });
}

/** Whether two clauses answer a point differently. */
export function differAt(one: RandomClause, other: RandomClause, point: Point): boolean {
  const toldOf = isDeclined(one, point) || isDeclined(other, point) ? ["decline"] : properties;
  return toldOf.some((property) => {
    const [mine, theirs] = [valuesAt(one, property, point), valuesAt(other, property, point)];
    return [...mine].some((value) => [...theirs].some((each) => each !== value));
  });
}

/** Overlays and clauses that decide nothing: what lies in a case that never holds is not told of again, but for exceptions. */
export function deadIn(clause: RandomClause, points: readonly Point[]): readonly string[] {
  const possible = points.filter(clause.holds);
  const dead = clause.overlays.filter((overlay) => {
    const { inside } = overlay;
    const isInEmpty = !possible.some((point) => inside?.holds(point) ?? true);
    if (isInEmpty && !overlay.isException) return false;
    return [...overlay.states.keys()].every((property) =>
      possible.every((point) => !overlay.holds(point) || isCovered(clause, overlay, property, point)),
    );
  });
  const isWhole = [...clause.states.keys()].every((property) =>
    possible.every((point) => clause.overlays.some((each) => each.states.has(property) && each.holds(point))),
  );
  return [...(isWhole ? [clause.id] : []), ...dead.map(({ id }) => id)];
}

function isCovered({ overlays }: RandomClause, overlay: RandomOverlay, property: string, point: Point): boolean {
  return overlays.some((other) => other.holds(point) && other.states.has(property) && isAbove(other, overlay));
}

/** Whether without an overlay a clause gives every point the values that the overlay gives it where it is on top. */
export function isRedundant(clause: RandomClause, overlay: RandomOverlay, points: readonly Point[]): boolean {
  const without = { ...clause, overlays: clause.overlays.filter((other) => other !== overlay) };
  return points.every((point) => {
    if (!clause.holds(point) || !overlay.holds(point)) return true;
    const isSame = [...overlay.states].every(
      ([property, value]) =>
        isCovered(clause, overlay, property, point) ||
        [...valuesAt(without, property, point)].every((other) => other === value),
    );
    const [before, after] = [clause, without].map((each) => [...valuesAt(each, "hours", point)].sort().join());
    return isSame && before === after;
  });
}

/** Clauses without overlays that say what others, not left out yet, say wherever they apply; the last first. */
export function repeatedClauses(handles: readonly RandomClause[], points: readonly Point[]): readonly string[] {
  const removed = new Set<RandomClause>();
  for (const clause of [...handles].reverse()) {
    const own = points.filter(clause.holds);
    if (clause.overlays.length > 0 || own.length === 0) continue;
    const same = handles.filter(
      (other) => other !== clause && !removed.has(other) && other.overlays.length === 0 && saysTheSame(clause, other),
    );
    if (own.every((point) => same.some(({ holds }) => holds(point)))) removed.add(clause);
  }
  return [...removed].map(({ id }) => id);
}

function saysTheSame(one: RandomClause, other: RandomClause): boolean {
  const hours = ({ states }: RandomClause) => states.get("hours") ?? (states.get("by") === "Desk" ? "early" : "office");
  return (
    hours(one) === hours(other) &&
    properties.every((each) => each === "hours" || one.states.get(each) === other.states.get(each))
  );
}

/** Whether a claim about who handles a request is true of a point, where these clauses apply. */
export function isHandledAsClaimed(
  { by, negated }: RandomClaim,
  applying: readonly RandomClause[],
  point: Point,
): boolean {
  const isMeant = (value: string | undefined) =>
    by === undefined || value === by || ((by === "Support" || by === "Desk") && teamOf(value) === by);
  const answers = applying.flatMap((clause) =>
    [...valuesAt(clause, "by", point)].flatMap((value) =>
      [...valuesAt(clause, "decline", point)].map((decline) => decline === undefined && isMeant(value)),
    ),
  );
  return negated ? !answers.includes(true) : answers.length > 0 && !answers.includes(false);
}

// exceptions outside their base -----------------------------------------------------------------------------------------

/** Whether a part of an exception's condition never meets its base, in what the condition asks about. */
export function reachesBeyond(
  clause: RandomClause,
  { own, isThen, inside }: RandomOverlay,
  points: readonly Point[],
  isPossible: (point: Point) => boolean,
): boolean {
  const asked = [...own.subjects];
  // Of customers only Acme is named.
  const asCell = (subject: Subject, point: Point) =>
    subject === "customer" ? point.customer === "Acme" : point[subject];
  const told = (point: Point) => asked.map((subject) => String(asCell(subject, point))).join("|");
  const base = points.filter((point) => clause.holds(point) && (inside?.holds(point) ?? true));
  const reached = new Set(base.map(told));
  const isMeant = (point: Point) => own.holds(point) && isThen(point) && isInForce(clause.agreement, point);
  return points.some((point) => isPossible(point) && isMeant(point) && !reached.has(told(point)));
}

// promises --------------------------------------------------------------------------------------------------------------

/** A line where it stands: in its clause itself, or in something laid over it. */
export interface StandingLine {
  readonly line: RandomLine;
  readonly clause: RandomClause;
  readonly overlay: RandomOverlay | undefined;
}

/** All lines of the clauses. */
export function linesIn(commits: readonly RandomClause[]): readonly StandingLine[] {
  return commits.flatMap((clause) => [
    ...clause.lines.map((line) => ({ line, clause, overlay: undefined })),
    ...clause.overlays.flatMap((overlay) => overlay.lines.map((line) => ({ line, clause, overlay }))),
  ]);
}

/** Whether a line's clause applies, what it stands in is laid over it, and its own condition holds. */
export function lineHolds({ line, clause, overlay }: StandingLine, point: Point): boolean {
  return clause.holds(point) && (overlay?.holds(point) ?? true) && line.own.holds(point);
}

/** The lines that count at a point: of each clause those that hold and lie under none that does. */
export function countedAt(lines: readonly StandingLine[], point: Point): readonly StandingLine[] {
  const held = lines.filter((each) => lineHolds(each, point));
  return held.filter(
    ({ clause, overlay }) => !held.some((other) => other.clause === clause && liesOver(other.overlay, overlay)),
  );
}

function liesOver(one: RandomOverlay | undefined, other: RandomOverlay | undefined): boolean {
  return one !== undefined && (other === undefined || isAbove(one, other));
}

const order = ["silent", "may", "ask", "never"];

/** The strictest verdict of some lines; silent: there are none. */
export function strictest(lines: readonly StandingLine[]): string {
  return order[Math.max(0, ...lines.map(({ line }) => order.indexOf(line.verdict)))] ?? "silent";
}

/** Whether a verdict gives more freely than another; silence gives nothing. */
export function isLaxer(one: string, other: string): boolean {
  return one !== "silent" && order.indexOf(one) < order.indexOf(other);
}

/** Lines of clauses themselves that count, of all that count at each point, only where others, not left out yet, mean the same; the last first. */
export function repeatedLines(
  lines: readonly StandingLine[],
  counted: readonly (readonly StandingLine[])[],
): readonly StandingLine[] {
  const removed = new Set<StandingLine>();
  for (const each of [...lines].reverse()) {
    if (each.overlay || !counted.some((some) => some.includes(each))) continue;
    const isSaid = counted.every(
      (some) =>
        !some.includes(each) ||
        some.some((other) => other !== each && !removed.has(other) && other.line.meaning === each.line.meaning),
    );
    if (isSaid) removed.add(each);
  }
  return [...removed];
}
