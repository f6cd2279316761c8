import type { Locale } from "../../checks/message.ts";
import type { Decision } from "../../engine/decision.ts";
import type { Constant } from "../../model/model.ts";
import type { Agreed } from "../../questions/asked.ts";
import { fieldRangeInWords, fieldValueInWords, fieldValueWritten } from "../fieldValue.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { costRows } from "./cost.ts";
import { exceptionRows, noteRows } from "./exceptions.ts";
import { handoverRows } from "./handover.ts";
import { headlineOf } from "./headline.ts";
import { owedRows } from "./owed.ts";
import { promiseRows, sentenceToSay } from "./promises.ts";
import type { AnswerRow } from "./row.ts";
import { stepRows } from "./steps.ts";
import { type AnswerTimeline, timelineOf } from "./timeline.ts";
import { timeRows } from "./times.ts";
import { whoRows } from "./who.ts";
import { type AnswerReason, reasonsOf } from "./why.ts";

/** A decision in words. */
export interface Answer {
  readonly headline: string;
  /** The decision's outcome; `closed` where it waits for the hours, and the verdict of a question. */
  readonly outcome: string;
  readonly rows: readonly AnswerRow[];
  /** Where it goes through steps. */
  readonly timeline?: AnswerTimeline;
  readonly say?: string;
  readonly why: readonly AnswerReason[];
  readonly needs?: {
    readonly field: string;
    readonly answers: readonly AnswerForValue[];
  };
}

/** The answer for a value of a field, as a request writes it, and in words what values it stands for: "above 10% to 20%". */
export interface AnswerForValue {
  readonly value: string;
  readonly words: string;
  readonly answer: Answer;
}

/** A decision in words of one language, as a team lead reads it: who, how, by when, what may be promised, the cost, why. */
export function answerOf(agreed: Agreed, decision: Decision, locale: Locale): Answer {
  const telling = tellingOf(agreed, decision, locale);
  const sentence = sentenceToSay(telling);
  const timeline = timelineOf(telling);
  return {
    headline: headlineOf(telling),
    outcome: outcomeOf(decision),
    rows: rowsOf(telling),
    why: reasonsOf(telling),
    ...(timeline === undefined ? {} : { timeline }),
    ...(sentence === undefined ? {} : { say: sentence }),
    ...(decision.needs ? { needs: needsOf(agreed, decision.needs, locale) } : {}),
  };
}

/** In this order always, so that the eye finds them again. */
function rowsOf(telling: Telling): readonly AnswerRow[] {
  return [whoRows, handoverRows, timeRows, stepRows, owedRows, promiseRows, costRows, exceptionRows, noteRows].flatMap(
    (rows) => rows(telling),
  );
}

function outcomeOf({ outcome, closed, commitment }: Decision): string {
  if (outcome === "question") return commitment?.verdict ?? "silent";
  return outcome === "handled" && closed ? "closed" : outcome;
}

function needsOf(
  agreed: Agreed,
  { field, answers }: NonNullable<Decision["needs"]>,
  locale: Locale,
): NonNullable<Answer["needs"]> {
  return {
    field,
    answers: answers.map(({ value, range, decision }) => {
      const { kind } = decision.request;
      const inWords = (each: Constant) => fieldValueInWords(agreed.model, kind, field, each);
      return {
        value: fieldValueWritten(agreed.model, kind, field, value),
        words: range?.from || range?.to ? fieldRangeInWords(inWords, range, locale) : inWords(value),
        answer: answerOf(agreed, decision, locale),
      };
    }),
  };
}
