import type { Engine } from "../engine/compile.ts";
import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import { differingParts, disfavourOf, type GistPart } from "./gist.ts";

/** Agreements that can be asked, and what they mean. */
export interface Agreed {
  readonly engine: Engine;
  readonly model: Model;
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
export function askedAbout({ engine, model }: Agreed, decision: Decision): Asked {
  return { engine, model, decision, budget: { left: mostTrials } };
}

// Some tens of milliseconds at the most, which an answer on a page may take.
const mostTrials = 30_000;

/** The answer to the request with some of it replaced, where that is another answer than before; undefined where it is the same. */
export function tried(asked: Asked, replaced: Partial<Request>): Trial | undefined {
  asked.budget.left -= 1;
  if (asked.budget.left < 0) return undefined;
  const decision = decide(asked.engine, { ...asked.decision.request, ...replaced });
  const differs = differingParts(asked.decision, decision);
  return differs.length === 0 ? undefined : { decision, differs };
}

/** Whether a trial's answer is more welcome than the decision's. */
export function isBetter({ decision }: Trial, asked: Asked): boolean {
  return disfavourOf(decision) < disfavourOf(asked.decision);
}
