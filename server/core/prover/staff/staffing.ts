/** Who is there on a day to take what is theirs (language.md M4), as far as no single request decides it. */
import type { Customer, Who } from "../../model/model.ts";
import { type InstantSet, setOf } from "../../time/sets.ts";
import type { Day } from "../../time/spec.ts";
import { turnsBeginning } from "../../time/turns.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import { handoversOf } from "./ownership.ts";
import { absencesIn, isAway, type Staff, type Succession, successionOf } from "./succession.ts";

/** Who takes something on a day: a person's name, `team` for all of a team together, or nobody. */
export type Taker = { readonly kind: "team" | "nobody" } | { readonly kind: "person"; readonly person: string };

const nobody: Taker = { kind: "nobody" };
const wholeTeam: Taker = { kind: "team" };

/** Who takes it on a day; undefined where the customer or the asker decides who that is. */
export function takerOn(staff: Staff, who: Who, day: Day): Taker | undefined {
  if (who.kind === "owner of customer" || who.kind === "lead of asker") return undefined;
  return firstThere(staff, successionOf(staff, who, { asker: undefined, customer: undefined }, day), day);
}

/** The owner of a customer on a day or whoever stands in; that a customer has no owner at all is told of the customer. */
function ownerOn(staff: Staff, customer: Customer, day: Day): Taker {
  const succession = successionOf(staff, { kind: "owner of customer" }, { asker: undefined, customer }, day);
  return succession.people.length === 0 ? wholeTeam : firstThere(staff, succession, day);
}

/** A team in which nobody is named is taken to be there. */
function firstThere(staff: Staff, { people, isTogether }: Succession, day: Day): Taker {
  const person = people.find((each) => !isAway(staff, each, day));
  if (isTogether) return person !== undefined || people.length === 0 ? wholeTeam : nobody;
  return person === undefined ? nobody : { kind: "person", person };
}

/** Dates, both ends included. */
export interface Dates {
  readonly first: Day;
  readonly last: Day;
}

/** Dates on which the same take it. */
export interface Stretch extends Dates {
  readonly taker: Taker;
}

/** Who takes it on some dates, in order; undefined where a single request decides. It changes where an absence or a turn begins or ends. */
export function takersIn(staff: Staff, who: Who, { first, last }: Dates): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  const starts = [first, ...changesIn(staff.teams, first + 1, last)];
  for (const [index, start] of starts.entries()) {
    const taker = takerOn(staff, who, start);
    if (!taker) return undefined;
    stretches.push({ taker, first: start, last: (starts[index + 1] ?? last + 1) - 1 });
  }
  return stretches;
}

/** Who takes what is a customer's owner's on some dates, in order; it changes where a handover begins or ends, too. */
export function ownerTakersIn(staff: Staff, customer: Customer, { first, last }: Dates): readonly Stretch[] {
  const passing = handoversOf(staff.handovers, customer.name).flatMap(({ first: begins, last: ends }) =>
    ends === undefined ? [begins] : [begins, ends + 1],
  );
  const inside = passing.filter((day) => day > first && day <= last);
  const starts = [...new Set([first, ...inside, ...changesIn(staff.teams, first + 1, last)])].sort(
    (one, other) => one - other,
  );
  return starts.map((start, index) => ({
    taker: ownerOn(staff, customer, start),
    first: start,
    last: (starts[index + 1] ?? last + 1) - 1,
  }));
}

/** The days after the first on which an absence, a turn or a handover begins, or the day after one has ended, in order. */
export function changesBetween(staff: Staff, first: Day, last: Day): readonly Day[] {
  const passing = [...staff.handovers.values()].flatMap(({ effective }) => {
    const dates = effective?.value;
    return dates ? [dates.first, ...(dates.last === undefined ? [] : [dates.last + 1])] : [];
  });
  const inside = passing.filter((day) => day > first && day <= last);
  return [...new Set([...inside, ...changesIn(staff.teams, first + 1, last)])].sort((one, other) => one - other);
}

