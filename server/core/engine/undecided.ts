/** Decisions that name nobody: what is declined, unhandled, a question, or waits for a field. */
import type { Commitment, Decision, Outcome } from "./decision.ts";
import type { Terms } from "./plan.ts";
import type { Situation } from "./situation.ts";

/** The decision on a request that a clause declines. */
export function declined(
  terms: Terms,
  situation: Situation,
  commitment: Commitment | undefined,
  aside: Decision["aside"],
): Decision {
  const { plan } = terms;
  return {
    ...undecided(situation, "declined", plan.agreement.zone.id, commitment, aside),
    clause: plan.id,
    decidedBy: terms.decidedBy,
    overlays: terms.overlays,
    conflictsWith: terms.clashes,
    exception: terms.exception,
    say: terms.decline,
  };
}

/** A decision that no clause's terms answer: unhandled, a question, or waiting for a field. */
export function undecided(
  { request }: Situation,
  outcome: Outcome,
  zone: string,
  commitment: Commitment | undefined,
  aside: Decision["aside"],
): Decision {
  return {
    request,
    outcome,
    clause: undefined,
    decidedBy: undefined,
    overlays: nowhere,
    conflictsWith: nowhere,
    zone,
    team: undefined,
    person: undefined,
    personBecause: undefined,
    insteadOf: undefined,
    unstaffedBecause: undefined,
    handover: undefined,
    channel: undefined,
    redirect: nowhere,
    redirectBecause: undefined,
    provisional: false,
    closed: undefined,
    clockStart: undefined,
    respond: undefined,
    resolve: undefined,
    ladder: noLadder,
    timeline: undefined,
    surcharge: undefined,
    commitment,
    exception: undefined,
    aside,
    say: undefined,
    needs: undefined,
  };
}

const nowhere: readonly string[] = [];
const noLadder: Decision["ladder"] = [];
