import { writtenDay } from "../../core/engine/force.ts";
import { targetInWords } from "../../core/features/words.ts";
import type { Responsibility } from "../../core/questions/responsibilities.ts";
import type { Turn } from "../../core/questions/turns.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { shownPlace } from "../places.ts";
import { day, orNull } from "./jsonParts.ts";
import type { WhoFound } from "./whoReport.ts";

/** What somebody has to do with, as JSON by `schemas/who.schema.json`. */
export function jsonWho(
  snapshot: Snapshot,
  { subject, on, responsibilities, turns, turnsUntil }: WhoFound,
  troubles: readonly object[],
): string {
  const { kind, name, teams, leads } = subject;
  const written = {
    schema: "torikime/who",
    version: 1,
    kind,
    name,
    teams: kind === "team" ? [] : teams,
    leads: kind === "team" ? [] : leads,
    on: day(on),
    turns: turns.map(shownTurn),
    turnsUntil: day(turnsUntil),
    responsibilities: responsibilities.map((each) => shownResponsibility(snapshot, each)),
    troubles,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function shownTurn({ team, person, first, last, insteadOf }: Turn): object {
  return { team, person, first: day(first), last: day(last), insteadOf: orNull(insteadOf) };
}

function shownResponsibility(
  snapshot: Snapshot,
  { role, about, as, other, what, target, date, force, place }: Responsibility,
): object {
  return {
    role,
    about,
    as: as.kind,
    team: "team" in as ? as.team : null,
    other: orNull(other),
    what,
    target: target ? targetInWords(target, "en") : null,
    date: orNull(date),
    first: day(writtenDay(force.first)),
    last: day(writtenDay(force.last)),
    place: orNull(shownPlace(snapshot, place)),
  };
}
