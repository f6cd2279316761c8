/** Times at which somebody may ask, or a promise runs, and nobody is there: on the real timeline, with holidays, absences and turns on duty. */
import type { Place, Who } from "../../model/model.ts";
import type { Guarantee } from "../../model/work.ts";
import { type Calendar, intervalsBetween } from "../../time/calendar.ts";
import { type InstantSet, intersection, minus, setOf } from "../../time/sets.ts";
import type { Day, Instant } from "../../time/spec.ts";
import { localDay, toInstant, type Zone } from "../../time/zone.ts";
import { ordinaryRequests } from "../clauses/handling.ts";
import { type Box, boxWhere, sharedBoxes } from "../space/box.ts";
import type { Budget } from "../space/cover.ts";
import { type Dates, instantsOf, unstaffedDates } from "../staff/staffing.ts";
import type { Group } from "../written/group.ts";
import { arrivalsIn, type Curve, firstWithin, through } from "./curve.ts";
import type { GuaranteeResult } from "./guarantees.ts";
import { boxAround, timesIn, type Untold } from "./kept.ts";
import { type Terms, termsIn } from "./terms.ts";
import { openingRule, receipt } from "./timeRules.ts";
import { type UnstaffedStep, unstaffedSteps } from "./unstaffedSteps.ts";
import { type Counting, countingOf, teamsOf, type Working } from "./working.ts";

/** What is open, or runs, while nobody is there. */
export type HoleCause =
  | { readonly kind: "unstaffed"; readonly who: Who }
  /** `isReturned`: only when forms are returned. */
  | { readonly kind: "unstaffed step"; readonly who: Who; readonly step: string; readonly isReturned: boolean }
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "guarantee"; readonly guarantee: Guarantee };

/** A time without cover, and a request that comes then. */
export interface Hole {
  readonly cause: HoleCause;
  /** The line that is the cause. */
  readonly place: Place;
  readonly terms: Terms;
  /** The requests that it is about. */
  readonly boxes: readonly Box[];
  /** When nobody is there. */
  readonly times: InstantSet;
  readonly arrival: Instant;
  readonly box: Box;
}

/** What is known of the cover of a kind. */
export interface Holes {
  readonly found: readonly Hole[];
  readonly undecided: readonly Untold[];
}

interface Looking {
  readonly group: Group;
  readonly working: Working;
  readonly today: Day;
  readonly terms: Terms;
  readonly counting: Counting;
}

/** Looks for holes from today on. */
export function holesOf(
  group: Group,
  guarantees: readonly GuaranteeResult[],
  working: Working,
  today: Day,
  budget: Budget,
): Holes {
  const [found, undecided]: [Hole[], Untold[]] = [[], []];
  for (const rule of group.isDecidable ? group.handles : []) {
    const clause = rule.clause.id;
    const terms = termsIn(group, rule, ordinaryRequests(group, rule.scope), budget);
    if (!terms) undecided.push({ because: "too many steps", clause });
    for (const each of terms ?? []) {
      if (each.lines.decline) continue;
      const counting = countingOf(working, each);
      if (!counting) undecided.push({ because: "hours differ", clause });
      else {
        const looking = { group, working, today, terms: each, counting };
        const unstaffed = unstaffedIn(looking);
        if (!unstaffed) undecided.push({ because: "people differ", clause });
        const steps = unstaffedSteps(group, each, counting, working, today);
        undecided.push(...steps.undecided.map((because) => ({ because, clause })));
        found.push(...(unstaffed ?? []), ...steps.found.map((step) => stepHole(each, step)), ...channelHoles(looking));
      }
    }
    for (const result of guarantees) found.push(...guaranteeHoles(group, rule, result, working, today, budget));
  }
  return { found, undecided };
}

/** From today on. */
function future({ today, counting }: Pick<Looking, "today" | "counting">): InstantSet {
  return [toInstant(counting.calendar.zone, today, 0), Number.POSITIVE_INFINITY];
}

