/* Teams and people as the twin resolves them: who belongs where, who is away, whose turn it is (language.md M1, M4). */
import type { TeamDeclaration, TeamProperty } from "../../server/core/syntax/tree.ts";
import type { Book } from "./book.ts";
import type { Hours, HoursOf } from "./calendar.ts";
import { monthDayOf, weekdayOf } from "./dates.ts";
import { dayOfLiteral, inDates } from "./days.ts";
import { type Clock, dayAt, type World } from "./world.ts";

/** A book in some weeks. */
export interface Company {
  readonly book: Book;
  readonly world: World;
  readonly hours: HoursOf;
}

/** The lines of a kind of a team. */
export function teamLines<K extends TeamProperty["kind"]>(
  team: TeamDeclaration | undefined,
  kind: K,
): readonly Extract<TeamProperty, { kind: K }>[] {
  const is = (line: TeamProperty): line is Extract<TeamProperty, { kind: K }> => line.kind === kind;
  return team?.properties.filter(is) ?? [];
}

/** The name of a team's lead. */
export function leadOf({ book }: Company, team: string): string | undefined {
  return teamLines(book.teams.get(team), "lead")[0]?.person?.text;
}

/** The lead and the members, each once. */
export function peopleOf(company: Company, team: string): readonly string[] {
  const lead = leadOf(company, team);
  const members = teamLines(company.book.teams.get(team), "members").flatMap(({ people }) => people);
  return [...new Set([...(lead === undefined ? [] : [lead]), ...members.map(({ text }) => text)])];
}

/** The teams that somebody leads or is a member of, by name; those with hours come first, as only on these times can be counted. */
export function teamsOf(company: Company, person: string): readonly string[] {
  const all = [...company.book.teams.keys()].filter((team) => peopleOf(company, team).includes(person)).sort();
  const hasHours = (team: string) => teamHours(company, team) !== undefined;
  return [...all.filter(hasHours), ...all.filter((team) => !hasHours(team))];
}

/** The teams that a name stands for: a team itself, or those of a person. */
export function teamsNamed(company: Company, name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  return company.book.teams.has(name) ? [name] : teamsOf(company, name);
}

/** A team's calendar. */
export function teamHours(company: Company, team: string | undefined): Hours | undefined {
  const line = team === undefined ? undefined : teamLines(company.book.teams.get(team), "hours")[0];
  return line?.calendar && company.hours(line.calendar.text);
}

/** The name of a team's calendar. */
export function calendarOfTeam({ book }: Company, team: string | undefined): string | undefined {
  return team === undefined ? undefined : teamLines(book.teams.get(team), "hours")[0]?.calendar?.text;
}

/** The date at a minute on the clock of a team, by which turns change and absences are read; a team without hours has another's clock. */
export function teamDay(company: Company, team: string | undefined, minute: number, other: Clock): number {
  return dayAt(teamHours(company, team)?.clock ?? other, minute);
}

/** Whether somebody is away on a date. */
export function isAway({ book }: Company, person: string, day: number): boolean {
  return [...book.teams.values()]
    .flatMap((team) => teamLines(team, "away"))
    .some((line) => line.person?.text === person && line.dates !== undefined && inDates(line.dates, day));
}

/** Who stands in for somebody, and is there. */
export function deputyOf(company: Company, person: string, day: number): string | undefined {
  const deputies = [...company.book.teams.values()]
    .flatMap((team) => teamLines(team, "deputy"))
    .flatMap((line) => (line.of?.text === person && line.person ? [line.person.text] : []));
  return deputies.sort().find((deputy) => deputy !== person && !isAway(company, deputy, day));
}

/** A roster's people, the one whose turn it is first; undefined without a roster, or before it. */
export function turnsOf(company: Company, team: string, day: number): readonly string[] | undefined {
  const duty = teamLines(company.book.teams.get(team), "duty")[0];
  if (!duty?.from || duty.people.length === 0) return undefined;
  const from = dayOfLiteral(duty.from);
  if (day < from) return undefined;
  let turn = 0;
  for (let each = from + 1; each <= day; each++) if (turnBegins(duty.turn, from, each)) turn++;
  const people = duty.people.map(({ text }) => text);
  return people.map((_, index) => people[(turn + index) % people.length] ?? "");
}

/** A month without the first day's number changes turns on its last day. */
function turnBegins(turn: "daily" | "weekly" | "monthly" | undefined, from: number, day: number): boolean {
  switch (turn) {
    case "daily":
    case undefined:
      return true;
    case "weekly":
      return weekdayOf(day) === weekdayOf(from);
    case "monthly": {
      const [wanted, number] = [monthDayOf(from) % 100, monthDayOf(day) % 100];
      const isLast = monthDayOf(day + 1) % 100 === 1;
      return number === wanted || (isLast && number < wanted);
    }
  }
}
