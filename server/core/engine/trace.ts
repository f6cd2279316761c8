import { countedLines, speaksFor } from "./commit.ts";
import type { Engine } from "./compile.ts";
import { type ConditionScope, yes } from "./condition.ts";
import { type Answered, deadlineThatDiffers, ranked } from "./conflict.ts";
import { isParty, situationOf } from "./decide.ts";
import type { Decision, TraceReason, TraceResult, TraceStep } from "./decision.ts";
import { failureOf } from "./failure.ts";
import { inForce, writtenDay } from "./force.ts";
import { heldOverlays, matches, termsFor } from "./layer.ts";
import type { CommitPlan, HandlePlan, KindPlan, Overlay, VerdictPlan } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

/**
 * Every clause that mentions the request's kind, every overlay of those that apply, every exception with a condition that holds to
 * one that does not, and every verdict line of the topic, with what became of it (language.md M8). Worked out when asked for; a
 * decision does not carry it.
 */
export function traceOf(engine: Engine, decision: Decision): readonly TraceStep[] {
  const { request } = decision;
  const kind = engine.kinds.get(request.kind) ?? engine.unmentioned;
  const view: View = { engine, kind, decision, situation: situationOf(engine, kind, request) };
  return [
    ...kind.handles.all.flatMap((plan) => handleSteps(plan, view)),
    ...kind.commits.all.flatMap((plan) => commitSteps(plan, view)),
  ];
}

interface View {
  readonly engine: Engine;
  readonly kind: KindPlan;
  readonly decision: Decision;
  readonly situation: Situation;
}

function handleSteps(plan: HandlePlan, view: View): readonly TraceStep[] {
  const { decision } = view;
  const reason = clauseReason(plan, isParty(plan, view.situation), view);
  if (reason) return [step(plan, "lost", reason), ...outsideSteps(plan, view)];
  const isWinner = decision.clause === plan.id;
  if (!isWinner && decision.clause !== undefined) return [rivalStep(plan, decision.clause, view)];
  const top = isWinner ? decision.decidedBy : undefined;
  const own = step(plan, top === plan.id ? "decided" : "applies", undefined);
  return [own, ...overlaySteps(plan, top, view).map((each) => clashing(each, plan, view))];
}

// conflicts -----------------------------------------------------------------------------------------------------------

/** A clause that applies beside the one that decided. */
function rivalStep(plan: HandlePlan, winner: string, view: View): TraceStep {
  const [decided] = answersOf(winner, view);
  const [rival] = answersOf(plan.id, view);
  const result = view.decision.conflictsWith.includes(plan.id) ? "contradicts" : "agrees";
  return step(plan, result, decided && rival && comesLater(rival, decided, winner));
}

/** The step of an overlay that holds, which contradicts another of its clause where the decision says so. */
function clashing(laid: TraceStep, plan: HandlePlan, view: View): TraceStep {
  if (laid.because || !view.decision.conflictsWith.includes(laid.id)) return laid;
  const [decided, ...others] = answersOf(plan.id, view);
  const rival = others.find(({ terms }) => terms.top === laid.id);
  if (!rival || decided?.terms.top === undefined) return { ...laid, result: "contradicts" };
  return { ...laid, result: "contradicts", because: comesLater(rival, decided, decided.terms.top) };
}

/** What a clause that applies answers, once for each of its overlays that contradict each other, first what comes first; nothing where that is not known. */
function answersOf(clause: string, { engine, kind, decision, situation }: View): readonly Answered[] {
  const plan = kind.handles.all.find(({ id }) => id === clause);
  const terms = plan && termsFor(plan, situation, engine.resources);
  return terms ? ranked(engine.resources, kind, [terms, ...terms.rivals], situation, decision.commitment) : [];
}

function comesLater(rival: Answered, decided: Answered, than: string): TraceReason {
  const earlier = deadlineThatDiffers(decided, rival);
  return earlier ? { kind: "later", than, target: earlier.target } : { kind: "by name", than };
}

// clauses -------------------------------------------------------------------------------------------------------------

/** Why a clause does not apply; undefined where it does. */
function clauseReason(plan: HandlePlan | CommitPlan, isAsked: boolean, view: View): TraceReason | undefined {
  const { situation } = view;
  const { force, parties, zone } = plan.agreement;
  if (!inForce(force, dayIn(situation, zone))) return notInForce(force);
  if (!isAsked) return { kind: "asker", parties: "party" in plan ? partyOf(plan) : parties.map((team) => team.name) };
  return plan.when && failureOf(plan.when, scopeOf(plan, view), situation, view.kind);
}

function partyOf({ party }: CommitPlan): readonly string[] {
  return party ? [party.name] : [];
}

