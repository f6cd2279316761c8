import { always, forceOf } from "../engine/force.ts";
import type { Agreement, Customer, Exception, Model, Place, Team } from "../model/model.ts";
import type { Handover } from "../model/work.ts";
import { formatDate, formatMonthDay } from "../time/date.ts";
import type { Agreed } from "./asked.ts";
import { type Tenure, tenuresOf } from "./ownership.ts";
import type { Responsibility } from "./responsibilities.ts";
import { type Capacity, type Subject, throughTeam } from "./subject.ts";

/** What somebody has to do with beside the clauses: teams, agreements, exceptions, customers and handovers. */
export function otherResponsibilities(agreed: Agreed, subject: Subject): readonly Responsibility[] {
  const { model } = agreed;
  return [
    ...[...model.teams.values()].flatMap((team) => inTeam(team, subject)),
    ...[...model.agreements.values()].flatMap((agreement) => inAgreement(agreement, subject)),
    ...[...model.exceptions.values()].flatMap((exception) => inException(exception, subject)),
    ...[...model.customers.values()].flatMap((customer) => [
      ...owning(agreed, customer, subject),
      ...seeingTo(customer, subject),
    ]),
    ...[...model.handovers.values()].flatMap((handover) => inHandover(handover, subject)),
  ];
}

const self: Capacity = { kind: "self" };
const plain = { as: self, other: undefined, what: [], target: undefined, date: undefined, force: always } as const;

function inTeam(team: Team, subject: Subject): readonly Responsibility[] {
  const { name } = subject;
  const about = team.name;
  const isTeam = name === about;
  const leads = team.lead && (team.lead.value === name || isTeam) ? [team.lead] : [];
  const members = team.members.filter(({ value }) => value === name || isTeam);
  const other = (person: string) => (isTeam ? person : undefined);
  return [
    ...leads.map(({ value, place }) => ({ ...plain, role: "leads" as const, about, other: other(value), place })),
    ...members.map(({ value, place }) => ({ ...plain, role: "member" as const, about, other: other(value), place })),
    ...team.deputies.flatMap(({ value: { person, of }, place }): readonly Responsibility[] => {
      if (person === name) return [{ ...plain, role: "deputises", about, other: of, place }];
      return of === name ? [{ ...plain, role: "has deputy", about, other: person, place }] : [];
    }),
    ...team.away.flatMap(({ value: { person, days }, place }): readonly Responsibility[] => {
      const isTheirs = person === name || isTeam;
      return isTheirs ? [{ ...plain, role: "away", about, other: other(person), force: forceOf(days), place }] : [];
    }),
  ];
}

function inAgreement(agreement: Agreement, subject: Subject): readonly Responsibility[] {
  const { name, parties, review, obligations, effective, place } = agreement;
  const force = forceOf(effective?.value);
  const party = parties.find((each) => subject.name === each);
  return [
    ...(party === undefined ? [] : [{ ...plain, role: "party" as const, about: name, force, place }]),
    ...(review?.value.by === subject.name
      ? [{ ...plain, role: "reviews" as const, about: name, force, place: review.place }]
      : []),
    ...obligations.flatMap((obligation) => {
      const sides = [
        { role: "owes" as const, side: obligation.from, other: obligation.to },
        { role: "owed" as const, side: obligation.to, other: obligation.from },
      ];
      return sides.flatMap(({ role, side, other }) => {
        if (!subject.teams.includes(side)) return [];
        const as = throughTeam(subject, side);
        return [
          { ...plain, role, about: obligation.id, as, other, what: [obligation.what], force, place: obligation.place },
        ];
      });
    }),
  ];
}

function inException(
  { name, owner, approved, effective, base }: Exception,
  subject: Subject,
): readonly Responsibility[] {
  const force = forceOf(effective?.value);
  const isOwner = owner?.value === subject.name;
  const isApprover = approved?.value.by === subject.name;
  const common = { ...plain, about: name, other: base, force };
  return [
    ...(owner && isOwner ? [{ ...common, role: "owns exception" as const, place: owner.place }] : []),
    ...(approved && isApprover ? [{ ...common, role: "approved" as const, place: approved.place }] : []),
  ];
}

/** A customer is somebody's as long as no handover has passed it on, and the backup stands in for whoever owns it then. */
function owning(agreed: Agreed, customer: Customer, { name }: Subject): readonly Responsibility[] {
  const { backup, records } = customer;
  const about = customer.name;
  const what = records.map((record) => record.name);
  return tenuresOf(agreed, about).flatMap((tenure): readonly Responsibility[] => {
    const { owner, force } = tenure;
    if (owner === name)
      return [{ ...plain, role: "owns customer", about, what, force, place: passedAt(agreed.model, customer, tenure) }];
    if (backup?.value !== name) return [];
    return [{ ...plain, role: "backs up", about, other: owner, force, place: backup.place }];
  });
}

/** Where it is written that a customer is somebody's: the owner's line, or the last handover to them before these days. */
function passedAt({ handovers }: Model, customer: Customer, { owner, force }: Tenure): Place {
  if (customer.owner?.value === owner && force.first === always.first) return customer.owner?.place ?? customer.place;
  const passed = [...handovers.values()].filter((each) => each.customer === customer.name && each.to === owner);
  const before = passed.filter(({ effective }) => effective && (effective.value.last ?? always.last) < force.first);
  const order = (handover: Handover) => handover.effective?.value.last ?? always.last;
  return before.sort((one, other) => order(other) - order(one))[0]?.place ?? customer.owner?.place ?? customer.place;
}

function seeingTo({ name, dues }: Customer, subject: Subject): readonly Responsibility[] {
  return dues
    .filter(({ by }) => by === subject.name || subject.teams.includes(by))
    .map((due) => {
      const as = due.by === subject.name ? self : throughTeam(subject, due.by);
      const what = due.needs.map((need) => need.name);
      // Over once its day is past; every year, never.
      const force = due.on.kind === "date" ? { first: always.first, last: due.on.day } : always;
      const date =
        due.on.kind === "date"
          ? formatDate(due.on.day)
          : formatMonthDay({ month: due.on.month, day: due.on.dayOfMonth });
      return { ...plain, role: "due", about: due.name, as, other: name, what, date, force, place: due.place };
    });
}

function inHandover(handover: Handover, subject: Subject): readonly Responsibility[] {
  const { name, customer, from, to, effective, covers, place } = handover;
  const force = forceOf(effective?.value);
  const what = [customer, ...covers.map(({ value }) => value)];
  return [
    ...(from === subject.name
      ? [{ ...plain, role: "hands over" as const, about: name, other: to, what, force, place }]
      : []),
    ...(to === subject.name
      ? [{ ...plain, role: "takes over" as const, about: name, other: from, what, force, place }]
      : []),
  ];
}
