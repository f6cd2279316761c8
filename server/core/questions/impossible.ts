import { type ConditionScope, compileCondition, yes } from "../engine/condition.ts";
import { situationOf } from "../engine/decide.ts";
import type { Decision } from "../engine/decision.ts";
import type { Fact } from "../model/work.ts";
import { utc, zoneOf } from "../time/zone.ts";
import type { Agreed } from "./asked.ts";

/** The facts (`impossible when …`) by which the request of a decision does not occur; no decision depends on them. */
export function factsAgainst({ engine, model }: Agreed, { request, zone }: Decision): readonly Fact[] {
  if (model.facts.length === 0) return [];
  const situation = situationOf(engine, engine.kinds.get(request.kind) ?? engine.unmentioned, request);
  const scope: ConditionScope = {
    zone: zoneOf(zone) ?? utc,
    calendar: engine.resources.calendars.named,
    shared: (_, make) => make(),
  };
  return model.facts.filter(({ when }) => compileCondition(when, scope)(situation) === yes);
}

/** What a fact says, as it is written, on one line. */
export function writtenFact({ when }: Fact): string {
  const { item, span } = when.place;
  return item.text.slice(span.start, span.end).replace(/\s+/g, " ");
}
