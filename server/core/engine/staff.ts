import type { Constant, Customer, DayRange, Duty, Model, Place, Team } from "../model/model.ts";
import type { Handover } from "../model/work.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Day } from "../time/spec.ts";
import type { PersonBecause } from "./decision.ts";
import { type Force, forceOf } from "./force.ts";
import { byText } from "./order.ts";
import { ownConstant, ownName } from "./sharing.ts";

/** A person with all that decides whether they can do something on a day. */
export interface StaffPerson {
  readonly name: string;
  /** Undefined for somebody who is always there. */
  readonly away: readonly DayRange[] | undefined;
  /** The person doing what is theirs to do. */
  readonly onDuty: Staffing;
  readonly asLead: Staffing;
  readonly byName: Staffing;
  /** The name alone. */
  readonly alone: readonly string[];
  /** Teams with hours first, else by name. */
  readonly teams: readonly StaffTeam[];
  /** By name, as order never matters. */
  readonly deputies: readonly StaffPerson[];
}

/** A team, its people and its calendar. */
export interface StaffTeam {
  readonly name: string;
  readonly calendar: Calendar | undefined;
  readonly lead: StaffPerson | undefined;
  readonly roster: Roster | undefined;
  /** Members and lead, each once. */
  readonly people: readonly StaffPerson[];
  /** Addresses by channel, in the order of the lines. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/** Whose turn it is, in order, from a day on. */
export interface Roster {
  readonly people: readonly StaffPerson[];
  readonly turn: Duty["turn"];
  readonly from: Day;
}

/** A customer, the people who own it, and its attributes. */
export interface StaffCustomer {
  readonly owner: StaffPerson | undefined;
  readonly backup: StaffPerson | undefined;
  /** In the order in which they end; undefined for a customer that nobody hands over. */
  readonly handovers: readonly StaffHandover[] | undefined;
  readonly attributes: ReadonlyMap<string, Constant>;
}

/** A customer's passing from one person to another. */
export interface StaffHandover {
  readonly name: string;
  readonly from: StaffPerson;
  readonly to: StaffPerson;
  readonly force: Force;
  readonly place: Place;
}

/** Everybody by name. */
export interface Staff {
  readonly teams: ReadonlyMap<string, StaffTeam>;
  readonly people: ReadonlyMap<string, StaffPerson>;
  /** The people of the model, those included who are supposed to be in no team any more. */
  readonly named: Pick<Model["people"], "has">;
  readonly customers: ReadonlyMap<string, StaffCustomer>;
  /** By team or person: the teams in whose name they ask. */
  readonly askers: ReadonlyMap<string, readonly StaffTeam[]>;
}

/** Who does something on a day; `left` false: nobody. Without a person the team as a whole answers. */
export interface Staffing {
  readonly left: boolean;
  readonly person: StaffPerson | undefined;
  readonly because: PersonBecause | undefined;
  /** Whose turn it would have been. */
  readonly insteadOf: StaffPerson | undefined;
}

/** Nobody is left. */
export const nobody: Staffing = { left: false, person: undefined, because: undefined, insteadOf: undefined };
/** The team answers, nobody of it by name. */
export const wholeTeam: Staffing = { left: true, person: undefined, because: undefined, insteadOf: undefined };

/** The staff of a model; `calendar` finds a team's hours by name. */
export function staffOf(
  model: Pick<Model, "teams" | "people" | "customers" | "handovers">,
  calendar: (name: string) => Calendar | undefined,
): Staff {
  const people = new Map<string, MutablePerson>();
  for (const team of model.teams.values()) for (const name of namesIn(team)) personIn(people, name);
  const teams = new Map<string, StaffTeam>();
  for (const team of model.teams.values()) {
    const hours = team.hours && calendar(team.hours.value);
    const staffed = teamOf(team, hours, (name) => personIn(people, name));
    teams.set(staffed.name, staffed);
  }
  for (const person of people.values()) {
    person.teams.sort(byHoursAndName);
    person.deputies.sort((one, other) => byText(one.name, other.name));
  }
  const handovers = handoversOf(model.handovers.values(), people);
  const customers = new Map(
    [...model.customers].map(([name, customer]) => [ownName(name), customerOf(customer, people, handovers.get(name))]),
  );
  const askers = new Map<string, readonly StaffTeam[]>();
  for (const person of people.values()) askers.set(person.name, person.teams);
  for (const team of teams.values()) askers.set(team.name, [team]);
  return { teams, people, named: model.people, customers, askers };
}

/** Of a person's teams those with hours come first, as they are the ones to count on; the order of the files makes no difference. */
function byHoursAndName(one: StaffTeam, other: StaffTeam): number {
  if ((one.calendar === undefined) !== (other.calendar === undefined)) return one.calendar === undefined ? 1 : -1;
  return byText(one.name, other.name);
}

interface MutablePerson extends StaffPerson {
  away: DayRange[] | undefined;
  onDuty: Staffing;
  asLead: Staffing;
  byName: Staffing;
  readonly teams: StaffTeam[];
  readonly deputies: StaffPerson[];
}

function personIn(people: Map<string, MutablePerson>, name: string): MutablePerson {
  const known = people.get(name);
  if (known) return known;
  const own = ownName(name);
  const person: MutablePerson = {
    name: own,
    away: undefined,
    onDuty: nobody,
    asLead: nobody,
    byName: nobody,
    alone: [own],
    teams: [],
    deputies: [],
  };
  const doing = (because: PersonBecause): Staffing => ({ left: true, person, because, insteadOf: undefined });
  person.onDuty = doing("on duty");
  person.asLead = doing("lead");
  person.byName = doing("named");
  people.set(own, person);
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
    name: ownName(team.name),
    calendar,
    lead: team.lead && person(team.lead.value),
    roster:
      duty && duty.people.length > 0
        ? { people: duty.people.map(person), turn: duty.turn, from: duty.from }
        : undefined,
    people,
    addresses: addressesOf(team),
  };
  for (const each of people) each.teams.push(staffed);
  for (const { value } of team.away) {
    const absent = person(value.person);
    absent.away = [...(absent.away ?? []), value.days];
  }
  for (const { value } of team.deputies) person(value.of).deputies.push(person(value.person));
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

/** The handovers by customer, each list in the order in which they end; one without dates has no effect. */
function handoversOf(
  handovers: Iterable<Handover>,
  people: ReadonlyMap<string, StaffPerson>,
): ReadonlyMap<string, readonly StaffHandover[]> {
  const byCustomer = new Map<string, StaffHandover[]>();
  for (const { name, customer, from, to, effective, place } of handovers) {
    const [giving, taking] = [people.get(from), people.get(to)];
    if (!giving || !taking || !effective) continue;
    const handover = { name: ownName(name), from: giving, to: taking, force: forceOf(effective.value), place };
    const known = byCustomer.get(customer);
    if (known) known.push(handover);
    else byCustomer.set(customer, [handover]);
  }
  for (const several of byCustomer.values())
    several.sort((one, other) => byForce(one.force, other.force) || byText(one.name, other.name));
  return byCustomer;
}

function byForce(one: Force, other: Force): number {
  return one.last - other.last || one.first - other.first;
}

function customerOf(
  customer: Customer,
  people: ReadonlyMap<string, StaffPerson>,
  handovers: StaffCustomer["handovers"],
): StaffCustomer {
  const { owner, backup, attributes } = customer;
  return {
    owner: owner && people.get(owner.value),
    backup: backup && people.get(backup.value),
    handovers,
    attributes: new Map([...attributes].map(([name, stated]) => [ownName(name), ownConstant(stated.value)])),
  };
}
