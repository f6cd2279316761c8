import type { DayRange, Duty, Team, Who } from "../model/model.ts";
import type { Calendar } from "../time/calendar.ts";
import { daysInMonth, partsOf } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import type { Zone } from "../time/zone.ts";
import type { PersonBecause } from "./decision.ts";
import type { Situation } from "./situation.ts";

/** A person with all that decides whether they can do something on a day. */
export interface StaffPerson {
  readonly name: string;
  readonly teams: readonly StaffTeam[];
  readonly away: readonly DayRange[];
  /** In the order of the files; those that the person's own teams name. */
  readonly deputies: readonly StaffPerson[];
}

/** A team, its people and its calendar. */
export interface StaffTeam {
  readonly name: string;
  readonly calendar: Calendar | undefined;
  /** The zone of its calendar, in which absences and turns are read; undefined: the agreement's. */
  readonly zone: Zone | undefined;
  readonly lead: StaffPerson | undefined;
  /** Members and lead, each once. */
  readonly people: readonly StaffPerson[];
  readonly roster: Roster | undefined;
  /** Addresses by channel, in the order of the lines. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

interface Roster {
  readonly people: readonly StaffPerson[];
  readonly turn: Duty["turn"];
  readonly from: Day;
}

/** Everybody by name. */
export interface Staff {
  readonly teams: ReadonlyMap<string, StaffTeam>;
  readonly people: ReadonlyMap<string, StaffPerson>;
}

/** Who does something on a day; `left` false: nobody. Without a person the team as a whole answers. */
export interface Staffing {
  readonly left: boolean;
  readonly person: StaffPerson | undefined;
  readonly because: PersonBecause | undefined;
  /** Whose turn it would have been. */
  readonly insteadOf: StaffPerson | undefined;
}

const nobody: Staffing = { left: false, person: undefined, because: undefined, insteadOf: undefined };
const wholeTeam: Staffing = { left: true, person: undefined, because: undefined, insteadOf: undefined };

/** The staff of the teams; `calendar` finds a team's hours by name. */
export function staffOf(teams: Iterable<Team>, calendar: (name: string) => Calendar | undefined): Staff {
  const declared = [...teams];
  const people = new Map<string, MutablePerson>();
  for (const team of declared) for (const name of namesIn(team)) personIn(people, name);
  const built = new Map<string, StaffTeam>();
  for (const team of declared) {
    const hours = team.hours && calendar(team.hours.value);
    built.set(
      team.name,
      teamOf(team, hours, (name) => personIn(people, name)),
    );
  }
  return { teams: built, people };
}

interface MutablePerson extends StaffPerson {
  readonly teams: StaffTeam[];
  readonly away: DayRange[];
  readonly deputies: StaffPerson[];
}

function personIn(people: Map<string, MutablePerson>, name: string): MutablePerson {
  const known = people.get(name);
  if (known) return known;
  const person: MutablePerson = { name, teams: [], away: [], deputies: [] };
  people.set(name, person);
  return person;
}

function namesIn(team: Team): ReadonlySet<string> {
  const lead = team.lead ? [team.lead.value] : [];
  return new Set([...lead, ...team.members.map((member) => member.value)]);
}

function teamOf(team: Team, calendar: Calendar | undefined, person: (name: string) => MutablePerson): StaffTeam {
  const duty = team.duty?.value;
  const people = [...namesIn(team)].map(person);
  const staffed: StaffTeam = {
    name: team.name,
    calendar,
    zone: calendar?.zone,
    lead: team.lead && person(team.lead.value),
    people,
    roster:
      duty && duty.people.length > 0
        ? { people: duty.people.map(person), turn: duty.turn, from: duty.from }
        : undefined,
    addresses: addressesOf(team),
  };
  for (const each of people) each.teams.push(staffed);
  for (const line of team.away) person(line.value.person).away.push(line.value.days);
  for (const line of team.deputies) person(line.value.of).deputies.push(person(line.value.person));
  return staffed;
}

function addressesOf(team: Team): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, string[]>();
  for (const { value } of team.reach) {
    const known = addresses.get(value.channel);
    if (known) known.push(value.address);
    else addresses.set(value.channel, [value.address]);
  }
  return addresses;
}

// who, on a day -------------------------------------------------------------------------------------------------------

/** A `who` of the text with its names looked up. */
export type Doer =
  | { readonly kind: "team" | "lead" | "all"; readonly team: StaffTeam }
  /** `backup` stands in first: a customer's backup for its owner. */
  | {
      readonly kind: "person";
      readonly team: StaffTeam | undefined;
      readonly person: StaffPerson;
      readonly backup: StaffPerson | undefined;
    }
  | { readonly kind: "lead of asker" | "owner of customer" | "unknown" };

/** Looks up the names of a `who`. */
export function doerOf(who: Who, staff: Staff): Doer {
  switch (who.kind) {
    case "team":
      return ofTeam("team", staff.teams.get(who.team));
    case "lead of":
      return ofTeam("lead", staff.teams.get(who.team));
    case "all of":
      return ofTeam("all", staff.teams.get(who.team));
    case "person":
      return ofPerson(staff.people.get(who.person), who.of === undefined ? undefined : staff.teams.get(who.of));
    case "lead of asker":
    case "owner of customer":
      return { kind: who.kind };
    default:
      return who satisfies never;
  }
}

function ofTeam(kind: "team" | "lead" | "all", team: StaffTeam | undefined): Doer {
  return team ? { kind, team } : { kind: "unknown" };
}

function ofPerson(person: StaffPerson | undefined, team: StaffTeam | undefined): Doer {
  return person ? { kind: "person", team: team ?? person.teams[0], person, backup: undefined } : { kind: "unknown" };
}

