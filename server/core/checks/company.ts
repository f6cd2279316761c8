import type { Calendar, CommitClause, HandleClause, Model, RequestKind, Team } from "../model/model.ts";

/** What agreements and exceptions may ask about the company that they are for, and about each other. */
export interface Company {
  team(name: string): Team | undefined;
  calendar(name: string): Calendar | undefined;
  kind(name: string): RequestKind | undefined;
  /** A clause or case by its id, of any agreement. */
  clause(id: string): HandleClause | CommitClause | undefined;
  /** The teams that a person is in, in the order of the files. */
  teamsOf(person: string): readonly string[];
  /** Those who stand in for a person, by the deputy lines of any team; oneself is no deputy. */
  deputiesOf(person: string): readonly string[];
}

/** A company that remembers what it was asked, and what it answered. */
export interface AskedCompany extends Company {
  readonly answers: Answers;
}

/** Answers by what was asked about. */
export type Answers = { readonly [Question in keyof Company]: ReadonlyMap<string, ReturnType<Company[Question]>> };

/** The company of a model. */
export function companyOf(model: Model): Company {
  const deputies = new Map<string, readonly string[]>();
  for (const team of model.teams.values())
    for (const { value } of team.deputies)
      if (value.person !== value.of) deputies.set(value.of, [...(deputies.get(value.of) ?? []), value.person]);
  return {
    team: (name) => model.teams.get(name),
    calendar: (name) => model.calendars.get(name),
    kind: (name) => model.kinds.get(name),
    clause: (id) => model.clauses.get(id),
    teamsOf: (person) => model.people.get(person)?.teams ?? [],
    deputiesOf: (person) => deputies.get(person) ?? [],
  };
}

/** The company, remembering what it was asked and what it answered. */
export function remembering(company: Company): AskedCompany {
  const [team, teams] = remembered((name) => company.team(name));
  const [calendar, calendars] = remembered((name) => company.calendar(name));
  const [kind, kinds] = remembered((name) => company.kind(name));
  const [clause, clauses] = remembered((id) => company.clause(id));
  const [teamsOf, memberships] = remembered((person) => company.teamsOf(person));
  const [deputiesOf, deputies] = remembered((person) => company.deputiesOf(person));
  const answers = {
    team: teams,
    calendar: calendars,
    kind: kinds,
    clause: clauses,
    teamsOf: memberships,
    deputiesOf: deputies,
  };
  return { team, calendar, kind, clause, teamsOf, deputiesOf, answers };
}

/** Whether the company would still give the same answers. */
export function answersAlike(company: Company, answers: Answers): boolean {
  return (
    stillSame(answers.team, (name) => company.team(name)) &&
    stillSame(answers.calendar, (name) => company.calendar(name)) &&
    stillSame(answers.kind, (name) => company.kind(name)) &&
    stillSame(answers.clause, (id) => company.clause(id)) &&
    stillSame(answers.teamsOf, (person) => company.teamsOf(person)) &&
    stillSame(answers.deputiesOf, (person) => company.deputiesOf(person))
  );
}

function remembered<T>(ask: (name: string) => T): [ask: (name: string) => T, answers: ReadonlyMap<string, T>] {
  const answers = new Map<string, T>();
  const asked = (name: string): T => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
  return [asked, answers];
}

function stillSame<T>(answers: ReadonlyMap<string, T>, ask: (name: string) => T): boolean {
  for (const [name, answer] of answers) if (!sameAnswer(ask(name), answer)) return false;
  return true;
}

function sameAnswer(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
