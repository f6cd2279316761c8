import type { Customer, DayRange, Model, Stated, Team } from "../model/model.ts";
import { dayOf } from "../time/date.ts";
import { channelDown } from "./channelDown.ts";

/** Something that is supposed of the company: what if it were so? */
export type Supposition =
  | { readonly kind: "away"; readonly person: string; readonly days: DayRange }
  /** The person is in no team any more. */
  | { readonly kind: "without"; readonly person: string }
  | { readonly kind: "channel down"; readonly channel: string };

/** The model as it would be if all of this were so; files and places stay as they are. */
export function supposing(model: Model, suppositions: readonly Supposition[]): Model {
  return suppositions.reduce(supposed, model);
}

function supposed(model: Model, supposition: Supposition): Model {
  switch (supposition.kind) {
    case "away":
      return away(model, supposition.person, supposition.days);
    case "without":
      return without(model, supposition.person);
    case "channel down":
      return channelDown(model, supposition.channel);
    default:
      return supposition satisfies never;
  }
}

/** An `away` line in one of the person's teams counts everywhere. */
function away(model: Model, person: string, days: DayRange): Model {
  const team = model.teams.get(model.people.get(person)?.teams[0] ?? "");
  if (!team) return model;
  const line = { value: { person, days }, place: team.place };
  return { ...model, teams: new Map([...model.teams, [team.name, { ...team, away: [...team.away, line] }]]) };
}

/** The one who is gone leads nothing, has no turn and stands in for nobody; a customer's backup is its owner then. */
function without(model: Model, person: string): Model {
  const teams = replaced(model.teams, (team) => teamWithout(team, person));
  const people = new Map(model.people);
  if (![...teams.values()].some((team) => isIn(team, person))) people.delete(person);
  return {
    ...model,
    people,
    teams,
    customers: replaced(model.customers, (customer) => customerWithout(customer, person)),
  };
}

function teamWithout(team: Team, person: string): Team {
  const { duty, deputies, away } = team;
  const lead = isNot(team.lead, person);
  const members = team.members.filter(({ value }) => value !== person);
  const isLast = lead === undefined && members.length === 0 && (team.lead !== undefined || team.members.length > 0);
  // Of a team that never had anybody by name the whole answers, so the last of one that had stays in it, and is never there.
  if (isLast) return { ...team, away: [...away, { value: { person, days: always }, place: team.place }] };
  return {
    ...team,
    lead,
    members,
    duty: duty && {
      ...duty,
      value: { ...duty.value, people: duty.value.people.filter((each) => each !== person) },
    },
    deputies: deputies.filter(({ value }) => value.person !== person && value.of !== person),
    away: away.filter(({ value }) => value.person !== person),
  };
}

/** All days that can be written. */
export const always: DayRange = { first: dayOf(0, 1, 1), last: undefined };

function customerWithout(customer: Customer, person: string): Customer {
  const backup = isNot(customer.backup, person);
  const owner = isNot(customer.owner, person);
  return owner ? { ...customer, backup } : { ...customer, owner: backup, backup: undefined };
}

function isIn({ lead, members }: Team, person: string): boolean {
  return lead?.value === person || members.some(({ value }) => value === person);
}

function isNot(stated: Stated<string> | undefined, person: string): Stated<string> | undefined {
  return stated?.value === person ? undefined : stated;
}

function replaced<V>(map: ReadonlyMap<string, V>, by: (value: V) => V): ReadonlyMap<string, V> {
  return new Map([...map].map(([name, value]) => [name, by(value)]));
}