/** The days among some on which an absence or a turn of any team begins or has ended; the same for all who are asked about. */
function changesIn(teams: Staff["teams"], first: Day, last: Day): readonly Day[] {
  const known = changesByTeams.get(teams) ?? new Map<string, readonly Day[]>();
  changesByTeams.set(teams, known);
  const key = `${first} ${last}`;
  const changes = known.get(key) ?? foundChanges(teams, first, last);
  known.set(key, changes);
  return changes;
}

const changesByTeams = new WeakMap<Staff["teams"], Map<string, readonly Day[]>>();

function foundChanges(teams: Staff["teams"], first: Day, last: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const range of [...absencesIn(teams).values()].flat())
    for (const day of [range.first, (range.last ?? last) + 1]) if (day >= first && day <= last) days.add(day);
  for (const { duty } of teams.values())
    for (const day of duty ? turnsBeginning(duty.value, first, last) : []) days.add(day);
  return [...days].sort((one, other) => one - other);
}

/** Dates with what follows at once in one range. */
export function addDates(runs: { first: Day; last: Day }[], { first, last }: Dates): void {
  const run = runs.at(-1);
  if (run?.last === first - 1) run.last = last;
  else runs.push({ first, last });
}

function datesWithNobody(staff: Staff, who: Who, dates: Dates): readonly Dates[] | undefined {
  const stretches = takersIn(staff, who, dates);
  const runs: { first: Day; last: Day }[] = [];
  for (const stretch of stretches ?? []) if (stretch.taker.kind === "nobody") addDates(runs, stretch);
  return stretches && runs;
}

/** The dates among some on which nobody takes it. */
export function unstaffedDates(staff: Staff, who: Who, dates: Dates): readonly Dates[] | undefined {
  if (who.kind === "owner of customer") return areOwnersThere(staff, dates) ? [] : undefined;
  const key = decisivePeople(staff, who);
  if (key === undefined) return undefined;
  // On a day when one of these is there, somebody takes it.
  const absences = absencesIn(staff.teams);
  const possible = key.length === 0 ? [dates] : key.flatMap((person) => absences.get(person) ?? []);
  const within = possible.flatMap(({ first, last = dates.last }) => {
    const part = { first: Math.max(first, dates.first), last: Math.min(last, dates.last) };
    return part.first <= part.last ? [part] : [];
  });
  return within.length === 0 ? [] : datesWithNobody(staff, who, around(within));
}

function around(ranges: readonly Dates[]): Dates {
  return { first: Math.min(...ranges.map(({ first }) => first)), last: Math.max(...ranges.map(({ last }) => last)) };
}

/** People without whose absence somebody takes it; none where nobody ever might, undefined where a single request decides. */
function decisivePeople({ teams }: Staff, who: Who): readonly string[] | undefined {
  switch (who.kind) {
    case "team":
    case "all of": {
      const team = teams.get(who.team);
      const [anyone = team?.lead?.value] = team?.members.map(({ value }) => value) ?? [];
      return [anyone, team?.duty?.value.people[0]].flatMap((person) => person ?? []);
    }
    case "lead of":
      return [teams.get(who.team)?.lead?.value].flatMap((person) => person ?? []);
    case "person":
      return [who.person];
    case "owner of customer":
    case "lead of asker":
      return undefined;
    default:
      return who satisfies never;
  }
}

/** Whether somebody stands for every customer that has an owner, on every date. */
function areOwnersThere(staff: Staff, { first, last }: Dates): boolean {
  if (absencesIn(staff.teams).size === 0) return true;
  return [...staff.customers.values()].every((customer) => {
    for (let day = first; day <= last; day += 1) if (ownerOn(staff, customer, day).kind === "nobody") return false;
    return true;
  });
}

/** Dates of a zone as a set of instants. */
export function instantsOf(zone: Zone, dates: readonly Dates[]): InstantSet {
  return setOf(dates.flatMap(({ first, last }) => [toInstant(zone, first, 0), toInstant(zone, last + 1, 0)]));
}
