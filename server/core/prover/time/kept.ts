/** Promises of a time held against the clauses that have to keep them: the worst case over every minute at which a request can come. */
import type { Calendar } from "../../time/calendar.ts";
import { type InstantSet, setOf } from "../../time/sets.ts";
import type { Instant, Target } from "../../time/spec.ts";
import { type Box, boxWhere, cellsIn, outside, shared, sharedBoxes, simplified, wordAt } from "../space/box.ts";
import { type Budget, coverAll } from "../space/cover.ts";
import type { Space } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import type { HandleRule } from "../written/rules.ts";
import { type Chain, duesOf, endsOf } from "./chain.ts";
import { arrivalsIn, type Latest, latest } from "./curve.ts";
import { worstTurns } from "./stepTurns.ts";
import { type Terms, termsIn } from "./terms.ts";
import { type Counting, countingOf, handOf, type Working } from "./working.ts";

/** A time by which something is promised to have happened, to some requests. */
export interface Promised {
  readonly what: "respond" | "resolve";
  readonly target: Target;
  /** What it counts on, given what the clause that keeps it counts on; undefined where there are no such hours. */
  readonly calendarFor: (counting: Counting) => Calendar | undefined;
  readonly domain: readonly Box[];
}

/** Why a promise was not held against a clause: what is missing there, or what depends on something else. */
export interface Unheld {
  readonly because:
    | "unhandled"
    | "no target"
    | "no hours"
    | "hours differ"
    | "declined"
    | "conflict"
    | "too many steps";
  /** The clause; undefined where there is none. */
  readonly clause: string | undefined;
}

/**
 * Why it was not told who has the requests of a clause, or takes them: as above, or because that depends on the single request, because
 * one without a customer has no owner, or because it happens to a customer whom no condition tells from others.
 */
export interface Untold extends Pick<Unheld, "clause"> {
  readonly because: Unheld["because"] | "people differ" | "no customer" | "customer untold";
}

/** The worst request: when it comes, by when it is done, and by when that was promised. */
export interface Worst extends Latest {
  /** The requests to which it may happen, at times like that of the arrival. */
  readonly box: Box;
  readonly terms: Terms;
}

/** What is known of a promise; it is kept where nothing is found and nothing is undecided. */
export interface Kept {
  readonly worst: Worst | undefined;
  /** The requests of which some come too late. */
  readonly regions: readonly Box[];
  readonly undecided: readonly Unheld[];
}

/** Holds a promise against every clause that handles its requests, all of which can be decided. */
export function keptOf(group: Group, promised: Promised, working: Working, budget: Budget): Kept {
  const { shape } = group.space;
  const found: Worst[] = [];
  const undecided = new Map<string, Unheld>();
  const add = (because: Unheld["because"], clause: string | undefined) =>
    undecided.set(`${because} ${clause}`, { because, clause });
  if (isUnhandled(group, promised, budget)) add("unhandled", undefined);
  for (const rule of group.handles) {
    const terms = termsIn(group, rule, promised.domain, budget);
    if (!terms) add("too many steps", rule.clause.id);
    for (const each of terms ?? []) {
      const result = worstsOf(group, each, promised, working);
      if (typeof result === "string") add(result, rule.clause.id);
      else
        for (const worst of result)
          if (isContested(group, rule, worst)) add("conflict", rule.clause.id);
          else found.push(worst);
    }
  }
  const [first] = [...found].sort(
    (one, other) => other.end - other.due - (one.end - one.due) || one.arrival - other.arrival,
  );
  const boxes = found.map(({ box, terms }) => widened(group, box, terms, promised.domain));
  return {
    worst: first,
    regions: simplified(shape, boxes.flat().slice(0, mostBoxes)),
    undecided: [...undecided.values()],
  };
}

const mostBoxes = 64;

function isUnhandled({ space, handles, impossible }: Group, { domain }: Promised, budget: Budget): boolean {
  const walls = [...handles.flatMap(({ boxes }) => boxes), ...impossible];
  return domain.length === 0 || coverAll(space.shape, domain, walls, budget).kind !== "proved";
}

/** Of clauses that contradict each other another one may decide, and keep the promise. */
function isContested({ handles, space }: Group, rule: HandleRule, { box }: Worst): boolean {
  const others = handles.filter((other) => other !== rule).flatMap(({ boxes }) => boxes);
  return outside(space.shape, [box], others).length === 0;
}

