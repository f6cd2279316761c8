import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import type { Agreed } from "./asked.ts";
import { statedIn } from "./layers.ts";

/** The decision in a model as it would be: where no channel is left by which a request could come, it reaches nobody. */
export function decideSupposing({ model, engine }: Agreed, request: Request): Decision {
  return cutOff(model, decide(engine, request));
}

/** Whether the clause that decided takes requests by channels, and none of them is left; in agreements as written, one always is. */
export function isCutOff(model: Model, decision: Decision): boolean {
  return statedIn(model, decision, (lines) => lines.via)?.value.length === 0;
}

function cutOff(model: Model, decision: Decision): Decision {
  const { outcome, needs } = decision;
  if (needs) {
    const answers = needs.answers.map((each) => ({ ...each, decision: cutOff(model, each.decision) }));
    return { ...decision, needs: { ...needs, answers } };
  }
  if ((outcome !== "handled" && outcome !== "redirect") || !isCutOff(model, decision)) return decision;
  return { ...decision, ...reachesNobody };
}

const reachesNobody = {
  outcome: "unstaffed",
  person: undefined,
  personBecause: undefined,
  insteadOf: undefined,
  handover: undefined,
  channel: undefined,
  redirect: [],
  redirectBecause: undefined,
  provisional: false,
  say: undefined,
} as const;
