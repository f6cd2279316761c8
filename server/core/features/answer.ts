import type { Locale } from "../checks/message.ts";
import type { Engine } from "../engine/compile.ts";
import type { Decision } from "../engine/decision.ts";
import type { Place } from "../model/model.ts";
import { constantInWords } from "./hoverNames.ts";

/** One clause of the trace in words, and where it is written. */
export interface AnswerReason {
  readonly text: string;
  readonly outcome: "decided" | "laid over" | "lost" | "noted";
  readonly reason?: string;
  readonly place?: Place;
}

/** One line of an answer. */
export interface AnswerRow {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly tone?: "good" | "warn" | "bad";
}

/** A decision in words. */
export interface Answer {
  readonly headline: string;
  readonly outcome: string;
  readonly rows: readonly AnswerRow[];
  readonly say?: string;
  readonly why: readonly AnswerReason[];
  readonly needs?: {
    readonly field: string;
    readonly answers: readonly { readonly value: string; readonly answer: Answer }[];
  };
}

/** A decision in words of one language. */
export function answerOf(engine: Engine, decision: Decision, locale: Locale): Answer {
  const { outcome, decidedBy, say, needs, team } = decision;
  return {
    headline: [team, outcome, decidedBy].filter((part) => part !== undefined).join(", "),
    outcome,
    rows: [],
    why: [],
    ...(say === undefined ? {} : { say }),
    ...(needs
      ? {
          needs: {
            field: needs.field,
            answers: needs.answers.map((each) => ({
              value: constantInWords(each.value),
              answer: answerOf(engine, each.decision, locale),
            })),
          },
        }
      : {}),
  };
}