// nobody takes it -----------------------------------------------------------------------------------------------------

/** Undefined where a single request decides who takes it. */
function unstaffedIn(looking: Looking): readonly Hole[] | undefined {
  const { group, working, terms, today, counting } = looking;
  const { lines, steps, rule } = terms;
  const line = lines.by ?? (steps?.[0] && { value: steps[0].who, place: steps[0].place });
  if (!line) return [];
  const dates = { first: today, last: Math.max(today, group.space.horizon.last) };
  const absent = unstaffedDates(working.model, line.value, dates);
  if (!absent) return undefined;
  if (absent.length === 0) return [];
  const [team] = teamsOf(working.model, line.value, rule.scope);
  const hours = team === undefined ? undefined : working.model.teams.get(team)?.hours?.value;
  const zone = (hours === undefined ? undefined : working.ground.calendarNamed(hours)?.zone) ?? counting.calendar.zone;
  const times = openDuring(counting.hasHours ? counting.calendar : undefined, zone, absent);
  for (const box of terms.boxes) {
    const starts = clockStarts(looking, arrivalsIn(intersection(timesIn(group, box), future(looking))));
    const found = firstWithin(starts, instantsOf(zone, absent));
    const around = found && boxAround(group, box, found.arrival);
    if (around)
      return [
        {
          cause: { kind: "unstaffed", who: line.value },
          place: line.place,
          terms,
          boxes: terms.boxes,
          times,
          arrival: found.arrival,
          box: around,
        },
      ];
  }
  return [];
}

function stepHole(terms: Terms, { step, isReturned, calendar, zone, absent, arrival, box }: UnstaffedStep): Hole {
  const cause = { kind: "unstaffed step", who: step.who, step: step.name, isReturned } as const;
  const times = openDuring(calendar, zone, absent);
  return { cause, place: step.place, terms, boxes: terms.boxes, times, arrival, box };
}

/** Those of the dates on which a calendar is open at all; without one, all. */
function openDuring(calendar: Calendar | undefined, zone: Zone, absent: readonly Dates[]): InstantSet {
  const all = instantsOf(zone, absent);
  if (!calendar) return all;
  const days = new Set<Day>();
  for (let index = 0; index < all.length; index += 2)
    for (const { open } of intervalsBetween(calendar, all[index] ?? 0, all[index + 1] ?? 0))
      days.add(localDay(zone, open));
  return instantsOf(
    zone,
    [...days].map((day) => ({ first: day, last: day })),
  );
}

/** Where the clock starts, on whose date it is told who takes it. */
function clockStarts({ terms: { lines }, counting }: Looking, arrivals: Curve): Curve {
  const { calendar, hasHours } = counting;
  const { cutoff, respond, resolve } = lines;
  const received = cutoff ? through(arrivals, receipt(calendar, cutoff.value)) : arrivals;
  const target = respond ?? resolve;
  const isAtOnce = !hasHours || (target !== undefined && !target.value.unit.startsWith("business"));
  return isAtOnce ? received : through(received, openingRule(calendar));
}

// channels ------------------------------------------------------------------------------------------------------------

/** Channels that are open at times of their own, and then without anybody behind them. */
function channelHoles(looking: Looking): readonly Hole[] {
  const { group, working, terms, counting } = looking;
  const via = terms.lines.via?.value ?? [];
  const always = new Set(via.flatMap(({ value }) => (value.during === undefined ? value.channels : [])));
  if (!counting.hasHours) return [];
  return via.flatMap(({ value: { channels, during }, place }): readonly Hole[] => {
    const [channel] = channels.filter((each) => !always.has(each));
    const calendar = during === undefined ? undefined : working.ground.calendarNamed(during);
    if (channel === undefined || !calendar || calendar === counting.calendar) return [];
    return firstHole(looking, { kind: "channel", channel }, place, boxesBy(channel, looking), (times) =>
      minus(openIn(calendar, intersection(times, future(looking))), openIn(counting.calendar, span(group, counting))),
    );
  });
}

