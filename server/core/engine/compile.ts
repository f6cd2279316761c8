import type { Agreement, Customer, Model, RequestKind } from "../model/model.ts";
import { calendarLines, calendarSpecOf, zoneOfAgreement, zonesOfParties } from "../model/zones.ts";
import type { Holidays } from "../time/spec.ts";
import { utc, type Zone, zoneOf } from "../time/zone.ts";
import { calendarsOf } from "./calendars.ts";
import { choiceOf, type Need, needsOf } from "./choice.ts";
import { type ClauseContext, commitPlan, forceOf, handlePlan } from "./clause.ts";
import type { AgreementPlan, CommitPlan, HandlePlan, KindPlan } from "./plan.ts";
import { staffOf } from "./staff.ts";
import type { Resources } from "./terms.ts";

/** A model made ready to decide many requests: clauses by request kind, conditions as functions, calendars built once. */
export interface Engine {
  /** What it was compiled from, for words about its decisions. */
  readonly model: Model;
  readonly kinds: ReadonlyMap<string, KindPlan>;
  /** What a kind that nothing mentions gets. */
  readonly unmentioned: KindPlan;
  readonly customers: ReadonlyMap<string, Customer>;
  /** By team or person: the teams in whose name they ask. */
  readonly askers: ReadonlyMap<string, readonly string[]>;
  readonly resources: Resources;
}

/** Compiles a model; the engine sees no later change of it. */
export function compile(model: Model, holidays: Holidays): Engine {
  const calendars = calendarsOf((name) => calendarSpecOf(model, name), holidays);
  const resources: Resources = { calendars, staff: staffOf(model.teams.values(), calendars.named) };
  const handles: HandlePlan[] = [];
  const commits: CommitPlan[] = [];
  for (const agreement of model.agreements.values()) {
    const context: ClauseContext = {
      agreement: agreementPlan(model, agreement),
      exceptionsOf: (id) => model.exceptionsOf.get(id) ?? [],
      linesOf: (rules) => calendarLines(model, rules),
      resources,
    };
    handles.push(...agreement.handles.map((clause) => handlePlan(clause, context)));
    commits.push(...agreement.commits.map((clause) => commitPlan(clause, context)));
  }
  return { model, ...kindsOf(model, handles, commits), customers: model.customers, askers: askersOf(model), resources };
}

function agreementPlan(model: Model, agreement: Agreement): AgreementPlan {
  // Where the parties' zones differ and none is stated, which is an error, dates are still read somewhere.
  const zone = zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0] ?? "UTC";
  return {
    name: agreement.name,
    zone: zoneOf(zone) ?? utc,
    parties: new Set(agreement.parties),
    force: forceOf(agreement.effective?.value),
  };
}

function askersOf(model: Model): ReadonlyMap<string, readonly string[]> {
  const askers = new Map<string, readonly string[]>();
  for (const { name, teams } of model.people.values()) askers.set(name, teams);
  for (const name of model.teams.keys()) askers.set(name, [name]);
  return askers;
}

// clauses by request kind ---------------------------------------------------------------------------------------------

function kindsOf(
  model: Model,
  handles: readonly HandlePlan[],
  commits: readonly CommitPlan[],
): Pick<Engine, "kinds" | "unmentioned"> {
  const handlesOf = byKind(handles);
  const commitsOf = byKind(commits);
  const fallback = (handles[0] ?? commits[0])?.agreement.zone ?? utc;
  const plan = (name: string) =>
    kindPlan(name, model.kinds.get(name), handlesOf.get(name) ?? [], commitsOf.get(name) ?? [], fallback);
  const names = new Set([...model.kinds.keys(), ...handlesOf.keys(), ...commitsOf.keys()]);
  return {
    kinds: new Map([...names].map((name) => [name, plan(name)])),
    unmentioned: kindPlan("", undefined, [], [], fallback),
  };
}

function byKind<Plan extends { readonly kinds: readonly string[] }>(plans: readonly Plan[]): Map<string, Plan[]> {
  const found = new Map<string, Plan[]>();
  for (const plan of plans)
    for (const kind of new Set(plan.kinds)) {
      const known = found.get(kind);
      if (known) known.push(plan);
      else found.set(kind, [plan]);
    }
  return found;
}

function kindPlan(
  name: string,
  declaration: RequestKind | undefined,
  handles: readonly HandlePlan[],
  commits: readonly CommitPlan[],
  fallback: Zone,
): KindPlan {
  return {
    name,
    declaration,
    declared: new Set(declaration?.fields.map((field) => field.name)),
    handles: choiceOf(handles, (plan) => [...needsOf(plan.when), askedBy(plan.agreement.parties)]),
    commits: choiceOf(commits, (plan) => [...needsOf(plan.when), askedBy(new Set([plan.party]))]),
    zone: (handles[0] ?? commits[0])?.agreement.zone ?? fallback,
  };
}

function askedBy(names: ReadonlySet<string>): Need {
  return { about: { kind: "asking team", name: "" }, names };
}
