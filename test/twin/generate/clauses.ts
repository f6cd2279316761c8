/* What random clauses of both sorts have in common. */
import type { Chance } from "../chance.ts";
import type { Setting } from "../place.ts";
import { conditionText, type Vocabulary } from "./conditions.ts";
import { type KindText, names } from "./models.ts";

/** A clause or a case: its id, sort and kinds, and the names of the steps that it has or lies over. */
export interface ClauseText {
  readonly id: string;
  readonly sort: "handle" | "commit";
  readonly kinds: readonly KindText[];
  readonly steps: readonly string[];
}

/** A condition, so many times in ten. */
export function whenText(chance: Chance, words: Vocabulary, inTen: number): string {
  return chance.below(10) < inTen ? ` when ${conditionText(chance, words)}` : "";
}

/** ": incident, order". */
export function isOf(kinds: readonly KindText[]): string {
  return `: ${kinds.map(({ name }) => name).join(", ")}`;
}

/** Mostly all of some kinds, now and then fewer. */
export function someOf(chance: Chance, kinds: readonly KindText[]): readonly KindText[] {
  return chance.oneIn(4) ? chance.subset(kinds) : kinds;
}

/** The words for conditions of a clause: fields that all of its kinds have. */
export function vocabulary(setting: Setting, kinds: readonly KindText[], promising: boolean): Vocabulary {
  const [first, ...others] = kinds;
  const fields = first?.fields.filter((field) => others.every((other) => other.fields.includes(field))) ?? [];
  return {
    setting,
    fields,
    calendars: names.calendars,
    customers: names.customers,
    teams: names.teams.slice(0, 3),
    channels: promising ? names.channels : [],
  };
}

/** The name at the end of an id. */
export function lastOf(id: string): string {
  return id.split(".").at(-1) ?? id;
}
