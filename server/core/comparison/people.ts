/** On which days somebody else is there, or nobody, whom clauses name by team or office. */

import type { Request } from "../engine/decision.ts";
import { type Doer, doerFor, doerOf, namesReached, staffingOf } from "../engine/doer.ts";
import type { Situation } from "../engine/situation.ts";
import { type Staff, type StaffCustomer, staffOf } from "../engine/staff.ts";
import { plainText } from "../model/meaning.ts";
import type { Model, Team, Who } from "../model/model.ts";
import { zoneOfAgreement } from "../model/zones.ts";
import type { Day, Instant, Interval } from "../time/spec.ts";
import { localDay, toInstant, utc, type Zone, zoneOf } from "../time/zone.ts";
import type { PeopleChange, PeopleRun } from "./difference.ts";
import type { TimesToAsk } from "./hours.ts";
import type { Pair } from "./revision.ts";
import type { Said } from "./said.ts";
import type { IsUsed } from "./shown.ts";
import type { Part, User } from "./users.ts";

/** Somebody who is named and is somebody else on some days. */
export interface ChangedPeople {
  readonly change: Omit<PeopleChange, "class">;
  readonly concerns: (user: User) => boolean;
  readonly timesToAsk: TimesToAsk;
  readonly isUsed: IsUsed;
}

/** All who are named in clauses and are other people, part by part; owners customer by customer. */
export function changedPeople(pair: Pair, users: readonly User[]): readonly ChangedPeople[] {
  const [old, now] = [pair.before.model, pair.after.model];
  if (peopleText(old) === peopleText(now)) return [];
  const staff = [staffOf(old, pair.calendars.before), staffOf(now, pair.calendars.after)] as const;
  const named = new Map(
    users.flatMap((user) =>
      user.whos.map(({ who, part }) => [plainText([who, part]), { who, part, zone: zoneIn(user, now) }] as const),
    ),
  );
  return [...named].flatMap(([key, { who, part, zone }]) => {
    const concerns = (user: User) => user.whos.some((each) => plainText([each.who, each.part]) === key);
    return who.kind === "owner of customer"
      ? changedOwners(pair, staff, { who, part, concerns, zone })
      : changedDays(pair, key, namesOn(who, staff[0]), namesOn(who, staff[1]), {
          who,
          part,
          concerns,
          zone,
          customer: undefined,
        });
  });
}

function zoneIn({ unit }: User, model: Model): Zone {
  return zoneOf(zoneOfAgreement(model, unit.after.agreement) ?? "UTC") ?? utc;
}

/** Equal where all people are the same at all times. */
function peopleText({ teams, customers, handovers }: Model): string {
  const team = ({ lead, members, duty, deputies, away }: Team) => [lead, members, duty, deputies, away];
  return plainText([
    [...teams].map(([name, each]) => [name, team(each)]),
    [...customers].map(([name, { owner, backup }]) => [name, owner, backup]),
    [...handovers].map(([name, { customer, from, to, effective }]) => [name, customer, from, to, effective]),
  ]);
}

type NamesOn = (day: Day) => readonly string[];

/** Those who do it on a day: a person, else the team by its name; empty where nobody is left. */
function namesOn(who: Who, staff: Staff): NamesOn {
  const doer = doerOf(who, staff);
  return (day) => namesOf(doer, day);
}

function namesOf(doer: Doer, day: Day): readonly string[] {
  if (doer.kind === "all") return namesReached(doer, day);
  const { left, person } = staffingOf(doer, day);
  if (person) return person.alone;
  return left && doer.team ? [doer.team.name] : [];
}

interface Named {
  readonly who: Who;
  readonly part: Part;
  readonly concerns: ChangedPeople["concerns"];
  /** The zone in which the dates are read. */
  readonly zone: Zone;
  readonly customer: string | undefined;
}

