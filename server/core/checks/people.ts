/** Who stands behind a `who`, as far as the files say. */
import type { Team, Who } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import type { Company } from "./company.ts";

/** The teams whose hours count for a `who`: none where that depends on the request. */
export function teamsBehind(company: Company, who: Who): readonly Team[] {
  switch (who.kind) {
    case "team":
    case "lead of":
    case "all of":
      return teamsNamed(company, [who.team]);
    case "person":
      return teamsNamed(company, who.of === undefined ? company.teamsOf(who.person) : [who.of]);
    case "lead of asker":
    case "owner of customer":
      return [];
  }
}

/** The calendar of the one team behind a `who`; undefined where there are several teams or none, or it has no hours. */
export function hoursBehind(company: Company, who: Who): string | undefined {
  const teams = teamsBehind(company, who);
  return teams.length === 1 ? teams[0]?.hours?.value : undefined;
}

/** Who it is by name, where that is one person: a person named, or the lead of a team. */
export function personBehind(company: Company, who: Who): string | undefined {
  switch (who.kind) {
    case "person":
      return who.person;
    case "lead of":
      return company.team(who.team)?.lead?.value;
    case "team":
    case "all of":
    case "lead of asker":
    case "owner of customer":
      return undefined;
  }
}

/** The only one of a team; undefined where the `who` is no team, or one of several people. */
export function onlyMember(company: Company, who: Who): string | undefined {
  const team = who.kind === "team" || who.kind === "all of" ? company.team(who.team) : undefined;
  if (!team || team.broken.includes("lead")) return undefined;
  const first = team.lead?.value ?? team.members[0]?.value;
  return team.members.every(({ value }) => value === first) ? first : undefined;
}

/** A `who` as it is written in a file. */
export function whoInWords(who: Who): string {
  switch (who.kind) {
    case "team":
      return who.team;
    case "person":
      return who.of === undefined ? who.person : `${who.person} of ${who.of}`;
    case "lead of":
    case "all of":
      return `${who.kind} ${who.team}`;
    case "lead of asker":
    case "owner of customer":
      return who.kind;
  }
}

/** `a, b and c`. */
export function listed(names: readonly string[]): Localized {
  const last = names.at(-1) ?? "";
  const others = names.slice(0, -1).join(", ");
  return { en: others === "" ? last : `${others} and ${last}`, ja: names.join("・") };
}

function teamsNamed(company: Company, names: readonly string[]): readonly Team[] {
  const teams: Team[] = [];
  for (const name of names) {
    const team = company.team(name);
    if (team) teams.push(team);
  }
  return teams;
}
