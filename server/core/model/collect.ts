import { reportCalendarCycles, reportRenewalCycles } from "./cycles.ts";
import type {
  CommitClause,
  Exception,
  HandleClause,
  LinkedItem,
  Meaning,
  Model,
  Named,
  Person,
  Space,
  Team,
} from "./model.ts";
import type { LinkProblem } from "./problem.ts";
import type { Fact } from "./work.ts";

type Collected = Omit<Model, "files" | "items" | "names" | "linked" | "origin">;

/** Puts what the items mean together by name; where a name is declared twice the first counts, and it is reported. */
export function collect(items: readonly LinkedItem[]): Collected {
  const problems: LinkProblem[] = [];
  const tables = newTables();
  const facts: Fact[] = [];
  for (const { meanings } of items)
    for (const meaning of meanings)
      if (meaning.space === "fact") facts.push(meaning.value);
      else put(tables, problems, meaning);
  const people = peopleOf(tables.teams.values());
  reportTeamsAndPeople(tables.teams, people, problems);
  reportCalendarCycles(tables.calendars, problems);
  reportRenewalCycles(tables.exceptions, problems);
  return { ...tables, people, clauses: clausesOf(tables), exceptionsOf: exceptionsOf(tables), facts, problems };
}

type Tables = { readonly [K in TableName]: Map<string, Collected[K] extends ReadonlyMap<string, infer V> ? V : never> };

type TableName = Exclude<keyof Collected, "people" | "clauses" | "exceptionsOf" | "facts" | "problems">;

function newTables(): Tables {
  return {
    calendars: new Map(),
    channels: new Map(),
    teams: new Map(),
    attributes: new Map(),
    kinds: new Map(),
    agreements: new Map(),
    exceptions: new Map(),
    customers: new Map(),
    handovers: new Map(),
    proofs: new Map(),
  };
}

function put(tables: Tables, problems: LinkProblem[], meaning: Exclude<Meaning, { space: "fact" }>): void {
  switch (meaning.space) {
    case "calendar":
      return putFirst(tables.calendars, meaning.value, meaning.space, problems);
    case "channel":
      return putFirst(tables.channels, meaning.value, meaning.space, problems);
    case "team":
      return putFirst(tables.teams, meaning.value, meaning.space, problems);
    case "attribute":
      return putFirst(tables.attributes, meaning.value, meaning.space, problems);
    case "request":
      return putFirst(tables.kinds, meaning.value, meaning.space, problems);
    case "agreement":
      return putFirst(tables.agreements, meaning.value, meaning.space, problems);
    case "exception":
      return putFirst(tables.exceptions, meaning.value, meaning.space, problems);
    case "customer":
      return putFirst(tables.customers, meaning.value, meaning.space, problems);
    case "handover":
      return putFirst(tables.handovers, meaning.value, meaning.space, problems);
    case "proof":
      return putFirst(tables.proofs, meaning.value, meaning.space, problems);
  }
}

function putFirst<V extends Named>(table: Map<string, V>, value: V, space: Space, problems: LinkProblem[]): void {
  const { name, place } = value;
  const first = table.get(name);
  if (first) problems.push({ kind: "duplicate name", place, name, space, first: first.place });
  else table.set(name, value);
}

function peopleOf(teams: Iterable<Team>): ReadonlyMap<string, Person> {
  const people = new Map<string, { name: string; teams: string[]; places: Person["places"][number][] }>();
  for (const team of teams)
    for (const named of team.lead ? [team.lead, ...team.members] : team.members) {
      const person = people.get(named.value) ?? { name: named.value, teams: [], places: [] };
      people.set(named.value, person);
      person.places.push(named.place);
      if (person.teams.at(-1) !== team.name) person.teams.push(team.name);
    }
  return people;
}

function reportTeamsAndPeople(
  teams: ReadonlyMap<string, Team>,
  people: ReadonlyMap<string, Person>,
  problems: LinkProblem[],
): void {
  for (const { name, place } of teams.values()) {
    const person = people.get(name)?.places[0];
    if (person) problems.push({ kind: "team and person", place, name, person });
  }
}

function clausesOf({ agreements }: Tables): Collected["clauses"] {
  const clauses = new Map<string, HandleClause | CommitClause>();
  const add = (clause: HandleClause | CommitClause): void => {
    clauses.set(clause.id, clause);
    for (const inner of clause.cases) add(inner);
  };
  for (const agreement of agreements.values()) {
    for (const clause of agreement.handles) add(clause);
    for (const clause of agreement.commits) add(clause);
  }
  return clauses;
}

function exceptionsOf({ exceptions }: Tables): Collected["exceptionsOf"] {
  const byBase = new Map<string, Exception[]>();
  for (const exception of exceptions.values()) {
    const others = byBase.get(exception.base);
    if (others) others.push(exception);
    else byBase.set(exception.base, [exception]);
  }
  return byBase;
}
