import { doerOf, staffingOf } from "../engine/doer.ts";
import type { Staff, StaffTeam } from "../engine/staff.ts";
import type { Day } from "../time/spec.ts";
import type { Agreed } from "./asked.ts";

/** Days in a row on which one person is on duty in a team: their own turn, or that of somebody who is away. */
export interface Turn {
  readonly team: string;
  readonly person: string;
  readonly first: Day;
  readonly last: Day;
  /** Whose turn it would have been. */
  readonly insteadOf: string | undefined;
}

/** Who is on duty in each team that has a roster, from a day to a day, both included. */
export function turnsBetween({ engine }: Agreed, first: Day, last: Day): readonly Turn[] {
  const { staff } = engine.resources;
  return [...staff.teams.values()].flatMap((team) =>
    team.roster ? turnsIn(team, staff, Math.max(first, team.roster.from), last) : [],
  );
}

function turnsIn(team: StaffTeam, staff: Staff, first: Day, last: Day): readonly Turn[] {
  const doer = doerOf({ kind: "team", team: team.name }, staff);
  const turns: Turn[] = [];
  for (let day = first; day <= last; day += 1) {
    const { person, insteadOf } = staffingOf(doer, day);
    const before = turns.at(-1);
    if (!person) continue;
    const isSame = before?.person === person.name && before.insteadOf === insteadOf?.name && before.last === day - 1;
    const turn = { team: team.name, person: person.name, first: day, last: day, insteadOf: insteadOf?.name };
    if (before && isSame) turns[turns.length - 1] = { ...before, last: day };
    else turns.push(turn);
  }
  return turns;
}