/** A box as it was in the terms, at all times that they hold. */
function widened(
  { space: { shape, byKey } }: Group,
  box: Box,
  { boxes }: Terms,
  domain: readonly Box[],
): readonly Box[] {
  const time = byKey.get("time") ?? 0;
  const [from, end] = [shape.from[time] ?? 0, shape.from[time + 1] ?? 0];
  const same = boxes.filter((each) => each.every((word, at) => (at >= from && at < end) || word === box[at]));
  return sharedBoxes(shape, same, domain);
}

/** The worst case of each region that breaks the promise, or why that is not known. */
function worstsOf(
  group: Group,
  terms: Terms,
  promised: Promised,
  working: Working,
): readonly Worst[] | Unheld["because"] {
  if (terms.isContested) return "conflict";
  if (terms.lines.decline) return "declined";
  const counting = countingOf(working, terms);
  if (!counting) return "hours differ";
  const chain = chainOf(terms, promised, counting, working);
  if (typeof chain === "string") return chain;
  const calendar = promised.calendarFor(counting);
  if (!calendar) return "no hours";
  const known = new Map<string, Latest | undefined>();
  return terms.boxes.flatMap((box): readonly Worst[] => {
    const times = timesIn(group, box);
    const key = cellsIn(group.space.shape, box, group.space.byKey.get("time") ?? 0).join(" ");
    if (!known.has(key)) known.set(key, worstCase(chain, calendar, promised.target, times));
    const worst = known.get(key);
    const at = worst && worst.end > worst.due ? boxAround(group, box, worst.arrival) : undefined;
    return worst && at ? [{ ...worst, box: at, terms }] : [];
  });
}

function worstCase(chain: Chain, calendar: Calendar, target: Target, times: InstantSet): Latest | undefined {
  const arrivals = arrivalsIn(times);
  return latest(endsOf(chain, arrivals) ?? [], duesOf(calendar, target, arrivals));
}

/** What the clause says of the time until it happens: what is resolved has been answered, too. */
function chainOf(
  { lines: { respond, resolve, cutoff, steps: all }, steps, rule }: Terms,
  { what }: Promised,
  { calendar, hasHours }: Counting,
  working: Working,
): Chain | Unheld["because"] {
  const stated = what === "respond" ? [respond, resolve] : [resolve];
  const targets = stated.flatMap((each) => (each ? [each.value] : []));
  if (targets.length === 0 && (steps === undefined || steps.length === 0)) return "no target";
  if (!hasHours && targets.some(({ unit }) => unit.startsWith("business"))) return "no hours";
  const turns = steps && worstTurns(all?.value ?? [], steps);
  const hands = turns?.flatMap(({ step, timing }) => handOf(working, { who: step.who, timing }, rule.scope) ?? []);
  if (hands?.length !== turns?.length) return "hours differ";
  return { calendar, cutoff: cutoff?.value, targets, hands: hands?.length === 0 ? undefined : hands };
}

/** The times of the requests of a box, in order. */
export function timesIn({ space }: Pick<Group, "space">, box: Box): InstantSet {
  const time = space.byKey.get("time") ?? 0;
  const known = times.get(space) ?? new Map<string, InstantSet>();
  times.set(space, known);
  const key = box.subarray(wordAt(space.shape, time), wordAt(space.shape, time + 1)).join();
  const own = known.get(key) ?? findTimes(space, time, box);
  known.set(key, own);
  return own;
}

/** By the cells of times. */
const times = new WeakMap<Space, Map<string, InstantSet>>();

function findTimes(space: Space, time: number, box: Box): InstantSet {
  const intervals = cellsIn(space.shape, box, time).flatMap((number) => {
    const cell = space.dimensions[time]?.cells[number];
    return cell?.kind === "moments" ? cell.intervals : [];
  });
  return setOf(intervals.flatMap(({ open, close }) => [open, close]));
}

/** A box at times like an instant of it. */
export function boxAround({ space }: Group, box: Box, at: Instant): Box | undefined {
  const time = space.byKey.get("time") ?? 0;
  const holds = (number: number): boolean => {
    const cell = space.dimensions[time]?.cells[number];
    return cell?.kind === "moments" && cell.intervals.some(({ open, close }) => open <= at && at < close);
  };
  return shared(space.shape, box, boxWhere(space.shape, time, holds));
}
