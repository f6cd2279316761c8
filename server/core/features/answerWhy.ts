import type { Decision, TraceStep } from "../engine/decision.ts";
import type { Place } from "../model/model.ts";
import { type Agreed, dayText, orList, type Telling } from "./answerTelling.ts";
import { say, wording } from "./say.ts";

const results = {
  decided: wording("{clause} decides", "{clause} により決定"),
  "laid over": wording("{clause} is laid over it", "{clause} を重ねて適用"),
  applies: wording("{clause} applies", "{clause} が当てはまる"),
  overridden: wording(
    "{clause} applies, but is replaced by what lies over it",
    "{clause} は、上に重なる定めに置き換わる",
  ),
  lost: wording("{clause} does not apply", "{clause} は当てはまらない"),
  "no effect": wording("{clause} has no effect", "{clause} は無効"),
};

const texts = {
  condition: wording("only when {condition}; here it is {found}", "条件は {condition}。この依頼では {found}"),
  conditionOfNothing: wording(
    "only when {condition}; here nothing is given",
    "条件は {condition}。この依頼では指定なし",
  ),
  kind: wording("it is about other kinds of request", "別の種類の依頼についての定め"),
  fromTo: wording("in force only from {first} to {last}", "{first} から {last} までのみ有効"),
  from: wording("in force only from {first} on", "{first} から有効"),
  until: wording("in force only until {last}", "{last} まで有効"),
  noDates: wording("not in force", "有効期間外"),
  asker: wording("only when {parties} asks", "{parties} からの依頼に限る"),
  unapproved: wording("an end or an approval is missing", "終了日か承認が欠けている"),
  stricter: wording("{clause} is stricter", "{clause} のほうが厳しい"),
  later: wording("{clause} is due sooner", "{clause} のほうが期限が早い"),
};

/** One clause of the trace in words, and where it is written. */
export interface AnswerReason {
  readonly text: string;
  readonly outcome: "decided" | "laid over" | "lost" | "noted";
  readonly reason?: string;
  readonly place?: Place;
}

/** What was considered and what became of it: first what decided, last what did not apply, and why not. */
export function reasonsOf(telling: Telling): readonly AnswerReason[] {
  const reasons = stepsOf(telling, telling.decision).map((step) => reasonOf(telling, step));
  return order.flatMap((outcome) => reasons.filter((reason) => reason.outcome === outcome));
}

const order: readonly AnswerReason["outcome"][] = ["decided", "laid over", "noted", "lost"];

/** One step of the trace in words. */
export function reasonOf(telling: Telling, { id, place, result, because }: TraceStep): AnswerReason {
  const text = say(results[result], telling.locale, { clause: id });
  const reason = because && becauseText(telling, because);
  return { text, outcome: outcomeOf(result), place, ...(reason === undefined ? {} : { reason }) };
}

function outcomeOf(result: TraceStep["result"]): AnswerReason["outcome"] {
  switch (result) {
    case "decided":
    case "laid over":
    case "lost":
      return result;
    case "applies":
    case "overridden":
    case "no effect":
      return "noted";
    default:
      return result satisfies never;
  }
}

function becauseText(telling: Telling, because: NonNullable<TraceStep["because"]>): string {
  const { locale } = telling;
  switch (because.kind) {
    case "condition": {
      const { condition, found } = because;
      return found === undefined
        ? say(texts.conditionOfNothing, locale, { condition })
        : say(texts.condition, locale, { condition, found });
    }
    case "not in force":
      return forceText(telling, because);
    case "asker":
      return say(texts.asker, locale, { parties: orList(telling, because.parties) });
    case "stricter":
    case "later":
      return say(texts[because.kind], locale, { clause: because.than });
    case "kind":
    case "unapproved":
      return say(texts[because.kind], locale, {});
    default:
      return because satisfies never;
  }
}

function forceText(
  telling: Telling,
  { first, last }: Extract<TraceStep["because"], { readonly kind: "not in force" }>,
): string {
  const { locale } = telling;
  const holes = {
    first: first === undefined ? "" : dayText(telling, first),
    last: last === undefined ? "" : dayText(telling, last),
  };
  if (first !== undefined && last !== undefined) return say(texts.fromTo, locale, holes);
  if (first !== undefined) return say(texts.from, locale, holes);
  return last === undefined ? say(texts.noDates, locale, {}) : say(texts.until, locale, holes);
}

/** What decided a request and what that was laid over. */
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
