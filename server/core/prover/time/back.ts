/** Escalations that lead back, on some days, to a person who has the request already: by a turn on duty, a deputy or an absence. */
import { plainText } from "../../model/meaning.ts";
import type { Customer, Model, Rung, Stated, Who } from "../../model/model.ts";
import { intervalsBetween } from "../../time/calendar.ts";
import { minuteMilliseconds } from "../../time/date.ts";
import { type InstantSet, intersection } from "../../time/sets.ts";
import type { Day, Instant, Target } from "../../time/spec.ts";
import { localDay, toInstant, type Zone } from "../../time/zone.ts";
import { type Box, shared } from "../space/box.ts";
import { boxOfAskers, boxOfCustomer } from "../space/space.ts";
import { addDates, type Dates, instantsOf, ownerTakersIn, type Stretch, takersIn } from "../staff/staffing.ts";
import { type Climbing, firesAt, firingDates, timesFromToday, zoneOf } from "./climbing.ts";
import { valuesAt, whereBefore, whereWithin } from "./curve.ts";
import { boxAround } from "./kept.ts";
import { teamsOf } from "./working.ts";

/** A rung that reaches somebody who has the request when it fires. */
export interface BackRung {
  readonly rung: Stated<Rung>;
  readonly person: string;
  /** The rung by which that person was reached before; undefined: the request is theirs from the start. */
  readonly since: Stated<Rung> | undefined;
  /** The dates on which the rung fires so, in order. */
  readonly dates: readonly Dates[];
  readonly arrival: Instant;
  readonly at: Instant;
  readonly terms: Climbing["terms"];
  /** The requests to which it happens, at times like that of the arrival. */
  readonly box: Box;
}

/** What is known of the rungs that lead back. */
export interface BackRungs {
  readonly found: readonly BackRung[];
  /**
   * Undefined where all was decided. People differ where a single request decides who has it, as where they count by clocks of
   * several zones; the customer is untold where it happens to one whom no condition tells from others.
   */
  readonly undecided: "people differ" | "customer untold" | undefined;
}

/** The rungs that lead back. */
export function backRungs(climbing: Climbing): BackRungs {
  const found: BackRung[] = [];
  let undecided: BackRungs["undecided"];
  for (const whose of allWhose(climbing)) {
    const holders = holdersOf(climbing, whose);
    const own = boxesOf(climbing, whose);
    const back = pairsOf(holders ?? [], whose).flatMap(([earlier, later]) =>
      own.boxes.flatMap((box) => backAt(climbing, earlier, later, box)),
    );
    if (own.areTold) found.push(...back);
    if (!holders) undecided = "people differ";
    else if (back.length > 0 && !own.areTold) undecided ??= "customer untold";
  }
  return { found, undecided };
}

/** Requests among which it is the same people who are meant: of one team where its lead is, of one customer where its owner is. */
interface Whose {
  readonly asker: string | undefined;
  /** Undefined for all requests, those without a customer among them, and whoever is no customer's owner. */
  readonly customer: Customer | undefined;
}

function allWhose({ terms, working }: Climbing): readonly Whose[] {
  const { escalate } = terms.lines;
  const all = [handlerOf(terms), ...(escalate?.value ?? []).map(({ value }) => value.to)];
  const isMeant = (kind: Who["kind"]) => all.some((who) => who?.kind === kind);
  const askers = isMeant("lead of asker") ? terms.rule.scope.askers : [undefined];
  const customers = [undefined, ...(isMeant("owner of customer") ? working.model.customers.values() : [])];
  return askers.flatMap((asker) => customers.map((customer) => ({ asker, customer })));
}

interface OwnBoxes {
  readonly boxes: readonly Box[];
  /** Whether the requests in them are of that customer alone. */
  readonly areTold: boolean;
}

function boxesOf({ group: { space }, terms }: Climbing, { asker, customer }: Whose): OwnBoxes {
  const ofAsker = asker === undefined ? undefined : boxOfAskers(space, ({ name }) => name === asker);
  const ofCustomer = customer && boxOfCustomer(space, customer.name);
  const parts = [ofAsker, ofCustomer].flatMap((box) => box ?? []);
  const boxes = parts.reduce<readonly Box[]>(
    (rest, part) => rest.flatMap((box) => shared(space.shape, box, part) ?? []),
    terms.boxes,
  );
  return { boxes, areTold: customer === undefined || ofCustomer !== undefined };
}

/** Somebody who has the request from a time on, after its receipt. */
interface Holder {
  /** Undefined for whoever handles it. */
  readonly rung: Stated<Rung> | undefined;
  readonly after: Target;
  readonly zone: Zone;
  readonly days: DaysByPerson;
  readonly isOwner: boolean;
}

interface RungHolder extends Holder {
  readonly rung: Stated<Rung>;
}

/** Whom `by` names, else whoever does the first step. */
function handlerOf({ lines, steps }: Climbing["terms"]): Who | undefined {
  return lines.by?.value ?? steps?.[0]?.who;
}

function holdersOf(climbing: Climbing, { asker, customer }: Whose): readonly Holder[] | undefined {
  const { terms, working } = climbing;
  const { model } = working;
  const rungs = terms.lines.escalate?.value ?? [];
  const who = handlerOf(terms);
  const all = [
    ...(who ? [{ rung: undefined, who, after: startOf(climbing) }] : []),
    ...rungs.map((rung) => ({ rung, who: rung.value.to, after: rung.value.after })),
  ];
  const holders: Holder[] = [];
  for (const each of all) {
    const meant = each.who.kind === "lead of asker" && asker !== undefined ? leadOf(asker) : each.who;
    const isOwner = meant.kind === "owner of customer";
    if (isOwner && !customer) continue;
    const days =
      isOwner && customer
        ? ownerDays(model, customer, firingDates(climbing))
        : daysByPerson(model, meant, firingDates(climbing));
    const [zone, ...others] = zonesOf(climbing, meant);
    if (!days || !zone || others.length > 0) return undefined;
    holders.push({ rung: each.rung, after: each.after, days, zone, isOwner });
  }
  return holders;
}

