import type { Who } from "../model/model.ts";
import type { Day, Instant } from "../time/spec.ts";
import { turnsPassed } from "../time/turns.ts";
import type { Zone } from "../time/zone.ts";
import type { HandoverOnRoute } from "./decision.ts";
import { ownerOn } from "./owner.ts";
import type { Situation } from "./situation.ts";
import {
  nobody,
  type Roster,
  type Staff,
  type Staffing,
  type StaffPerson,
  type StaffTeam,
  wholeTeam,
} from "./staff.ts";

/** A `who` of the text with its names looked up. */
export type Doer =
  | {
      readonly kind: "team" | "lead" | "all";
      readonly team: StaffTeam;
      readonly person: undefined;
      readonly standIns: undefined;
      readonly handover: undefined;
    }
  /** `standIns` are those who stand in before anybody else: for a customer's owner the other of a handover, then the customer's backup. */
  | {
      readonly kind: "person";
      readonly team: StaffTeam | undefined;
      readonly person: StaffPerson;
      readonly standIns: readonly StaffPerson[] | undefined;
      readonly handover: HandoverOnRoute | undefined;
    }
  | {
      readonly kind: "lead of asker" | "owner of customer" | "unknown";
      readonly team: undefined;
      readonly person: undefined;
      readonly standIns: undefined;
      readonly handover: undefined;
    };

/** Nobody whose name is known. */
export const unknownDoer: Doer = {
  kind: "unknown",
  team: undefined,
  person: undefined,
  standIns: undefined,
  handover: undefined,
};

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
      return { kind: who.kind, team: undefined, person: undefined, standIns: undefined, handover: undefined };
    default:
      return who satisfies never;
  }
}

function ofTeam(kind: "team" | "lead" | "all", team: StaffTeam | undefined): Doer {
  return team ? { kind, team, person: undefined, standIns: undefined, handover: undefined } : unknownDoer;
}

function ofPerson(person: StaffPerson | undefined, team: StaffTeam | undefined): Doer {
  return person
    ? { kind: "person", team: team ?? person.teams[0], person, standIns: undefined, handover: undefined }
    : unknownDoer;
}

/** What the people of a request are read in: the zone of dates, and the teams of which the asker's is one. */
export interface Among {
  readonly zone: Zone;
  readonly parties: readonly StaffTeam[];
}

/** The doer with `lead of asker` and `owner of customer` looked up for one request at a time; of several teams of the asker the one that is a party counts. */
export function doerFor(doer: Doer, { askers, customer }: Situation, { zone, parties }: Among, at: Instant): Doer {
  if (doer.kind === "lead of asker")
    return ofTeam("lead", askers?.find((team) => parties.includes(team)) ?? askers?.[0]);
  if (doer.kind !== "owner of customer" || customer === undefined) return doer;
  const { person, standIns, handover } = ownerOn(customer, zone, at);
  return person ? { kind: "person", team: person.teams[0], person, standIns, handover } : unknownDoer;
}

/** The doer for a request; for the owner of a customer, whoever owns it when the clock starts, which is found on the calendar of the owner at `at`. */
export function doerAtStart(
  doer: Doer,
  situation: Situation,
  among: Among,
  at: Instant,
  startFor: (doer: Doer) => Instant | undefined,
): Doer {
  const found = doerFor(doer, situation, among, at);
  const start = doer.kind === "owner of customer" ? startFor(found) : undefined;
  return start === undefined || start === at ? found : doerFor(doer, situation, among, start);
}

/** Whether a person is away on a day. */
export function isAway(person: StaffPerson, day: Day): boolean {
  if (person.away === undefined) return false;
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
      return doer.team.lead ? (presentOrDeputy(doer.team.lead, doer.team.lead.asLead, day) ?? nobody) : nobody;
    case "person":
      return presentOrStandIn(doer.person, doer.standIns, day) ?? standingIn(doer.person, doer.team, day);
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
  return presentOrDeputy(person, person.onDuty, day) ?? nextInTurn(team, roster, turn, person, day);
}

function anyOf(team: StaffTeam, day: Day): Staffing {
  const { people } = team;
  for (const person of people) if (!isAway(person, day)) return wholeTeam;
  return people.length === 0 ? wholeTeam : nobody;
}

function presentOrDeputy(person: StaffPerson, present: Staffing, day: Day): Staffing | undefined {
  if (!isAway(person, day)) return present;
  const deputy = deputyOf(person, day);
  return deputy && { left: true, person: deputy, because: "deputy", insteadOf: person };
}

function presentOrStandIn(person: StaffPerson, standIns: Doer["standIns"], day: Day): Staffing | undefined {
  if (standIns !== undefined && isAway(person, day))
    for (const standIn of standIns)
      if (!isAway(standIn, day)) return { left: true, person: standIn, because: "deputy", insteadOf: person };
  return presentOrDeputy(person, person.byName, day);
}

/** Whom somebody asks who would ask themselves, on a day: who stands in for the doer, else their own deputy. */
export function askedInstead({ standIns }: Doer, asker: StaffPerson, day: Day): StaffPerson | undefined {
  return standIns?.find((standIn) => standIn !== asker && !isAway(standIn, day)) ?? deputyOf(asker, day);
}

/** Whether anybody else of the doer's team is there on a day, who can answer one of them. */
export function othersAreThere({ team }: Doer, asker: StaffPerson, day: Day): boolean {
  return team?.people.some((person) => person !== asker && !isAway(person, day)) ?? false;
}

/** The first deputy of a person who is there on a day. */
function deputyOf(person: StaffPerson, day: Day): StaffPerson | undefined {
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

function turnOn(roster: Roster, day: Day): number {
  return turnsPassed(roster, day) % roster.people.length;
}

/** The names of those whom a message to the doer reaches on a day; none when nobody is left. */
export function namesReached(doer: Doer, day: Day): readonly string[] {
  if (doer.kind === "all") return presentIn(doer.team, day);
  const { left, person } = staffingOf(doer, day);
  if (person) return person.alone;
  return left && doer.kind === "team" ? presentIn(doer.team, day) : nobodyReached;
}

const nobodyReached: readonly string[] = [];

function presentIn(team: StaffTeam, day: Day): readonly string[] {
  return team.people.filter((person) => !isAway(person, day)).map((person) => person.name);
}
