/** Which clauses depend on which people and calendars of the company. */

import { plainText } from "../model/meaning.ts";
import type { CommitClause, HandleClause, HandleLines, Model, Who } from "../model/model.ts";
import { teamsMeant } from "../prover/written/scopes.ts";
import type { Target } from "../time/spec.ts";
import type { SharedUnit } from "./edited.ts";
import type { Pair } from "./revision.ts";

/** What somebody is named for. */
export type Part = "handles" | "is asked" | "is told";

/** A clause that both revisions have, for one kind of request, and what it names. */
export interface User {
  readonly unit: SharedUnit;
  readonly kind: string;
  readonly whos: readonly { readonly who: Who; readonly part: Part }[];
  /** By name, those of the teams that are named among them. */
  readonly calendars: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  /** How many days after a request may still decide when it is answered: a generous bound of its targets in days. */
  readonly daysAhead: number;
}

/** The clauses that both revisions have, under one name or with one's kinds of request under another, kind by kind. */
export function usersIn({ before, after }: Pair): readonly User[] {
  const gone = [...before.model.agreements.values()]
    .flatMap(({ handles, commits }) => [...handles, ...commits])
    .filter(({ id }) => !after.model.clauses.has(id));
  const renamedFrom = ({ kind, kinds }: HandleClause | CommitClause) =>
    gone.find((each) => each.kind === kind && plainText(each.kinds) === plainText(kinds));
  return [...after.model.agreements.values()].flatMap((agreement) =>
    [...agreement.handles, ...agreement.commits].flatMap((clause) => {
      const old = before.model.clauses.get(clause.id) ?? renamedFrom(clause);
      const around = old && before.model.agreements.get(old.agreement);
      if (!old || !around || old.kind !== clause.kind) return [];
      const unit = { before: { agreement: around, clause: old }, after: { agreement, clause } };
      const named = namedIn(unit, before.model, after.model);
      return clause.kinds.filter((kind) => old.kinds.includes(kind)).map((kind) => ({ unit, kind, ...named }));
    }),
  );
}

function namedIn({ before, after }: SharedUnit, old: Model, now: Model): Omit<User, "unit" | "kind"> {
  const whos = [...whosIn(before.clause, old), ...whosIn(after.clause, now)];
  const teams = new Set(
    whos.flatMap(({ who }) => [
      ...teamsOf(who, after.agreement.parties, old),
      ...teamsOf(who, after.agreement.parties, now),
    ]),
  );
  const calendars = new Set([
    ...[...teams].flatMap((team) => [old, now].flatMap((model) => model.teams.get(team)?.hours?.value ?? [])),
    ...calendarsNamed(before.clause, old),
    ...calendarsNamed(after.clause, now),
  ]);
  const distinct = new Map(whos.map((each) => [plainText([each.who, each.part]), each]));
  const days = Math.max(daysIn(before.clause, old), daysIn(after.clause, now));
  return { whos: [...distinct.values()], teams, calendars, daysAhead: Math.min(mostDaysAhead, days) };
}

/** Whom a customer's owner or an asker's lead is of depends on the request. */
function teamsOf(who: Who, parties: readonly string[], model: Model): readonly string[] {
  if (who.kind === "lead of asker") return parties;
  return who.kind === "owner of customer" ? [...model.teams.keys()] : teamsMeant(model, who);
}

function whosIn(clause: HandleClause | CommitClause, model: Model): User["whos"] {
  const exceptions = model.exceptionsOf.get(clause.id) ?? [];
  const lines = [...(clause.kind === "handle" ? [clause.lines] : []), ...exceptions.map((each) => each.lines)];
  const verdicts = [...(clause.kind === "commit" ? [clause] : []), ...exceptions].flatMap((each) => each.verdicts);
  return [
    ...lines.flatMap(whosNamed),
    ...verdicts.flatMap(({ who }) => (who ? [{ who, part: "is asked" as const }] : [])),
    ...clause.cases.flatMap((each) => whosIn(each, model)),
  ];
}

function whosNamed({ by, steps, escalate }: HandleLines): User["whos"] {
  return [
    ...(by ? [{ who: by.value, part: "handles" as const }] : []),
    ...(steps?.value ?? []).map(({ who }) => ({ who, part: "handles" as const })),
    ...(escalate?.value ?? []).map(({ value }) => ({ who: value.to, part: "is told" as const })),
  ];
}

function calendarsNamed(clause: HandleClause | CommitClause, model: Model): readonly string[] {
  const exceptions = model.exceptionsOf.get(clause.id) ?? [];
  const lines = [...(clause.kind === "handle" ? [clause.lines] : []), ...exceptions.map((each) => each.lines)];
  const rules = exceptions.flatMap(({ open }) => open);
  return [
    ...lines.flatMap(({ hours, via }) => [
      ...(hours ? [hours.value] : []),
      ...(via?.value ?? []).flatMap(({ value }) => value.during ?? []),
    ]),
    ...rules.flatMap(({ days }) => (days.kind === "during" ? days.calendars : [])),
    ...clause.cases.flatMap((each) => calendarsNamed(each, model)),
  ];
}

/** How many days targets may take at most, and all steps one after another. */
function daysIn(clause: HandleClause | CommitClause, model: Model): number {
  const exceptions = model.exceptionsOf.get(clause.id) ?? [];
  const lines = [...(clause.kind === "handle" ? [clause.lines] : []), ...exceptions.map((each) => each.lines)];
  const verdicts = [...(clause.kind === "commit" ? [clause] : []), ...exceptions].flatMap((each) => each.verdicts);
  return Math.max(
    week,
    ...lines.map(daysNamed),
    ...verdicts.map(({ within }) => daysOf(within)),
    ...clause.cases.map((each) => daysIn(each, model)),
  );
}

function daysNamed({ respond, resolve, steps, escalate }: HandleLines): number {
  const rungs = (escalate?.value ?? []).map(({ value }) => daysOf(value.after));
  const timings = (steps?.value ?? []).map(({ timing }) => (timing.kind === "within" ? daysOf(timing.target) : week));
  return Math.max(
    daysOf(respond?.value),
    daysOf(resolve?.value),
    ...rungs,
    timings.reduce((sum, each) => sum + each, 0),
  );
}

/** On two days of three most calendars are open, but for holidays; hours and minutes of a target seldom fill more than a week. */
function daysOf(target: Target | undefined): number {
  if (!target) return 0;
  const { amount, unit } = target;
  if (unit === "business days") return 2 * amount + week;
  return unit === "calendar days" ? amount : week;
}

const week = 7;
const mostDaysAhead = 120;
