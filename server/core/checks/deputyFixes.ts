/** Repairs that let somebody else stand in, or name somebody else. */
import type { Model, Team } from "../model/model.ts";
import { ifRight } from "./attempts.ts";
import type { Attempt, Fix } from "./define.ts";
import { addLineFix, replaceFix, writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { bodyOf } from "./places.ts";

/** Lets each of a person's colleagues stand in who does not do so yet. */
export function standInAttempts(model: Model, person: string): readonly Attempt[] {
  return teamsOf(model, person)
    .flatMap((team) => standInFixes(team, person))
    .slice(0, mostColleagues)
    .map(ifRight);
}

/** More than that are not looked through. */
const mostColleagues = 6;

function standInFixes(team: Team, person: string): readonly Fix[] {
  const body = bodyOf(team.place);
  const deputies = team.deputies.filter(({ value }) => value.of === person).map(({ value }) => value.person);
  return peopleOf(team)
    .filter((each) => each !== person && !deputies.includes(each))
    .flatMap((deputy) => {
      const line = `deputy ${writtenName(deputy)} for ${writtenName(person)}`;
      const title = phrase("Let '{deputy}' stand in for '{person}'", "「{deputy}」を「{person}」の代理にする", {
        deputy,
        person,
      });
      return body ? [addLineFix(title, body, line)] : [];
    });
}

/** Those for whom a person stands in. */
export function whomReplaces({ teams }: Model, deputy: string): readonly string[] {
  const lines = [...teams.values()].flatMap(({ deputies }) => deputies);
  return [...new Set(lines.filter(({ value }) => value.person === deputy).map(({ value }) => value.of))];
}

/** Lets each other colleague stand in for whomever a person stands in for. */
export function otherDeputyAttempts(model: Model, deputy: string): readonly Attempt[] {
  return [...model.teams.values()]
    .flatMap((team) =>
      team.deputies
        .filter(({ value }) => value.person === deputy)
        .flatMap(({ value: { of: person }, place }) =>
          peopleOf(team)
            .filter((each) => each !== deputy && each !== person)
            .map((other): Fix => {
              const title = phrase(
                "Let '{other}' stand in for '{person}' instead of '{deputy}'",
                "「{person}」の代理を「{deputy}」から「{other}」に替える",
                { other, person, deputy },
              );
              return replaceFix(title, place, `deputy ${writtenName(other)} for ${writtenName(person)}`);
            }),
        ),
    )
    .slice(0, mostColleagues)
    .map(ifRight);
}

/** The teams in which a person is. */
function teamsOf({ people, teams }: Model, person: string): readonly Team[] {
  return (people.get(person)?.teams ?? []).flatMap((name) => teams.get(name) ?? []);
}

/** Those who are in a team with a person, as many as are looked through. */
export function colleaguesOf(model: Model, person: string): readonly string[] {
  const others = teamsOf(model, person).flatMap((team) => peopleOf(team).filter((each) => each !== person));
  return [...new Set(others)].slice(0, mostColleagues);
}

/** The members of a team, then its lead. */
export function peopleOf({ lead, members }: Team): readonly string[] {
  return [...new Set([...members.map(({ value }) => value), ...(lead ? [lead.value] : [])])];
}
