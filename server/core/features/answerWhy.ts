import type { Decision, TraceStep } from "../engine/decision.ts";
import type { Place } from "../model/model.ts";
import type { Agreed, Telling } from "./answerTelling.ts";
import { say, wording } from "./say.ts";

const texts = {
  decides: wording("{clause} decides", "{clause} により決定"),
  laidOver: wording("{clause} is laid over it", "{clause} を適用"),
};

/** One clause of the trace in words, and where it is written. */
export interface AnswerReason {
  readonly text: string;
  readonly outcome: "decided" | "laid over" | "lost" | "noted";
  readonly reason?: string;
  readonly place?: Place;
}

/** What was considered and what became of it, what decided first. */
export function stepsOf(
  { model }: Agreed,
  { decidedBy, overlays, clause, commitment }: Decision,
): readonly TraceStep[] {
  const below = [...(clause === undefined ? [] : [clause]), ...overlays].reverse();
  const verdict = commitment?.decidedBy === undefined ? [] : [commitment.decidedBy];
  return [...below, ...verdict].flatMap((id): readonly TraceStep[] => {
    const place = model.clauses.get(id)?.place ?? model.exceptions.get(id)?.place ?? commitment?.place;
    const result = id === decidedBy || id === commitment?.decidedBy ? "decided" : "applies";
    return place ? [{ id, place, result, because: undefined }] : [];
  });
}

/** What decided, first of all what stands on top. */
export function reasonsOf(telling: Telling): readonly AnswerReason[] {
  const { decidedBy, overlays, clause, commitment } = telling.decision;
  const below = [...(clause === undefined ? [] : [clause]), ...overlays].reverse();
  return [
    ...below.map((id) => reason(telling, id, id === decidedBy ? "decided" : "laid over")),
    ...(commitment?.decidedBy === undefined ? [] : [reason(telling, commitment.decidedBy, "decided")]),
  ];
}

function reason({ model, locale }: Telling, id: string, outcome: AnswerReason["outcome"]): AnswerReason {
  const place = model.clauses.get(id)?.place ?? model.exceptions.get(id)?.place;
  const text = say(outcome === "decided" ? texts.decides : texts.laidOver, locale, { clause: id });
  return { text, outcome, ...(place ? { place } : {}) };
}
