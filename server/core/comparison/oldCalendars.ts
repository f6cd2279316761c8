/** Conditions of the first revision that ask for a calendar whose times changed ask for another one, so that both can stand in one space. */
import type { CommitClause, Condition, Exception, HandleClause, Model, Verdict } from "../model/model.ts";
import type { CalendarNamed } from "../prover/space/moments.ts";
import type { Localized } from "../text/localized.ts";
import { joinedInJapanese } from "../text/spacing.ts";
import type { Unit } from "./edited.ts";
import type { PairedCalendars } from "./revision.ts";

const mark = "@old";

/** What stands for the clauses of the first revision. */
export interface OldCalendars {
  readonly name: (calendar: string) => string;
  readonly unit: (unit: Unit) => Unit;
  readonly exceptionsOf: (id: string) => readonly Exception[];
  /** Calendars by both sorts of names. */
  readonly calendarNamed: CalendarNamed;
}

/** Names such as `office@old`; the clauses themselves where no calendar changed. */
export function oldCalendars({ before, after, changed }: PairedCalendars, { exceptionsOf }: Model): OldCalendars {
  const name = (calendar: string) => (changed.has(calendar) ? calendar + mark : calendar);
  const exceptions = (id: string) => exceptionsOf.get(id) ?? [];
  return {
    name,
    unit: (unit) => (changed.size === 0 ? unit : { ...unit, clause: clauseWith(unit.clause, name) }),
    exceptionsOf: (id) =>
      changed.size === 0 ? exceptions(id) : exceptions(id).map((each) => exceptionWith(each, name)),
    calendarNamed: (written) => {
      const isOld = written.endsWith(mark) && changed.has(written.slice(0, -mark.length));
      return isOld ? before(written.slice(0, -mark.length)) : (after(written) ?? before(written));
    },
  };
}

/** A text with the calendars of the first revision as people call them: "outside office as it was". */
export function oldCalendarsInWords({ en, ja }: Localized, { changed }: PairedCalendars): Localized {
  // A name may be the end of another.
  const names = [...changed].sort((one, other) => other.length - one.length);
  return {
    en: names.reduce((text, name) => text.replaceAll(name + mark, () => `${name} as it was`), en),
    ja: names.reduce((text, name) => text.split(name + mark).reduce((left, right) => asItWas(left, name, right)), ja),
  };
}

/** The mark ends with a Latin letter, and so has a space after it that the name itself may need none of. */
function asItWas(left: string, name: string, right: string): string {
  return left + joinedInJapanese("変更前の", name, right.replace(/^ (?=[\u3041-\u9fff])/, ""));
}

type Naming = (calendar: string) => string;

function clauseWith<Clause extends HandleClause | CommitClause>(clause: Clause, name: Naming): Clause {
  const when = clause.when && conditionWith(clause.when, name);
  const cases = clause.cases.map((each) => clauseWith(each, name));
  const verdicts = "verdicts" in clause ? { verdicts: clause.verdicts.map((each) => verdictWith(each, name)) } : {};
  return { ...clause, when, cases, ...verdicts };
}

function exceptionWith(exception: Exception, name: Naming): Exception {
  const { when, verdicts } = exception;
  return {
    ...exception,
    when: when && conditionWith(when, name),
    verdicts: verdicts.map((each) => verdictWith(each, name)),
  };
}

function verdictWith(verdict: Verdict, name: Naming): Verdict {
  return { ...verdict, when: verdict.when && conditionWith(verdict.when, name) };
}

/** A condition that asks for the other calendars. */
export function conditionWith(condition: Condition, name: Naming): Condition {
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...condition, parts: condition.parts.map((part) => conditionWith(part, name)) };
    case "not":
      return { ...condition, part: conditionWith(condition.part, name) };
    case "during":
      return { ...condition, calendar: name(condition.calendar) };
    case "is":
    case "compare":
    case "on":
    case "broken":
      return condition;
    default:
      return condition satisfies never;
  }
}
