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
  readonly answers: ReadonlyMap<string, Answer>;
}

interface Answer {
  readonly question: (company: Company) => unknown;
  readonly answer: unknown;
}

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

/** The same company, remembering. */
export function remembering(company: Company): AskedCompany {
  const answers = new Map<string, Answer>();
  const ask = <T>(key: string, question: (company: Company) => T): T => {
    const answer = question(company);
    if (!answers.has(key)) answers.set(key, { question, answer });
    return answer;
  };
  return {
    answers,
    team: (name) => ask("team " + name, (from) => from.team(name)),
    calendar: (name) => ask("calendar " + name, (from) => from.calendar(name)),
    kind: (name) => ask("kind " + name, (from) => from.kind(name)),
    clause: (id) => ask("clause " + id, (from) => from.clause(id)),
    teamsOf: (person) => ask("teams of " + person, (from) => from.teamsOf(person)),
    deputiesOf: (person) => ask("deputies of " + person, (from) => from.deputiesOf(person)),
  };
}

/** Whether the company would still give the same answers. */
export function answersAlike(company: Company, answers: AskedCompany["answers"]): boolean {
  for (const { question, answer } of answers.values()) if (!sameAnswer(question(company), answer)) return false;
  return true;
}

function sameAnswer(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
