import type { Model, Place } from "../model/model.ts";
import type { Day } from "../time/spec.ts";

/** Days on which a person is away, both ends included, and the line that says so. */
export interface Absence {
  readonly first: Day;
  readonly last: Day;
  readonly place: Place;
}

/** The absences of each person, by the `away` lines of all teams; one without an end never ends. */
export function absencesOf(model: Model): ReadonlyMap<string, readonly Absence[]> {
  const byPerson = new Map<string, Absence[]>();
  for (const team of model.teams.values())
    for (const { value, place } of team.away) {
      const absence = { first: value.days.first, last: value.days.last ?? Number.POSITIVE_INFINITY, place };
      const known = byPerson.get(value.person);
      if (known) known.push(absence);
      else byPerson.set(value.person, [absence]);
    }
  return byPerson;
}

/** Whether one of some absences covers a day. */
export function isAway(absences: readonly Absence[] | undefined, day: Day): boolean {
  return absences?.some((each) => each.first <= day && day <= each.last) ?? false;
}
