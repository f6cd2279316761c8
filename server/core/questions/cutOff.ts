import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import { isAway } from "../engine/doer.ts";
import type { Model } from "../model/model.ts";
import { localDay, utc, zoneOf } from "../time/zone.ts";
import type { Agreed } from "./asked.ts";
import { statedIn } from "./layers.ts";

/** The decision in a model as it would be: where no channel is left by which a request could come, it reaches nobody, and of a team that is all gone nobody is asked. */
export function decideSupposing(agreed: Agreed, request: Request): Decision {
  return withoutGone(agreed, cutOff(agreed.model, decide(agreed.engine, request)));
}

/** An ask of a team names the team, also where nobody of it is there. */
function withoutGone({ engine }: Agreed, decision: Decision): Decision {
  const { commitment, request, zone } = decision;
  if (!commitment) return decision;
  const day = localDay(zoneOf(zone) ?? utc, request.at);
  const asks = commitment.asks.map((ask) => {
    const people = engine.resources.staff.teams.get(ask.name)?.people ?? [];
    return people.length > 0 && people.every((person) => isAway(person, day)) ? { ...ask, name: "" } : ask;
  });
  return { ...decision, commitment: { ...commitment, asks } };
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
