import type { Engine } from "../engine/compile.ts";
import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import { decideSupposing, isCutOff } from "./cutOff.ts";
import { differingParts, disfavourOf, type GistPart } from "./gist.ts";
import type { Supposition } from "./whatIf.ts";

/** Agreements ready to be asked, and what they mean; a snapshot is one. */
export interface Agreed {
  readonly engine: Engine;
  readonly model: Model;
  /** What is only supposed in them; absent where they are as written. */
  readonly supposed?: readonly Supposition[] | undefined;
}

/** A decision whose request is varied; `budget` is how many more requests may be tried. */
export interface Asked extends Agreed {
  readonly decision: Decision;
  readonly budget: { left: number };
}

/** What a varied request was answered, and in which parts that differs from the decision. */
export interface Trial {
  readonly decision: Decision;
  readonly differs: readonly GistPart[];
}

/** A decision made ready to be varied. */
export function askedAbout({ engine, model, supposed }: Agreed, decision: Decision): Asked {
  return { engine, model, supposed, decision, budget: { left: mostTrials } };
}

// Some tens of milliseconds at the most, which an answer on a page may take.
const mostTrials = 30_000;

/** The answer to the request with some of it replaced, where that is another answer than before; undefined where it is the same. */
export function tried(asked: Asked, replaced: Partial<Request>): Trial | undefined {
  asked.budget.left -= 1;
  if (asked.budget.left < 0) return undefined;
  const request = { ...asked.decision.request, ...replaced };
  const decision = asked.supposed ? decideSupposing(asked, request) : decide(asked.engine, request);
  // Where no channel is left, it makes no difference by when nobody would have answered.
  if (asked.supposed && [asked.decision, decision].every((each) => isCutOff(asked.model, each))) return undefined;
  const differs = differingParts(asked.decision, decision);
  return differs.length === 0 ? undefined : { decision, differs };
}

/** Whether a trial's answer is more welcome than the decision's. */
export function isBetter({ decision }: Trial, asked: Asked): boolean {
  return disfavourOf(decision) < disfavourOf(asked.decision);
}
