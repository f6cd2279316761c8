import type { Agreement, Model, RequestKind } from "../model/model.ts";
import { calendarLines, zoneOfAgreement, zoneOfCalendars, zonesOfParties } from "../model/zones.ts";
import type { Holidays } from "../time/spec.ts";
import { utc, type Zone, zoneOf } from "../time/zone.ts";
import { type Choice, choiceOf, type Need, needsOf } from "./choice.ts";
import { type ClauseContext, commitPlan, handlePlan } from "./clause.ts";
import type { ConditionScope, Test } from "./condition.ts";
import { forceOf } from "./force.ts";
import { gateSharing } from "./gate.ts";
import type { AgreementPlan, CommitPlan, HandlePlan, KindPlan } from "./plan.ts";
import { type Resources, resourcesOf } from "./resources.ts";
import { ownName, sharing } from "./sharing.ts";

/** A model made ready to decide many requests: clauses by request kind, conditions as functions, calendars built once. */
export interface Engine {
  readonly kinds: ReadonlyMap<string, KindPlan>;
  /** What a kind that nothing mentions gets. */
  readonly unmentioned: KindPlan;
  readonly resources: Resources;
}

/** Compiles a model; the engine sees no later change of it. */
export function compile(model: Model, holidays: Holidays): Engine {
  const resources = resourcesOf(model, holidays);
  const numbers = new Map<string, number>();
  const handles: HandlePlan[] = [];
  const commits: CommitPlan[] = [];
  const [testsIn, gatesOf] = [conditionScopes(resources), gateSharing()];
  for (const agreement of model.agreements.values()) {
    const plan = agreementPlan(model, agreement, resources);
    const context: ClauseContext = {
      agreement: plan,
      tests: testsIn(plan.zone),
      exceptionsOf: (id) => model.exceptionsOf.get(id) ?? [],
      kindNumber: (kind) => numberOf(numbers, kind),
      linesOf: (rules) => calendarLines(model, rules),
      gatesOf,
      resources,
    };
    for (const clause of agreement.handles) handles.push(handlePlan(clause, context));
    for (const clause of agreement.commits) commits.push(commitPlan(clause, context));
  }
  return { ...kindsOf(model, numbers, handles, commits), resources };
}

function agreementPlan(model: Model, agreement: Agreement, { staff }: Resources): AgreementPlan {
  // Where the parties' zones differ and none is stated, which is an error, dates are still read somewhere.
  const zone = zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0] ?? "UTC";
  return {
    name: agreement.name,
    zone: zoneOf(zone) ?? utc,
    parties: agreement.parties.flatMap((party) => staff.teams.get(party) ?? []),
    force: forceOf(agreement.effective?.value),
  };
}

/** Conditions are read in a zone; those of one zone share their tests. */
function conditionScopes({ calendars }: Resources): (zone: Zone) => ConditionScope {
  const scopes = sharing<ConditionScope>();
  return (zone) => scopes(zone.id, () => ({ zone, calendar: calendars.named, shared: sharing<Test>() }));
}

// clauses by request kind ---------------------------------------------------------------------------------------------

function numberOf(numbers: Map<string, number>, kind: string): number {
  const number = numbers.get(kind) ?? numbers.size + 1;
  numbers.set(kind, number);
  return number;
}

function kindsOf(
  model: Model,
  numbers: Map<string, number>,
  handles: readonly HandlePlan[],
  commits: readonly CommitPlan[],
): Pick<Engine, "kinds" | "unmentioned"> {
  const handlesOf = byKind(handles);
  const commitsOf = byKind(commits);
  const fallback = (handles[0] ?? commits[0])?.agreement.zone ?? zoneOf(zoneOfCalendars(model) ?? "") ?? utc;
  const kinds = new Map<string, KindPlan>();
  for (const name of [...model.kinds.keys(), ...handlesOf.keys(), ...commitsOf.keys()]) {
    if (kinds.has(name)) continue;
    const choices = choicesOf(handlesOf.get(name) ?? [], commitsOf.get(name) ?? [], fallback);
    kinds.set(ownName(name), kindPlan(name, numberOf(numbers, name), model.kinds.get(name), choices));
  }
  return { kinds, unmentioned: kindPlan("", 0, undefined, choicesOf([], [], fallback)) };
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

interface Choices {
  readonly handles: Choice<HandlePlan>;
  readonly commits: Choice<CommitPlan>;
  readonly zone: Zone;
}

function choicesOf(handles: readonly HandlePlan[], commits: readonly CommitPlan[], fallback: Zone): Choices {
  return {
    handles: choiceOf(handles, (plan) => [...needsOf(plan.when), askedBy(plan.agreement.parties)]),
    commits: choiceOf(commits, (plan) => [...needsOf(plan.when), askedBy(plan.party ? [plan.party] : [])]),
    zone: (handles[0] ?? commits[0])?.agreement.zone ?? fallback,
  };
}

function askedBy(teams: AgreementPlan["parties"]): Need {
  return { about: { kind: "asking team", name: "" }, names: new Set(teams.map((team) => team.name)) };
}

function kindPlan(
  name: string,
  number: number,
  declaration: RequestKind | undefined,
  { handles, commits, zone }: Choices,
): KindPlan {
  return {
    number,
    declared: new Set(declaration?.fields.map((field) => field.name)),
    zone,
    onlyHandle: handles.all.length === 1 ? handles.all[0] : undefined,
    onlyCommit: commits.all.length === 1 ? commits.all[0] : undefined,
    hasHandles: handles.all.length > 0,
    hasCommits: commits.all.length > 0,
    hasCommitExceptions: commits.all.some((plan) => plan.hasExceptions),
    handles,
    commits,
    name,
    declaration,
  };
}