/** The owners of those customers that both revisions have. */
function changedOwners(
  pair: Pair,
  [old, now]: readonly [Staff, Staff],
  named: Omit<Named, "customer">,
): readonly ChangedPeople[] {
  const ownerOn = (staff: Staff, customer: string): NamesOn => {
    const found = staff.customers.get(customer);
    const written = doerOf(named.who, staff);
    return (day) => {
      if (!found) return [];
      const at = toInstant(named.zone, day, 720);
      const situation = situationFor({ ...anything, at, customer }, found);
      return namesOf(doerFor(written, situation, { zone: named.zone, parties: [] }, at), day);
    };
  };
  return [...pair.after.model.customers.keys()].flatMap((customer) =>
    pair.before.model.customers.has(customer)
      ? changedDays(pair, `${named.part} ${customer}`, ownerOn(old, customer), ownerOn(now, customer), {
          ...named,
          customer,
        })
      : [],
  );
}

const anything: Request = {
  kind: "",
  at: 0,
  fields: {},
  channel: undefined,
  customer: undefined,
  asker: undefined,
  to: undefined,
};

function situationFor(request: Request, customer: StaffCustomer): Situation {
  return { request, kind: 0, declared: new Set(), customer, askers: undefined, zone: utc, day: 0 };
}

function changedDays(
  { horizon }: Pair,
  key: string,
  before: NamesOn,
  after: NamesOn,
  { concerns, zone, ...named }: Named,
): readonly ChangedPeople[] {
  const runs: PeopleRun[] = [];
  for (let day = horizon.first; day <= horizon.last; day += 1) {
    const [old, now] = [before(day), after(day)];
    if (isSame(old, now)) continue;
    const last = runs.at(-1);
    if (last && last.last === day - 1 && isSame(last.before, old) && isSame(last.after, now))
      runs[runs.length - 1] = { ...last, last: day };
    else runs.push({ first: day, last: day, before: old, after: now });
  }
  if (runs.length === 0) return [];
  const timesToAsk: TimesToAsk = (asked, daysAhead) => {
    const near = runs.flatMap((run) => partsNear(run, zone, asked, daysAhead));
    return near.slice(0, mostRuns).flatMap((run) => ordinaryTimesIn(run, zone));
  };
  const isUsed = (said: Said) => whosIn(said, named.part).some((who) => plainText(who) === plainText(named.who));
  const isAlways = runs.length === 1 && runs[0]?.first === horizon.first && runs[0].last === horizon.last;
  return [{ change: { property: "people", key, ...named, runs, isAlways }, concerns, timesToAsk, isUsed }];
}

function whosIn({ terms, steps, lines }: Said, part: Part): readonly (Who | undefined)[] {
  switch (part) {
    case "handles":
      return [terms?.lines.by?.value, ...steps.map(({ step }) => step.who)];
    case "is told":
      return (terms?.lines.escalate?.value ?? []).map(({ value }) => value.to);
    case "is asked":
      return lines.map(({ who }) => who);
    default:
      return part satisfies never;
  }
}

const mostRuns = 12;

/** The parts of a run in which requests come, or shortly before which they do. */
function partsNear(
  { first, last }: PeopleRun,
  zone: Zone,
  asked: readonly Interval[],
  daysAhead: number,
): readonly Pick<PeopleRun, "first" | "last">[] {
  return asked.flatMap(({ open, close }) => {
    const [from, to] = [localDay(zone, open), localDay(zone, close) + daysAhead];
    return from <= last && to >= first ? [{ first: Math.max(first, from), last: Math.min(last, to) }] : [];
  });
}

/** In the morning and in the afternoon of the first days of a run, then of the day before, from where clocks run into it. */
function ordinaryTimesIn({ first, last }: Pick<PeopleRun, "first" | "last">, zone: Zone): readonly Instant[] {
  const days = Array.from({ length: Math.min(5, last - first + 1) }, (_, index) => first + index);
  return [...days, first - 1].flatMap((day) => [600, 840].map((minute) => toInstant(zone, day, minute)));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
