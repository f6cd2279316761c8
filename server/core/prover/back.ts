/** Escalations that lead back, on some days, to a person who has the request already: by a turn on duty, a deputy or an absence. */
import { plainText } from "../model/meaning.ts";
import type { Model, Rung, Stated, Who } from "../model/model.ts";
import { intervalsBetween } from "../time/calendar.ts";
import { minuteMilliseconds } from "../time/date.ts";
import { type InstantSet, intersection } from "../time/sets.ts";
import type { Day, Instant, Target } from "../time/spec.ts";
import { localDay, toInstant, type Zone } from "../time/zone.ts";
import { type Box, shared } from "./box.ts";
import { type Climbing, firesAt, firingDates, timesFromToday, zoneOf } from "./climbing.ts";
import { valuesAt, whereBefore, whereWithin } from "./curve.ts";
import { boxAround } from "./kept.ts";
import { boxOfAskers } from "./space.ts";
import { addDates, type Dates, instantsOf, takersIn } from "./staffing.ts";
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

/** The rungs that lead back; undefined where a single request decides who has it. */
export function backRungs(climbing: Climbing): readonly BackRung[] | undefined {
  const { group, terms } = climbing;
  const found: BackRung[] = [];
  for (const asker of askersOf(climbing)) {
    const holders = holdersOf(climbing, asker);
    if (!holders) return undefined;
    const own = asker === undefined ? undefined : boxOfAskers(group.space, ({ name }) => name === asker);
    const boxes = own ? terms.boxes.flatMap((box) => shared(group.space.shape, box, own) ?? []) : terms.boxes;
    for (const [earlier, later] of pairsOf(holders))
      for (const box of boxes) found.push(...backAt(climbing, earlier, later, box));
  }
  return found;
}

/** Somebody who has the request from a time on, after its receipt. */
interface Holder {
  /** Undefined for whoever handles it. */
  readonly rung: Stated<Rung> | undefined;
  readonly after: Target;
  readonly zone: Zone;
  readonly days: DaysByPerson;
}

interface RungHolder extends Holder {
  readonly rung: Stated<Rung>;
}

/** The teams that ask, one by one where it is their lead who is meant. */
function askersOf({ terms }: Climbing): readonly (string | undefined)[] {
  const { escalate } = terms.lines;
  const all = [handlerOf(terms), ...(escalate?.value ?? []).map(({ value }) => value.to)];
  return all.some((who) => who?.kind === "lead of asker") ? terms.rule.scope.askers : [undefined];
}

/** Whom `by` names, else whoever does the first step. */
function handlerOf({ lines, steps }: Climbing["terms"]): Who | undefined {
  return lines.by?.value ?? steps?.[0]?.who;
}

function holdersOf(climbing: Climbing, asker: string | undefined): readonly Holder[] | undefined {
  const { terms } = climbing;
  const rungs = terms.lines.escalate?.value ?? [];
  const who = handlerOf(terms);
  const all = [
    ...(who ? [{ rung: undefined, who, after: startOf(climbing) }] : []),
    ...rungs.map((rung) => ({ rung, who: rung.value.to, after: rung.value.after })),
  ];
  const holders: Holder[] = [];
  for (const each of all) {
    const meant = each.who.kind === "lead of asker" && asker !== undefined ? leadOf(asker) : each.who;
    const days = daysByPerson(climbing.working.model, meant, firingDates(climbing));
    if (!days) return undefined;
    const [team] = teamsOf(climbing.working.model, meant, terms.rule.scope);
    holders.push({ rung: each.rung, after: each.after, days, zone: zoneOf(climbing, team) });
  }
  return holders;
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

/** Any two of whom the same person may be both; which of two rungs fires first depends on the time. */
function pairsOf(holders: readonly Holder[]): readonly (readonly [Holder, RungHolder])[] {
  return holders.flatMap((later) => {
    const { rung } = later;
    if (!rung) return [];
    return holders
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
  const days = new Map<string, { first: Day; last: Day }[]>();
  for (const { taker, first, last } of stretches ?? []) {
    if (taker.kind !== "person") continue;
    const runs = days.get(taker.person) ?? [];
    days.set(taker.person, runs);
    addDates(runs, { first, last });
  }
  return stretches && days;
}