/** The doer with `lead of asker` and `owner of customer` looked up for one request. */
export function doerFor(doer: Doer, situation: Situation, staff: Staff): Doer {
  if (doer.kind === "lead of asker") {
    const [team] = situation.askers ?? [];
    return ofTeam("lead", team === undefined ? undefined : staff.teams.get(team));
  }
  if (doer.kind === "owner of customer") {
    const { owner, backup } = situation.customer ?? {};
    const found = ofPerson(owner && staff.people.get(owner.value), undefined);
    return found.kind === "person" && backup ? { ...found, backup: staff.people.get(backup.value) } : found;
  }
  return doer;
}

/** The team that answers for a doer. */
export function teamBehind(doer: Doer): StaffTeam | undefined {
  return "team" in doer ? doer.team : undefined;
}

/** Whether a person is away on a day. */
export function isAway(person: StaffPerson, day: Day): boolean {
  for (const { first, last } of person.away) if (day >= first && (last === undefined || day <= last)) return true;
  return false;
}

/** Who does it on a day (language.md M4): the one whose turn it is, else the deputy, else the next in turn, else the lead. */
export function staffingOf(doer: Doer, day: Day): Staffing {
  switch (doer.kind) {
    case "team":
      return onDuty(doer.team, day);
    case "all":
      return anyOf(doer.team, day);
    case "lead":
      return doer.team.lead ? (presentOrDeputy(doer.team.lead, "lead", day) ?? nobody) : nobody;
    case "person":
      return presentOrBackup(doer.person, doer.backup, day) ?? standingIn(doer.person, doer.team, day);
    case "lead of asker":
    case "owner of customer":
    case "unknown":
      return nobody;
    default:
      return doer satisfies never;
  }
}

function onDuty(team: StaffTeam, day: Day): Staffing {
  const { roster } = team;
  if (!roster || !(day >= roster.from)) return anyOf(team, day);
  const turn = turnOn(roster, day);
  const person = roster.people[turn];
  if (!person) return nobody;
  return presentOrDeputy(person, "on duty", day) ?? nextInTurn(team, roster, turn, person, day);
}

function anyOf(team: StaffTeam, day: Day): Staffing {
  const { people } = team;
  for (const person of people) if (!isAway(person, day)) return wholeTeam;
  return people.length === 0 ? wholeTeam : nobody;
}

function presentOrDeputy(person: StaffPerson, because: PersonBecause, day: Day): Staffing | undefined {
  if (!isAway(person, day)) return { left: true, person, because, insteadOf: undefined };
  const deputy = deputyOf(person, day);
  return deputy && { left: true, person: deputy, because: "deputy", insteadOf: person };
}

function presentOrBackup(person: StaffPerson, backup: StaffPerson | undefined, day: Day): Staffing | undefined {
  if (!backup || !isAway(person, day) || isAway(backup, day)) return presentOrDeputy(person, "named", day);
  return { left: true, person: backup, because: "deputy", insteadOf: person };
}

/** The first deputy of a person who is there on a day. */
export function deputyOf(person: StaffPerson, day: Day): StaffPerson | undefined {
  for (const deputy of person.deputies) if (deputy !== person && !isAway(deputy, day)) return deputy;
  return undefined;
}

function nextInTurn(team: StaffTeam, roster: Roster, turn: number, insteadOf: StaffPerson, day: Day): Staffing {
  const { people } = roster;
  for (let step = 1; step <= people.length; step += 1) {
    const person = people[(turn + step) % people.length];
    if (person && !isAway(person, day)) return { left: true, person, because: "next in turn", insteadOf };
  }
  return leadInstead(team, insteadOf, day);
}

function leadInstead(team: StaffTeam, insteadOf: StaffPerson, day: Day): Staffing {
  const { lead } = team;
  return lead && !isAway(lead, day) ? { left: true, person: lead, because: "lead", insteadOf } : nobody;
}

/** For a person named in the clause, who is away without a deputy: the one on duty in the team, else the lead. */
function standingIn(absent: StaffPerson, team: StaffTeam | undefined, day: Day): Staffing {
  if (!team) return nobody;
  const { roster } = team;
  if (!roster || !(day >= roster.from)) return leadInstead(team, absent, day);
  return nextInTurn(team, roster, turnOn(roster, day) + roster.people.length - 1, absent, day);
}

/** Whose turn it is; turns change at local midnight, weekly ones on the weekday of `from`, monthly ones on its day of the month. */
function turnOn(roster: Roster, day: Day): number {
  return turnsPassed(roster, day) % roster.people.length;
}

function turnsPassed({ turn, from }: Roster, day: Day): number {
  switch (turn) {
    case "daily":
      return day - from;
    case "weekly":
      return Math.floor((day - from) / 7);
    case "monthly":
      return monthsPassed(from, day);
    default:
      return turn satisfies never;
  }
}

function monthsPassed(from: Day, day: Day): number {
  const [first, now] = [partsOf(from), partsOf(day)];
  const changesOn = Math.min(first.day, daysInMonth(now.year, now.month));
  return (now.year - first.year) * 12 + now.month - first.month - (now.day < changesOn ? 1 : 0);
}

/** Everybody whom a message to the doer reaches on a day. */
export function reached(doer: Doer, day: Day): readonly StaffPerson[] {
  const { person } = doer.kind === "all" ? wholeTeam : staffingOf(doer, day);
  if (person) return [person];
  return doer.kind === "team" || doer.kind === "all" ? doer.team.people.filter((each) => !isAway(each, day)) : [];
}