function notInForce({ first, last }: { readonly first: number; readonly last: number }): TraceReason {
  return { kind: "not in force", first: writtenDay(first), last: writtenDay(last) };
}

function scopeOf({ agreement }: HandlePlan | CommitPlan, { engine }: View): ConditionScope {
  return { zone: agreement.zone, calendar: engine.resources.calendars.named, shared: (_, make) => make() };
}

function step(what: Pick<TraceStep, "id" | "place">, result: TraceResult, because: TraceReason | undefined): TraceStep {
  const isUnknown = because?.kind === "condition" && because.unknown !== undefined;
  return { id: what.id, place: what.place, result: isUnknown ? "unknown" : result, because };
}

// overlays ------------------------------------------------------------------------------------------------------------

function overlaySteps(plan: HandlePlan | CommitPlan, top: string | undefined, view: View): readonly TraceStep[] {
  return plan.overlays.map((overlay: Overlay<unknown>) => {
    const because = overlayReason(overlay, plan, view);
    if (because) return step(overlay, overlay.lack ? "no effect" : "lost", because);
    return step(overlay, overlay.id === top ? "decided" : "laid over", undefined);
  });
}

/** Exceptions that were written for such a request, and have no effect as the clause that they bend does not apply. */
function outsideSteps(plan: HandlePlan | CommitPlan, view: View): readonly TraceStep[] {
  return plan.overlays.flatMap((overlay: Overlay<unknown>) => {
    const isWritten = overlay.isException && overlay.when !== undefined && overlay.lack === undefined;
    if (!isWritten || ownReason(overlay, plan, view)) return [];
    const base = plan.overlays[overlay.inside] ?? plan;
    return [step(overlay, "lost", { kind: "outside", of: base.id })];
  });
}

/** Why an overlay is not laid over its clause, which applies; undefined where it is. */
function overlayReason(overlay: Overlay<unknown>, plan: HandlePlan | CommitPlan, view: View): TraceReason | undefined {
  if (overlay.lack) return { kind: overlay.lack };
  const outer = plan.overlays[overlay.inside];
  if (outer && !isLaidOver(outer, plan, view)) return { kind: "outside", of: outer.id };
  return ownReason(overlay, plan, view);
}

/** Why an overlay does not hold by itself, whatever is around it; undefined where it does. */
function ownReason(overlay: Overlay<unknown>, plan: HandlePlan | CommitPlan, view: View): TraceReason | undefined {
  const { situation, kind } = view;
  if (overlay.kinds && !overlay.kinds.includes(situation.kind)) return { kind: "kind" };
  const failure = overlay.when && failureOf(overlay.when, scopeOf(plan, view), situation, kind);
  if (failure) return failure;
  return inForce(overlay.force, dayIn(situation, plan.agreement.zone)) ? undefined : notInForce(overlay.dates);
}

function isLaidOver(overlay: Overlay<unknown>, plan: HandlePlan | CommitPlan, view: View): boolean {
  const { situation } = view;
  const outer = plan.overlays[overlay.inside];
  return matches(overlay, situation) === yes && (!outer || isLaidOver(outer, plan, view));
}

// verdicts ------------------------------------------------------------------------------------------------------------

function commitSteps(plan: CommitPlan, view: View): readonly TraceStep[] {
  const { situation } = view;
  const reason = clauseReason(plan, speaksFor(plan, situation) || !isInForce(plan, situation), view);
  if (reason) return [step(plan, "lost", reason), ...outsideSteps(plan, view)];
  const held = heldOverlays(plan, situation) ?? [];
  const lines = [plan.verdicts, ...held.map((overlay) => overlay.says)].flat();
  const counted = countedLines(plan, situation);
  return [
    step(plan, "applies", undefined),
    ...overlaySteps(plan, undefined, view),
    ...lines.map((line) => lineStep(line, counted, plan, view)),
  ];
}

function isInForce({ agreement }: CommitPlan, situation: Situation): boolean {
  return inForce(agreement.force, dayIn(situation, agreement.zone));
}

function lineStep(line: VerdictPlan, counted: readonly VerdictPlan[], plan: CommitPlan, view: View): TraceStep {
  const { situation, kind, decision } = view;
  const { when, place, verdict } = line.verdict;
  const what = { id: line.decidedBy, place };
  const failure = when && failureOf(when, scopeOf(plan, view), situation, kind);
  if (failure) return step(what, "lost", failure);
  const above = counted[0];
  if (above && !counted.includes(line)) return step(what, "overridden", { kind: "overlaid", than: above.decidedBy });
  const { commitment } = decision;
  if (commitment?.place === place) return step(what, "decided", undefined);
  if (commitment?.decidedBy === undefined || commitment.verdict === verdict) return step(what, "applies", undefined);
  return step(what, "overridden", { kind: "stricter", than: commitment.decidedBy });
}
