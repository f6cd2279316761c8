import { isAway } from "../engine/doer.ts";
import type { Place } from "../model/model.ts";
import type { Day, Instant, Target } from "../time/spec.ts";
import { dueEntries } from "./agendaDues.ts";
import { owedEntries } from "./agendaOwed.ts";
import { absenceEntries, endEntries, handoverEntries, reviewEntries } from "./agendaTerms.ts";
import type { Agreed } from "./asked.ts";

/** What an entry of the agenda is about. */
export type AgendaMatter =
  | { readonly kind: "owed"; readonly from: string; readonly to: string; readonly what: string }
  | { readonly kind: "review"; readonly agreement: string }
  | { readonly kind: "due"; readonly due: string; readonly customer: string; readonly needs: readonly string[] }
  /** A paper that has to be there before the date that matters. */
  | {
      readonly kind: "need";
      readonly need: string;
      readonly due: string;
      readonly customer: string;
      readonly dueOn: Day;
      /** Its time before the date where that is business time and no hours are known to count it by: then the day is the latest that it can be. */
      readonly uncounted: Target | undefined;
    }
  | { readonly kind: "exception ends" | "agreement ends" }
  | {
      readonly kind: "handover begins" | "handover ends";
      readonly customer: string;
      readonly from: string;
      readonly to: string;
    }
  /** Only supposed: nobody wrote it, so its place is that of the team. */
  | { readonly kind: "away"; readonly since: Day; readonly until: Day | undefined; readonly isSupposed: boolean };

/** Something to do or to know on a day. */
export interface AgendaEntry {
  readonly matter: AgendaMatter;
  /** Its name: of the obligation, agreement, exception, customer, handover or person. */
  readonly about: string;
  /** People and teams whose matter it is. */
  readonly who: readonly string[];
  readonly day: Day;
  /** By when on that day, where a time is known. */
  readonly at: Instant | undefined;
  /** In which the day and the time are read. */
  readonly zone: string;
  /** The same for the same matter at every asking, whatever else changes; a date that moves with the calendar keeps it. */
  readonly key: string;
  readonly place: Place;
}

/** The days that are asked about. */
export interface AgendaDays {
  readonly first: Day;
  readonly last: Day;
}

/** An entry, and those of its people and teams who are not there on that day: away, or in no team. */
export interface AttendedEntry extends AgendaEntry {
  readonly absent: readonly string[];
}

/** The entries of some days, both included, in the order of their time; of a day those without a time come first. */
export function agendaOf(agreed: Agreed, days: AgendaDays): readonly AttendedEntry[] {
  const entries = [owedEntries, reviewEntries, dueEntries, endEntries, handoverEntries, absenceEntries].flatMap(
    (entriesOf) => entriesOf(agreed, days),
  );
  return entries
    .filter((entry) => isWithin(entry, days))
    .map((entry) => (entry.day < days.first ? { ...entry, day: days.first } : entry))
    .sort((one, other) => one.day - other.day || (one.at ?? 0) - (other.at ?? 0) || (one.key < other.key ? -1 : 1))
    .map((entry) => ({ ...entry, absent: absentFrom(agreed, entry) }));
}

/** Of an absence it is no news. */
function absentFrom({ engine }: Agreed, { who, day, matter }: AgendaEntry): readonly string[] {
  if (matter.kind === "away") return [];
  const { teams, people } = engine.resources.staff;
  return who.filter((name) => {
    const person = people.get(name);
    const needed = teams.get(name)?.people ?? (person ? [person] : []);
    return needed.every((each) => isAway(each, day));
  });
}

/** An absence that has begun counts as long as it lasts, and is told on the first day that is asked about. */
function isWithin({ day, matter }: AgendaEntry, { first, last }: AgendaDays): boolean {
  const end = matter.kind === "away" ? (matter.until ?? Number.POSITIVE_INFINITY) : day;
  return day <= last && end >= first;
}