/** Those of the terms that come by a channel; facts may leave out some. */
function boxesBy(channel: string, { group: { space }, terms }: Looking): readonly Box[] {
  const dimension = space.byKey.get("channel");
  if (dimension === undefined) return terms.boxes;
  const isIt = (number: number): boolean => {
    const cell = space.dimensions[dimension]?.cells[number];
    return cell?.kind === "name" && cell.name === channel;
  };
  return sharedBoxes(space.shape, terms.boxes, [boxWhere(space.shape, dimension, isIt)]);
}

/** The times of every box together, and a request at the first of them. */
function firstHole(
  { group, terms }: Pick<Looking, "group" | "terms">,
  cause: HoleCause,
  place: Place,
  boxes: readonly Box[],
  holesIn: (times: InstantSet) => InstantSet,
): readonly Hole[] {
  const parts = boxes.map((box) => ({ box, times: holesIn(timesIn(group, box)) }));
  const times = setOf(parts.flatMap((part) => [...part.times]));
  for (const { box, times: own } of parts) {
    const arrival = arrivalsIn(own)[0]?.from;
    const around = arrival === undefined ? undefined : boxAround(group, box, arrival);
    if (arrival !== undefined && around) return [{ cause, place, terms, boxes, times, arrival, box: around }];
  }
  return [];
}

/** All that can be asked about. */
function span({ space }: Group, { calendar: { zone } }: Counting): InstantSet {
  return [toInstant(zone, space.horizon.first - 1, 0), toInstant(zone, space.horizon.last + 2, 0)];
}

function openIn(calendar: Calendar, set: InstantSet): InstantSet {
  const pairs: Instant[] = [];
  for (let index = 0; index < set.length; index += 2)
    for (const { open, close } of intervalsBetween(calendar, set[index] ?? 0, Math.min(set[index + 1] ?? 0, farthest)))
      pairs.push(open, close);
  return setOf(pairs);
}

const farthest = Date.UTC(9999, 0, 1);

// guarantees ----------------------------------------------------------------------------------------------------------

/** Days on which a guarantee runs by its own hours, and nobody works in them. */
function guaranteeHoles(
  group: Group,
  rule: Group["handles"][number],
  { guarantee, what, domain }: GuaranteeResult,
  working: Working,
  today: Day,
  budget: Budget,
): readonly Hole[] {
  const { hours } = guarantee;
  const calendar = hours && working.ground.calendarNamed(hours.value);
  if (!hours || !calendar || !guarantee[what]?.value.unit.startsWith("business")) return [];
  return (termsIn(group, rule, domain, budget) ?? []).flatMap((terms) => {
    const counting = countingOf(working, terms);
    if (!counting?.hasHours || terms.lines.decline || counting.calendar === calendar) return [];
    const looking = { group, working, today, terms, counting };
    return firstHole(looking, { kind: "guarantee", guarantee }, hours.place, terms.boxes, (times) => {
      const running = openIn(calendar, intersection(times, future(looking)));
      const working = openIn(counting.calendar, span(group, counting));
      return withoutSharedDays(running, intersection(running, working), calendar.zone);
    });
  });
}

/** What of a set lies on dates of which nothing is in another. */
function withoutSharedDays(set: InstantSet, shared: InstantSet, zone: Zone): InstantSet {
  const days = new Set<Day>();
  for (let index = 0; index < shared.length; index += 2)
    for (let day = localDay(zone, shared[index] ?? 0); day <= localDay(zone, (shared[index + 1] ?? 0) - 1); day += 1)
      days.add(day);
  return minus(
    set,
    instantsOf(
      zone,
      [...days].map((day) => ({ first: day, last: day })),
    ),
  );
}
