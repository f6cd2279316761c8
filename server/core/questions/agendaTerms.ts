import type { Agreement, DayRange, Stated, Team } from "../model/model.ts";
import { zoneOfAgreement, zoneOfCalendars, zonesOfParties } from "../model/zones.ts";
import { dayOf, daysInMonth, formatDate, partsOf } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import type { AgendaDays, AgendaEntry } from "./agenda.ts";
import type { Agreed } from "./asked.ts";
import { always } from "./whatIf.ts";

/** Each agreement's reviews, counted in months from its first day, as long as it is in force. */
export function reviewEntries({ model }: Agreed, { last }: AgendaDays): readonly AgendaEntry[] {
  return [...model.agreements.values()].flatMap((agreement) => {
    const { review, effective, name, parties } = agreement;
    if (!review || !effective) return [];
    const { months, by } = review.value;
    const end = Math.min(effective.value.last ?? last, last);
    return reviewDays(effective.value.first, months, end).map((day, index) => ({
      matter: { kind: "review" as const, agreement: name },
      about: name,
      who: [by],
      day,
      at: undefined,
      zone: zoneIn(model, agreement),
      key: `review ${[name, ...parties].join(" ")} ${index + 1}`,
      place: review.place,
    }));
  });
}

/** On the same day of the month as the first, or the last day of a shorter month. */
function reviewDays(first: Day, months: number, last: Day): readonly Day[] {
  const start = partsOf(first);
  const found: Day[] = [];
  if (!(months >= 1)) return found;
  for (let turn = 1; ; turn += 1) {
    const month = start.month - 1 + turn * months;
    const [year, inYear] = [start.year + Math.floor(month / 12), (month % 12) + 1];
    const day = dayOf(year, inYear, Math.min(start.day, daysInMonth(year, inYear)));
    if (day > last) return found;
    found.push(day);
  }
}

/** The last days of agreements and of exceptions. */
export function endEntries({ model }: Agreed): readonly AgendaEntry[] {
  const agreements = [...model.agreements.values()].flatMap((agreement) => {
    const { name, effective, review, parties } = agreement;
    const who = review ? [review.value.by] : parties;
    return endOf({ kind: "agreement ends", about: name, who, of: parties }, effective, zoneIn(model, agreement));
  });
  const exceptions = [...model.exceptions.values()].flatMap(({ name, base, owner, effective }) => {
    const agreement = model.agreements.get(model.clauses.get(base)?.agreement ?? "");
    const zone = agreement ? zoneIn(model, agreement) : (zoneOfCalendars(model) ?? "UTC");
    return endOf({ kind: "exception ends", about: name, who: owner ? [owner.value] : [], of: [base] }, effective, zone);
  });
  return [...agreements, ...exceptions];
}

interface Ending {
  readonly kind: "agreement ends" | "exception ends";
  readonly about: string;
  readonly who: readonly string[];
  /** What tells it from one of the same name in other agreements: the parties, the clause that is bent. */
  readonly of: readonly string[];
}

function endOf(
  { kind, about, who, of }: Ending,
  effective: Stated<DayRange> | undefined,
  zone: string,
): readonly AgendaEntry[] {
  const day = effective?.value.last;
  if (!effective || day === undefined) return [];
  const key = [kind, about, ...of].join(" ");
  return [{ matter: { kind }, about, who, day, at: undefined, zone, key, place: effective.place }];
}

/** The first and last days of handovers. */
export function handoverEntries({ model }: Agreed): readonly AgendaEntry[] {
  return [...model.handovers.values()].flatMap(({ name, customer, from, to, effective }) => {
    if (!effective) return [];
    const { first, last } = effective.value;
    const entry = (kind: "handover begins" | "handover ends", day: Day): AgendaEntry => ({
      matter: { kind, customer, from, to },
      about: name,
      who: [from, to],
      day,
      at: undefined,
      zone: zoneOfPerson(model, from),
      key: `${kind} ${name} ${customer}`,
      place: effective.place,
    });
    return [entry("handover begins", first), ...(last === undefined ? [] : [entry("handover ends", last)])];
  });
}

/** Absences, from their first day; what has no first day, or is part of another of the same person, is no news on any. */
export function absenceEntries({ model }: Agreed): readonly AgendaEntry[] {
  const absences = [...model.teams.values()].flatMap((team) =>
    team.away.map((line) => ({ ...line, isSupposed: line.place === team.place })),
  );
  return absences
    .filter(({ value }, index) => value.days.first !== always.first && !isPartOfAnother(absences, index))
    .map(({ value: { person, days }, place, isSupposed }) => ({
      matter: { kind: "away" as const, since: days.first, until: days.last, isSupposed },
      about: person,
      who: [person],
      day: days.first,
      at: undefined,
      zone: zoneOfPerson(model, person),
      key: `away ${person} ${formatDate(days.first)}`,
      place,
    }));
}

type Absence = Team["away"][number]["value"];

/** Of several of the same days the first counts. */
function isPartOfAnother(absences: readonly Stated<Absence>[], index: number): boolean {
  const own = absences[index]?.value;
  return absences.some(({ value }, at) => {
    if (!own || at === index || value.person !== own.person || !isAround(value, own)) return false;
    return at < index || !isAround(own, value);
  });
}

function isAround({ days: outer }: Absence, { days: inner }: Absence): boolean {
  return outer.first <= inner.first && isNoEarlier(outer.last, inner.last);
}

function isNoEarlier(one: Day | undefined, other: Day | undefined): boolean {
  return one === undefined || (other !== undefined && one >= other);
}

function zoneIn(model: Agreed["model"], agreement: Agreement): string {
  return zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0] ?? "UTC";
}

function zoneOfPerson(model: Agreed["model"], person: string): string {
  const { people, teams, calendars } = model;
  const hours = (people.get(person)?.teams ?? []).flatMap((team) => teams.get(team)?.hours?.value ?? []);
  return hours.flatMap((name) => calendars.get(name)?.zone ?? [])[0] ?? zoneOfCalendars(model) ?? "UTC";
}