/** The zones whose dates count for those who may be meant; who owns a customer is read in that of the agreement as well. */
function zonesOf(climbing: Climbing, who: Who): readonly Zone[] {
  const { terms, working } = climbing;
  const zones = teamsOf(working.model, who, terms.rule.scope).map((team) => zoneOf(climbing, team));
  return [...new Set(who.kind === "owner of customer" ? [terms.rule.scope.zone, ...zones] : zones)];
}

function leadOf(team: string): Who {
  return { kind: "lead of", team };
}

/** The clock of whoever handles it starts with the first target: business time when it opens, other time on receipt (language.md M4). */
function startOf({ terms, counting }: Climbing): Target {
  const target = (terms.lines.respond ?? terms.lines.resolve)?.value;
  const isOnReceipt = !counting.hasHours || (target !== undefined && !target.unit.startsWith("business"));
  return { amount: 0, unit: isOnReceipt ? "clock minutes" : "business minutes", before: undefined };
}

/** Any two of whom the same person may be both, for a customer with its owner; which of two rungs fires first depends on the time. */
function pairsOf(holders: readonly Holder[], { customer }: Whose): readonly (readonly [Holder, RungHolder])[] {
  return holders.flatMap((later) => {
    const { rung } = later;
    if (!rung) return [];
    return holders
      .filter((earlier) => customer === undefined || earlier.isOwner || later.isOwner)
      .filter((earlier) => earlier !== later && [...later.days.keys()].some((person) => earlier.days.has(person)))
      .map((earlier) => [earlier, { ...later, rung }] as const);
  });
}

function backAt(climbing: Climbing, earlier: Holder, later: RungHolder, box: Box): readonly BackRung[] {
  const times = timesFromToday(climbing, box);
  const [has, fires] = [firesAt(climbing, earlier.after, times), firesAt(climbing, later.after, times)];
  return [...later.days].flatMap(([person, reached]): readonly BackRung[] => {
    const held = whereWithin(has, instantsOf(earlier.zone, earlier.days.get(person) ?? []));
    const both = intersection(held, whereWithin(fires, instantsOf(later.zone, reached)));
    const arrivals = both.length === 0 ? both : intersection(both, whereBefore(has, fires));
    const arrival = ordinaryIn(climbing, arrivals);
    const around = arrival === undefined ? undefined : boxAround(climbing.group, box, arrival);
    if (arrival === undefined || !around) return [];
    const dates = datesIn(later.zone, valuesAt(fires, arrivals));
    const [at = arrival] = valuesAt(fires, [arrival, arrival + minuteMilliseconds]);
    return [{ rung: later.rung, person, since: earlier.rung, dates, arrival, at, terms: climbing.terms, box: around }];
  });
}

const tenOClock = 600;
const daysToLookAt = 14;

/** The first arrival at ten o'clock when somebody works, if there is one soon; else the first. */
function ordinaryIn({ counting: { calendar } }: Climbing, arrivals: InstantSet): Instant | undefined {
  const [first] = arrivals;
  if (first === undefined) return undefined;
  const day = localDay(calendar.zone, first);
  for (let each = day; each < day + daysToLookAt; each += 1) {
    const ten = toInstant(calendar.zone, each, tenOClock);
    const minute = [ten, ten + minuteMilliseconds];
    if (intersection(arrivals, minute).length > 0 && intervalsBetween(calendar, ten, ten + 1).length > 0) return ten;
  }
  return first;
}

function datesIn(zone: Zone, instants: InstantSet): readonly Dates[] {
  const runs: { first: Day; last: Day }[] = [];
  for (let index = 0; index < instants.length; index += 2) {
    const first = localDay(zone, instants[index] ?? Number.NaN);
    const last = localDay(zone, (instants[index + 1] ?? Number.NaN) - 1);
    const run = runs.at(-1);
    if (run && first <= run.last + 1) run.last = Math.max(run.last, last);
    else runs.push({ first, last });
  }
  return runs;
}

type DaysByPerson = ReadonlyMap<string, readonly Dates[]>;

/** The dates on which each person takes it; undefined where a single request decides. The same for all clauses that name the same. */
function daysByPerson(model: Model, who: Who, dates: Dates): DaysByPerson | undefined {
  const known = knownDays.get(model.teams) ?? new Map<string, DaysByPerson | undefined>();
  knownDays.set(model.teams, known);
  const key = `${plainText(who)} ${dates.first} ${dates.last}`;
  if (!known.has(key)) known.set(key, countedDays(model, who, dates));
  return known.get(key);
}

const knownDays = new WeakMap<Model["teams"], Map<string, DaysByPerson | undefined>>();

function countedDays(model: Model, who: Who, dates: Dates): DaysByPerson | undefined {
  const stretches = takersIn(model, who, dates);
  return stretches && sortedByPerson(stretches);
}

/** The dates on which each person takes what is a customer's owner's. */
function ownerDays(model: Model, customer: Customer, dates: Dates): DaysByPerson {
  return sortedByPerson(ownerTakersIn(model, customer, dates));
}

function sortedByPerson(stretches: readonly Stretch[]): DaysByPerson {
  const days = new Map<string, { first: Day; last: Day }[]>();
  for (const { taker, first, last } of stretches) {
    if (taker.kind !== "person") continue;
    const runs = days.get(taker.person) ?? [];
    days.set(taker.person, runs);
    addDates(runs, { first, last });
  }
  return days;
}
