/** Who can do something on a day: one of these has to be there (language.md M4). */
import type { Customer, DayRange, Model, Team, Who } from "../../model/model.ts";
import type { Day } from "../../time/spec.ts";
import { turnsBeginning, turnsPassed } from "../../time/turns.ts";
import { isWithin, ownersOn } from "./ownership.ts";

/** The people of a company, as far as it matters who stands in for whom. */
export interface Staff {
  readonly teams: Model["teams"];
  readonly teamsOf: (person: string) => readonly Team[];
  readonly deputiesOf: (person: string) => readonly string[];
  readonly handovers: Model["handovers"];
  readonly isAway: (person: string, day: Day) => boolean;
  /** The days on which an absence, a turn or a handover begins, or the day after one has ended, in order. */
  readonly changesBetween: (first: Day, last: Day) => readonly Day[];
}

/** The staff of a model. */
export function staffOf({ teams, people, handovers }: Model): Staff {
  const deputies = new Map<string, string[]>();
  const absences = new Map<string, DayRange[]>();
  for (const team of teams.values()) {
    for (const { value } of team.deputies) if (value.person !== value.of) put(deputies, value.of, value.person);
    for (const { value } of team.away) put(absences, value.person, value.days);
  }
  const changes = new Set<Day>();
  for (const { first, last } of [
    ...[...absences.values()].flat(),
    ...[...handovers.values()].flatMap(({ effective }) => effective?.value ?? []),
  ]) {
    changes.add(first);
    if (last !== undefined) changes.add(last + 1);
  }
  return {
    teams,
    teamsOf: (person) => teamsOf(people.get(person)?.teams ?? [], teams),
    deputiesOf: (person) => deputies.get(person) ?? none,
    handovers,
    isAway: (person, day) => (absences.get(person) ?? []).some((range) => isWithin(range, day)),
    changesBetween: (first, last) => withTurns(teams, changes, first, last),
  };
}

const none: readonly string[] = [];

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Of a person's teams those with hours come first, then by name, as for decisions. */
function teamsOf(names: readonly string[], teams: Model["teams"]): readonly Team[] {
  const hasNoHours = ({ hours }: Team) => (hours === undefined ? 1 : 0);
  return names
    .flatMap((name) => teams.get(name) ?? [])
    .sort((one, other) => hasNoHours(one) - hasNoHours(other) || (one.name < other.name ? -1 : 1));
}

function withTurns(teams: Model["teams"], changes: ReadonlySet<Day>, first: Day, last: Day): readonly Day[] {
  const all = new Set([...changes].filter((day) => day > first && day <= last));
  for (const { duty } of teams.values())
    for (const day of duty ? turnsBeginning(duty.value, first + 1, last) : []) all.add(day);
  return [...all].sort((one, other) => one - other);
}

/** Whom a `who` means for a request. */
export interface Whose {
  /** The asker's team, for its lead. */
  readonly asker: string | undefined;
  readonly customer: Customer | undefined;
}

/** The people of whom one has to be there on a day; undefined where nobody is named, or it is not known who that is. */
export function ableTo(staff: Staff, who: Who, whose: Whose, day: Day): ReadonlySet<string> | undefined {
  switch (who.kind) {
    case "team":
      return someOf(onDuty(staff, staff.teams.get(who.team), day));
    case "all of":
      return someOf(everybody(staff.teams.get(who.team)));
    case "lead of":
      return someOf(withDeputies(staff, staff.teams.get(who.team)?.lead?.value));
    case "lead of asker":
      return someOf(withDeputies(staff, staff.teams.get(whose.asker ?? "")?.lead?.value));
    case "person": {
      const team = who.of === undefined ? staff.teamsOf(who.person)[0] : staff.teams.get(who.of);
      return someOf([...withDeputies(staff, who.person), ...behind(team, day)]);
    }
    case "owner of customer": {
      const [owner, ...standIns] = whose.customer ? ownersOn(staff.handovers, whose.customer, day) : none;
      if (owner === undefined) return undefined;
      return someOf([owner, ...standIns, ...withDeputies(staff, owner), ...behind(staff.teamsOf(owner)[0], day)]);
    }
    default:
      return who satisfies never;
  }
}

function someOf(people: readonly string[]): ReadonlySet<string> | undefined {
  return people.length === 0 ? undefined : new Set(people);
}

function everybody(team: Team | undefined): readonly string[] {
  const lead = team?.lead ? [team.lead.value] : none;
  return [...lead, ...(team?.members ?? []).map(({ value }) => value)];
}

function withDeputies(staff: Staff, person: string | undefined): readonly string[] {
  return person === undefined ? none : [person, ...staff.deputiesOf(person)];
}

/** Whose turn it is, their deputies, the others in turn, and the lead; without a roster everybody of the team. */
function onDuty(staff: Staff, team: Team | undefined, day: Day): readonly string[] {
  const duty = team?.duty?.value;
  if (!team || !duty || duty.people.length === 0 || day < duty.from) return everybody(team);
  const turn = duty.people[turnsPassed(duty, day) % duty.people.length];
  return [...withDeputies(staff, turn), ...behind(team, day)];
}

/** Those who stand in for one of a team who is away without a deputy. */
function behind(team: Team | undefined, day: Day): readonly string[] {
  const duty = team?.duty?.value;
  const lead = team?.lead ? [team.lead.value] : none;
  return duty && day >= duty.from ? [...duty.people, ...lead] : lead;
}
