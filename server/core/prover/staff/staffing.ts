/** Who is there on a day to take what is theirs (language.md M4), as far as no single request decides it. */
import type { Customer, Duty, Model, Team, Who } from "../../model/model.ts";
import { type InstantSet, setOf } from "../../time/sets.ts";
import type { Day } from "../../time/spec.ts";
import { turnsBeginning, turnsPassed } from "../../time/turns.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import { handoversOf, ownersOn } from "./ownership.ts";

/** The people of a company and their absences. */
export type Staff = Pick<Model, "teams" | "people" | "customers" | "handovers">;

/** Who takes something on a day: a person's name, `team` for all of a team together, or nobody. */
export type Taker = { readonly kind: "team" | "nobody" } | { readonly kind: "person"; readonly person: string };

const nobody: Taker = { kind: "nobody" };
const wholeTeam: Taker = { kind: "team" };

/** Who takes it on a day; undefined where the customer or the asker decides who that is. */
export function takerOn(staff: Staff, who: Who, day: Day): Taker | undefined {
  switch (who.kind) {
    case "team":
      return ofTeam(staff, who.team, (team) => onDuty(staff, team, day));
    case "all of":
      return ofTeam(staff, who.team, (team) => anyOf(staff, team, day));
    case "lead of":
      return ofTeam(staff, who.team, ({ lead }) => (lead && presentOrDeputy(staff, lead.value, day)) ?? nobody);
    case "person":
      return presentOrDeputy(staff, who.person, day) ?? standingIn(staff, who, day);
    case "owner of customer":
    case "lead of asker":
      return undefined;
    default:
      return who satisfies never;
  }
}

function ofTeam({ teams }: Staff, name: string, taker: (team: Team) => Taker): Taker {
  const team = teams.get(name);
  return team ? taker(team) : nobody;
}

/** Whose turn it is, else their deputy, else the next in turn, else the lead; without a roster the team. */
function onDuty(staff: Staff, team: Team, day: Day): Taker {
  const duty = rosterOn(team, day);
  if (!duty) return anyOf(staff, team, day);
  const turn = turnOn(duty, day);
  const person = duty.people[turn];
  return person === undefined
    ? nobody
    : (presentOrDeputy(staff, person, day) ?? nextInTurn(staff, team, duty, turn, day));
}

function rosterOn({ duty }: Team, day: Day): Duty | undefined {
  return duty && duty.value.people.length > 0 && day >= duty.value.from ? duty.value : undefined;
}

function nextInTurn(staff: Staff, { lead }: Team, { people }: Duty, turn: number, day: Day): Taker {
  const inTurn = [...people.slice(turn + 1), ...people.slice(0, turn + 1), ...(lead ? [lead.value] : [])];
  return personOr(inTurn.find((person) => !isAway(staff, person, day)));
}

function anyOf(staff: Staff, { lead, members }: Team, day: Day): Taker {
  const people = [...(lead ? [lead.value] : []), ...members.map(({ value }) => value)];
  return people.length === 0 || people.some((person) => !isAway(staff, person, day)) ? wholeTeam : nobody;
}

function presentOrDeputy(staff: Staff, person: string, day: Day): Taker | undefined {
  const found = [person, ...deputiesOf(staff, person)].find((each) => !isAway(staff, each, day));
  return found === undefined ? undefined : personOr(found);
}

function personOr(person: string | undefined): Taker {
  return person === undefined ? nobody : { kind: "person", person };
}

/** For a person by name who is away without a deputy: the one on duty in the team, else the lead. */
function standingIn(staff: Staff, { person, of }: Who & { readonly kind: "person" }, day: Day): Taker {
  const team = staff.teams.get(of ?? teamOfPerson(staff, person) ?? "");
  if (!team) return nobody;
  const duty = rosterOn(team, day);
  if (duty) return nextInTurn(staff, team, duty, turnOn(duty, day) - 1, day);
  return personOr(team.lead && !isAway(staff, team.lead.value, day) ? team.lead.value : undefined);
}

/** Of a person's teams one with hours comes first, else the first by name. */
export function teamOfPerson({ people, teams }: Staff, person: string): string | undefined {
  const own = [...(people.get(person)?.teams ?? [])].sort();
  return own.find((team) => teams.get(team)?.hours !== undefined) ?? own[0];
}

function isAway({ teams }: Staff, person: string, day: Day): boolean {
  const ranges = linesOf(teams).absences.get(person) ?? [];
  return ranges.some(({ first, last }) => day >= first && (last === undefined || day <= last));
}

/** Those who stand in for a person, by the lines of any team. */
function deputiesOf({ teams }: Staff, person: string): readonly string[] {
  return linesOf(teams).deputies.get(person) ?? [];
}

interface PeopleLines {
  readonly absences: ReadonlyMap<string, readonly { readonly first: Day; readonly last: Day | undefined }[]>;
  /** By name. */
  readonly deputies: ReadonlyMap<string, readonly string[]>;
}

/** The lines of all teams by the person that they are about. */
function linesOf(teams: Staff["teams"]): PeopleLines {
  const known = linesByTeams.get(teams);
  if (known) return known;
  const absences = new Map<string, { readonly first: Day; readonly last: Day | undefined }[]>();
  const deputies = new Map<string, string[]>();
  for (const team of teams.values()) {
    for (const { value } of team.away) absences.set(value.person, [...(absences.get(value.person) ?? []), value.days]);
    for (const { value } of team.deputies)
      if (value.person !== value.of) deputies.set(value.of, [...(deputies.get(value.of) ?? []), value.person].sort());
  }
  const lines = { absences, deputies };
  linesByTeams.set(teams, lines);
  return lines;
}

const linesByTeams = new WeakMap<Staff["teams"], PeopleLines>();

/** Turns change at local midnight: on the weekday of the first day, or on its day of the month. */
function turnOn(duty: Duty, day: Day): number {
  return turnsPassed(duty, day) % duty.people.length;
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
  for (const range of [...linesOf(teams).absences.values()].flat())
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
  const absences = linesOf(staff.teams).absences;
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
  if (linesOf(staff.teams).absences.size === 0) return true;
  return [...staff.customers.values()].every((customer) => {
    for (let day = first; day <= last; day += 1) if (ownerOn(staff, customer, day).kind === "nobody") return false;
    return true;
  });
}

/** The owner of that day, then whoever stands in for the owner of a customer, then whoever stands in for anyone. */
function ownerOn(staff: Staff, customer: Customer, day: Day): Taker {
  const owners = ownersOn(staff.handovers, customer, day);
  const [first] = owners;
  // That a customer has no owner at all is told of the customer.
  if (first === undefined) return wholeTeam;
  const there = owners.find((each) => !isAway(staff, each, day));
  if (there !== undefined) return personOr(there);
  return presentOrDeputy(staff, first, day) ?? standingIn(staff, { kind: "person", person: first, of: undefined }, day);
}

/** Dates of a zone as a set of instants. */
export function instantsOf(zone: Zone, dates: readonly Dates[]): InstantSet {
  return setOf(dates.flatMap(({ first, last }) => [toInstant(zone, first, 0), toInstant(zone, last + 1, 0)]));
}
