/** Who takes what on a day, and who stands in for whom where somebody is away (language.md M4). */
import type { Customer, DayRange, Duty, Model, Team, Who } from "../../model/model.ts";
import type { Day } from "../../time/spec.ts";
import { turnsPassed } from "../../time/turns.ts";
import { isWithin, ownersOn } from "./ownership.ts";

/** The people of a company, as far as it matters who stands in for whom. */
export type Staff = Pick<Model, "teams" | "people" | "customers" | "handovers">;

/** Whom a `who` means for a request. */
export interface Whose {
  /** The asker's team, for its lead. */
  readonly asker: string | undefined;
  readonly customer: Customer | undefined;
}

/** The people of whom the first who is there takes it, in order; nobody where none is named. */
export interface Succession {
  readonly people: readonly string[];
  /** Whether a team takes it together, so that it makes no difference who of them is there. */
  readonly isTogether: boolean;
}

/** Who takes something on a day, absences left aside. */
export function successionOf(staff: Staff, who: Who, whose: Whose, day: Day): Succession {
  switch (who.kind) {
    case "team":
      return onDuty(staff, staff.teams.get(who.team), day);
    case "all of":
      return together(staff.teams.get(who.team));
    case "lead of":
      return inOrder(withDeputies(staff, staff.teams.get(who.team)?.lead?.value));
    case "lead of asker":
      return inOrder(withDeputies(staff, staff.teams.get(whose.asker ?? "")?.lead?.value));
    case "person": {
      const team = who.of ?? teamOfPerson(staff, who.person);
      return inOrder([...withDeputies(staff, who.person), ...standingIn(staff, team, day)]);
    }
    case "owner of customer": {
      const [owner, ...standIns] = whose.customer ? ownersOn(staff.handovers, whose.customer, day) : none;
      if (owner === undefined) return inOrder(none);
      const [, ...deputies] = withDeputies(staff, owner);
      return inOrder([owner, ...standIns, ...deputies, ...standingIn(staff, teamOfPerson(staff, owner), day)]);
    }
    default:
      return who satisfies never;
  }
}

/** Of a person's teams one with hours comes first, else the first by name. */
export function teamOfPerson({ people, teams }: Pick<Staff, "people" | "teams">, person: string): string | undefined {
  const own = [...(people.get(person)?.teams ?? [])].sort();
  return own.find((team) => teams.get(team)?.hours !== undefined) ?? own[0];
}

/** Whether a person is away on a day, by the lines of any team. */
export function isAway({ teams }: Pick<Staff, "teams">, person: string, day: Day): boolean {
  const ranges = linesOf(teams).absences.get(person) ?? [];
  return ranges.some((range) => isWithin(range, day));
}

/** The absences of everybody who is away at some time, by name. */
export function absencesIn(teams: Staff["teams"]): ReadonlyMap<string, readonly DayRange[]> {
  return linesOf(teams).absences;
}

// who comes first -----------------------------------------------------------------------------------------------------

const none: readonly string[] = [];

function inOrder(people: readonly string[]): Succession {
  return { people, isTogether: false };
}

function together(team: Team | undefined): Succession {
  if (!team) return inOrder(none);
  return { people: [...leadOf(team), ...team.members.map(({ value }) => value)], isTogether: true };
}

function leadOf({ lead }: Team): readonly string[] {
  return lead ? [lead.value] : none;
}

function withDeputies({ teams }: Staff, person: string | undefined): readonly string[] {
  return person === undefined ? none : [person, ...(linesOf(teams).deputies.get(person) ?? none)];
}

/** Whose turn it is, else their deputies, else the next in turn, else the lead; without a roster the team. */
function onDuty(staff: Staff, team: Team | undefined, day: Day): Succession {
  const duty = team && rosterOn(team, day);
  if (!team || !duty) return together(team);
  const [first, ...others] = inTurn(duty, day);
  return inOrder([...withDeputies(staff, first), ...others, ...leadOf(team)]);
}

/** For a person by name who is away without a deputy: those on duty in the team, else the lead. */
function standingIn({ teams }: Staff, name: string | undefined, day: Day): readonly string[] {
  const team = name === undefined ? undefined : teams.get(name);
  const duty = team && rosterOn(team, day);
  return team ? [...(duty ? inTurn(duty, day) : none), ...leadOf(team)] : none;
}

function rosterOn({ duty }: Team, day: Day): Duty | undefined {
  return duty && duty.value.people.length > 0 && day >= duty.value.from ? duty.value : undefined;
}

/** Whose turn it is, then the next; turns change at local midnight on the weekday of the first day, or on its day of the month. */
function inTurn(duty: Duty, day: Day): readonly string[] {
  const turn = turnsPassed(duty, day) % duty.people.length;
  return [...duty.people.slice(turn), ...duty.people.slice(0, turn)];
}

// lines of teams ------------------------------------------------------------------------------------------------------

interface PeopleLines {
  readonly absences: ReadonlyMap<string, readonly DayRange[]>;
  /** By name. */
  readonly deputies: ReadonlyMap<string, readonly string[]>;
}

/** The lines of all teams by the person that they are about. */
function linesOf(teams: Staff["teams"]): PeopleLines {
  const known = linesByTeams.get(teams);
  if (known) return known;
  const absences = new Map<string, DayRange[]>();
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
