/** Who stands behind a `who`, as far as the files say. */
import type { Model, Team, Who } from "../model/model.ts";
import type { Localized } from "./message.ts";

/** The teams whose hours count for a `who`: none where that depends on the request. */
export function teamsBehind(model: Model, who: Who): readonly Team[] {
  switch (who.kind) {
    case "team":
    case "lead of":
    case "all of":
      return teamsNamed(model, [who.team]);
    case "person":
      return teamsNamed(model, who.of === undefined ? (model.people.get(who.person)?.teams ?? []) : [who.of]);
    case "lead of asker":
    case "owner of customer":
      return [];
  }
}

/** Who it is by name, where that is one person: a person named, or the lead of a team. */
export function personBehind(model: Model, who: Who): string | undefined {
  switch (who.kind) {
    case "person":
      return who.person;
    case "lead of":
      return model.teams.get(who.team)?.lead?.value;
    case "team":
    case "all of":
    case "lead of asker":
    case "owner of customer":
      return undefined;
  }
}

/** The lead and the members of a team, each once. */
export function peopleOf(team: Team): readonly string[] {
  return [...new Set([...(team.lead ? [team.lead.value] : []), ...team.members.map(({ value }) => value)])];
}

/** Those who stand in for a person, by the deputy lines of any team; oneself is no deputy. */
export function deputiesOf(model: Model, person: string): readonly string[] {
  const deputies: string[] = [];
  for (const team of model.teams.values())
    for (const { value } of team.deputies)
      if (value.of === person && value.person !== person) deputies.push(value.person);
  return deputies;
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

/** Names in a row. */
export function listed(names: readonly string[]): Localized {
  return { en: names.join(", "), ja: names.join("・") };
}

function teamsNamed(model: Model, names: readonly string[]): readonly Team[] {
  return names.flatMap((name) => model.teams.get(name) ?? []);
}
