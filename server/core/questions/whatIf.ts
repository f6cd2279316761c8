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

/**
 * The one who is gone has no turn and stands in for nobody; whoever the agreements name for that stands in for them: the deputy,
 * whoever takes a customer over, else the customer's backup. Which teams they were in stays known, for whose calendar was theirs.
 */
function without(model: Model, person: string): Model {
  const isReplaced = hasStandIn(model, person);
  const teams = replaced(model.teams, (team) => teamWithout(team, person, isReplaced ? "is replaced" : "is missed"));
  return {
    ...model,
    teams,
    customers: isReplaced ? model.customers : replaced(model.customers, (each) => customerWithout(each, person)),
  };
}

function hasStandIn({ teams, handovers }: Model, person: string): boolean {
  const isDeputised = [...teams.values()].some(({ deputies }) => deputies.some(({ value }) => value.of === person));
  return isDeputised || [...handovers.values()].some(({ from }) => from === person);
}

/** A lead, the last of a team and whoever has a stand-in stay and are never there: else nobody could stand in, and without anybody by name the whole team would answer. */
function teamWithout(team: Team, person: string, gone: "is replaced" | "is missed"): Team {
  if (!isIn(team, person)) return { ...team, deputies: deputiesWithout(team, person) };
  const { duty } = team;
  const rest = team.members.filter(({ value }) => value !== person);
  const isLead = team.lead?.value === person;
  const stays = gone === "is replaced" || isLead || (team.lead === undefined && rest.length === 0);
  return {
    ...team,
    members: stays ? team.members : rest,
    duty: duty && {
      ...duty,
      value: { ...duty.value, people: duty.value.people.filter((each) => each !== person) },
    },
    deputies: deputiesWithout(team, person),
    away: stays ? [...team.away, { value: { person, days: always }, place: team.place }] : awayWithout(team, person),
  };
}

function deputiesWithout({ deputies }: Team, person: string): Team["deputies"] {
  return deputies.filter(({ value }) => value.person !== person);
}

function awayWithout({ away }: Team, person: string): Team["away"] {
  return away.filter(({ value }) => value.person !== person);
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
