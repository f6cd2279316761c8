import { doerOf, staffingOf } from "../engine/doer.ts";
import type { Staff, StaffTeam } from "../engine/staff.ts";
import type { Day } from "../time/spec.ts";
import type { Agreed } from "./asked.ts";
import type { Subject } from "./subject.ts";

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

/**
 * Who is on duty from a day on, in the turns that begin until another day; the last one is told to its own end, unless it goes on for
 * longer than is looked at.
 */
export function turnsBeginning(agreed: Agreed, first: Day, last: Day): readonly Turn[] {
  const beyond = last + longestTurn;
  return turnsBetween(agreed, first, beyond).flatMap((turn) => {
    if (turn.first > last) return [];
    return turn.last < beyond ? [turn] : [{ ...turn, last }];
  });
}

// More than a month, which is as long as a turn is.
const longestTurn = 62;

/** Whether a person has a turn in a roster, or a team has one. */
export function isOnRoster({ engine }: Agreed, { kind, name }: Subject): boolean {
  return [...engine.resources.staff.teams.values()].some((team) =>
    kind === "team" ? team.name === name && team.roster : team.roster?.people.some((person) => person.name === name),
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
