import { localDay } from "../time/zone.ts";
import { answerOf } from "./answer.ts";
import { asidesOf } from "./aside.ts";
import { candidates } from "./choice.ts";
import { commitmentOf } from "./commit.ts";
import type { Engine } from "./compile.ts";
import { no, type Truth, yes } from "./condition.ts";
import { conflicting } from "./conflict.ts";
import type { Commitment, Decision, Request } from "./decision.ts";
import { inForce } from "./force.ts";
import { termsFor } from "./layer.ts";
import { missingField } from "./missing.ts";
import { newTrial, overValues, sameAnswer, type Trial } from "./needs.ts";
import type { HandlePlan, KindPlan, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { dayIn, type Situation } from "./situation.ts";
import type { StaffTeam } from "./staff.ts";
import { areKnown } from "./steps.ts";
import { undecided } from "./undecided.ts";

/** Decides a request: pure and total (language.md M8). A field that decides and is missing gives the outcome `needs`. */
export function decide(engine: Engine, request: Request): Decision {
  const kind = engine.kinds.get(request.kind) ?? engine.unmentioned;
  const situation = situationOf(engine, kind, request);
  return (
    decided(engine, kind, situation) ?? decidedByValue(engine, kind, situation, newTrial(engine.resources.calendars))
  );
}

/** What may be promised on a request's kind; undefined where only handle clauses mention it, or a missing field decides. */
export function decideCommitment(engine: Engine, request: Request): Commitment | undefined {
  const kind = engine.kinds.get(request.kind) ?? engine.unmentioned;
  const found = committed(engine, kind, request, newTrial(engine.resources.calendars));
  return found === "unknown" ? undefined : found;
}

/** The commitments of a kind, as beside the decision on another. */
export interface RelatedCommitment {
  readonly kind: string;
  readonly commitment: Commitment;
}

/**
 * What the same asker may promise, at that time and to that customer, on each kind that only commit clauses are about, in
 * the order of the files; kinds whose verdict needs a field that the request lacks are left out.
 */
export function relatedCommitments(engine: Engine, request: Request): readonly RelatedCommitment[] {
  const related: RelatedCommitment[] = [];
  for (const { name, hasHandles, hasCommits } of engine.kinds.values()) {
    if (name === request.kind || hasHandles || !hasCommits) continue;
    const commitment = decideCommitment(engine, { ...request, kind: name });
    if (commitment) related.push({ kind: name, commitment });
  }
  return related;
}

/** One request with what its conditions ask about. */
export function situationOf(engine: Engine, kind: KindPlan, request: Request): Situation {
  const { at, customer, asker } = request;
  const { customers, askers } = engine.resources.staff;
  const { zone } = kind;
  // Nearly all clauses of a kind are of one zone. The moment is read before the names are looked up, for either may be far away in memory.
  const day = localDay(zone, at);
  return {
    request,
    kind: kind.number,
    declared: kind.declared,
    customer: customer === undefined ? undefined : customers.get(customer),
    askers: asker === undefined ? undefined : (askers.get(asker) ?? noTeam),
    zone,
    day,
  };
}

const noTeam: readonly StaffTeam[] = [];

/** Whether a clause applies: its agreement in force, the asker one of the parties or not given, and its condition. */
export function applies(plan: HandlePlan, situation: Situation): Truth {
  const { agreement, test } = plan;
  if (!inForce(agreement.force, dayIn(situation, agreement.zone))) return no;
  if (!isParty(plan, situation)) return no;
  return test ? test(situation) : yes;
}

/** Whether the asker, or a team of the asker's, is a party of the clause's agreement. */
export function isParty({ agreement }: HandlePlan, { askers }: Situation): boolean {
  if (askers === undefined) return true;
  for (const team of askers) if (agreement.parties.includes(team)) return true;
  return false;
}

/** The decision, or undefined where a missing field may decide. */
function decided(engine: Engine, kind: KindPlan, situation: Situation): Decision | undefined {
  const { resources } = engine;
  const commitment = commitmentOf(kind, situation, resources);
  if (commitment === "unknown") return undefined;
  const { onlyHandle } = kind;
  if (onlyHandle === undefined) return decidedByOneOf(engine, kind, situation, commitment);
  const terms = termsIfApplies(onlyHandle, situation, resources);
  if (terms === undefined) return undefined;
  if (terms === "does not apply") return nobody(kind, situation, commitment);
  if (terms.rivals.length > 0)
    return conflicting(engine.resources, kind, [terms, ...terms.rivals], situation, commitment);
  return answerOf(terms, situation, commitment, asidesOf(kind, onlyHandle, situation), resources);
}

/** What a clause says to a request; undefined where a missing field decides that. */
function termsIfApplies(
  plan: HandlePlan,
  situation: Situation,
  resources: Resources,
): Terms | "does not apply" | undefined {
  const truth = applies(plan, situation);
  if (truth === no) return "does not apply";
  if (truth !== yes) return undefined;
  const terms = termsFor(plan, situation, resources);
  return terms?.asks === undefined || areKnown(terms.asks, situation) ? terms : undefined;
}

function decidedByOneOf(
  engine: Engine,
  kind: KindPlan,
  situation: Situation,
  commitment: Commitment | undefined,
): Decision | undefined {
  const { resources } = engine;
  let found: Terms | undefined;
  let others: Terms[] | undefined;
  for (const plan of candidates(kind.handles, situation)) {
    const terms = termsIfApplies(plan, situation, resources);
    if (terms === undefined) return undefined;
    if (terms === "does not apply") continue;
    if (found !== undefined) others = [...(others ?? []), terms, ...terms.rivals];
    else {
      found = terms;
      if (terms.rivals.length > 0) others = [...terms.rivals];
    }
  }
  if (found === undefined) return nobody(kind, situation, commitment);
  if (others !== undefined) return conflicting(engine.resources, kind, [found, ...others], situation, commitment);
  return answerOf(found, situation, commitment, asidesOf(kind, found.plan, situation), resources);
}

function nobody(kind: KindPlan, situation: Situation, commitment: Commitment | undefined): Decision {
  const isQuestion = !kind.hasHandles && kind.hasCommits;
  const aside = asidesOf(kind, undefined, situation);
  return undecided(situation, isQuestion ? "question" : "unhandled", kind.zone.id, commitment, aside);
}

// missing fields ------------------------------------------------------------------------------------------------------

/** The decision for each value of a missing field, or the decision itself where the value makes no difference. */
function decidedByValue(engine: Engine, kind: KindPlan, situation: Situation, trial: Trial): Decision {
  const { request } = situation;
  const missing = missingField(engine, kind, situation) ?? "";
  const within = (given: Request): Decision => {
    const inner = situationOf(engine, kind, given);
    return decided(engine, kind, inner) ?? decidedByValue(engine, kind, inner, trial);
  };
  const answers = overValues(kind, request, missing, trial, within);
  const [first] = answers;
  if (first && answers.every(({ answer }) => sameAnswer(answer, first.answer)))
    return about(first.answer, engine, kind, situation);
  const needs = {
    field: missing,
    answers: answers.map(({ value, range, answer }) => ({ value, range, decision: answer })),
  };
  return { ...undecided(situation, "needs", first?.answer.zone ?? kind.zone.id, undefined, []), needs };
}

function planOf({ handles }: KindPlan, clause: string | undefined): HandlePlan | undefined {
  return handles.all.find(({ id }) => id === clause);
}

/** A decision as the answer to a request that lacks the field it was worked out with. */
function about(decision: Decision, engine: Engine, kind: KindPlan, situation: Situation): Decision {
  const { request } = situation;
  if (!decision.needs) return { ...decision, request, aside: asidesOf(kind, planOf(kind, decision.clause), situation) };
  const { field, answers } = decision.needs;
  const given = answers.map(({ value, range, decision: inner }) => {
    const asked = { ...request, fields: { ...request.fields, [field]: value } };
    return { value, range, decision: about(inner, engine, kind, situationOf(engine, kind, asked)) };
  });
  return { ...decision, request, needs: { field, answers: given } };
}

function committed(engine: Engine, kind: KindPlan, request: Request, trial: Trial): Commitment | undefined | "unknown" {
  const situation = situationOf(engine, kind, request);
  const found = commitmentOf(kind, situation, engine.resources);
  const missing = found === "unknown" ? missingField(engine, kind, situation) : undefined;
  if (missing === undefined) return found;
  const answers = overValues(kind, request, missing, trial, (given) => committed(engine, kind, given, trial));
  const [first] = answers;
  return first && answers.every(({ answer }) => sameAnswer(answer, first.answer)) ? first.answer : "unknown";
}
