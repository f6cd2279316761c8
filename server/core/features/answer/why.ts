import type { TraceReason, TraceResult, TraceStep } from "../../engine/decision.ts";
import { traceOf } from "../../engine/trace.ts";
import type { Place } from "../../model/model.ts";
import { factsAgainst, writtenFact } from "../../questions/impossible.ts";
import { partsOf } from "../../time/date.ts";
import { say, wording } from "../say.ts";
import { dayText, momentText, orList, type Telling } from "../telling.ts";
import { moneyInGroups } from "../words.ts";

const results = {
  decided: wording("{clause} decides", "{clause} により決定"),
  "laid over": wording("{clause} is laid over it", "{clause} を重ねて適用"),
  applies: wording("{clause} applies", "{clause} が当てはまる"),
  overridden: wording("{clause} applies, too", "{clause} も当てはまる"),
  contradicts: wording("{clause} applies, too, and says otherwise", "{clause} も当てはまり、内容が食い違う"),
  agrees: wording("{clause} applies, too, and says the same", "{clause} も当てはまり、内容は同じ"),
  lost: wording("{clause} does not apply", "{clause} は当てはまらない"),
  unknown: wording("{clause} may apply or not", "{clause} が当てはまるかは不明"),
  "no effect": wording("{clause} has no effect", "{clause} は無効"),
};

const texts = {
  condition: wording("only when {condition}; here it is {found}", "条件は {condition}。この依頼では {found}"),
  unknown: wording(
    "only when {condition}; unknown: it depends on {field}",
    "条件は {condition}。{field} によるため不明",
  ),
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
  unapproved: wording("nobody has approved it", "承認がない"),
  "without end": wording("it has no end", "終了日がない"),
  outside: wording("it lies over {clause}, which does not apply", "その元の {clause} が当てはまらない"),
  stricter: wording("but {clause} is stricter", "ただし {clause} のほうが厳しい"),
  "later to respond": wording(
    "{clause} counts, for its deadline to respond is earlier",
    "回答期限が早い {clause} を採用",
  ),
  "later to resolve": wording(
    "{clause} counts, for its deadline to resolve is earlier",
    "解決期限が早い {clause} を採用",
  ),
  "by name": wording(
    "{clause} counts, for it is first by name and neither is due earlier",
    "期限に差がないため、名前順で先の {clause} を採用",
  ),
  overlaid: wording("but {clause} lies over it", "ただし {clause} が上に重なる"),
};

/** One clause of the trace in words, and where it is written. */
export interface AnswerReason {
  readonly text: string;
  readonly outcome: "decided" | "laid over" | "contradicts" | "noted" | "lost";
  readonly reason?: string;
  readonly place?: Place;
}

/** What was considered and what became of it: first what decided, last what did not apply, and why not. */
export function reasonsOf(telling: Telling): readonly AnswerReason[] {
  const facts = factsAgainst(telling, telling.decision).map(
    (fact): AnswerReason => ({ text: `impossible when ${writtenFact(fact)}`, outcome: "noted", place: fact.place }),
  );
  const reasons = [...traceOf(telling.engine, telling.decision).map((step) => reasonOf(telling, step)), ...facts];
  return order.flatMap((outcome) => reasons.filter((reason) => reason.outcome === outcome));
}

/** How the outcome of a clause is marked in plain text. */
export const reasonMarks: Readonly<Record<AnswerReason["outcome"], string>> = {
  decided: "✓",
  "laid over": "+",
  contradicts: "!",
  noted: "·",
  lost: "–",
};

const order: readonly AnswerReason["outcome"][] = ["decided", "laid over", "contradicts", "noted", "lost"];

/** One step of the trace in words. */
export function reasonOf(telling: Telling, { id, place, result, because }: TraceStep): AnswerReason {
  const text = say(results[result], telling.locale, { clause: id });
  const reason = because && becauseText(telling, because);
  return { text, outcome: outcomeOf(result), place, ...(reason === undefined ? {} : { reason }) };
}

function outcomeOf(result: TraceResult): AnswerReason["outcome"] {
  switch (result) {
    case "decided":
    case "laid over":
    case "contradicts":
    case "lost":
      return result;
    case "applies":
    case "overridden":
    case "agrees":
    case "no effect":
    case "unknown":
      return "noted";
    default:
      return result satisfies never;
  }
}

function becauseText(telling: Telling, because: TraceReason): string {
  const { locale } = telling;
  switch (because.kind) {
    case "condition": {
      const condition = because.condition.replace(/\s+/g, " ");
      if (because.unknown !== undefined) return say(texts.unknown, locale, { condition, field: because.unknown });
      const found =
        [
          ...(because.found === undefined ? [] : [because.found]),
          ...(because.at === undefined ? [] : [momentText(telling, because.at)]),
        ].join(", ") || undefined;
      return found === undefined
        ? say(texts.conditionOfNothing, locale, { condition })
        : say(texts.condition, locale, { condition, found: moneyInGroups(found) });
    }
    case "not in force":
      return forceText(telling, because);
    case "asker":
      return say(texts.asker, locale, { parties: orList(telling, because.parties) });
    case "later":
      return say(texts[`later to ${because.target}`], locale, { clause: because.than });
    case "stricter":
    case "by name":
    case "overlaid":
      return say(texts[because.kind], locale, { clause: because.than });
    case "outside":
      return say(texts.outside, locale, { clause: because.of });
    case "kind":
    case "unapproved":
    case "without end":
      return say(texts[because.kind], locale, {});
    default:
      return because satisfies never;
  }
}

function forceText(telling: Telling, { first, last }: Extract<TraceReason, { readonly kind: "not in force" }>): string {
  const { locale } = telling;
  // From April to March: without its own year the last day would seem to lie in the first one's.
  const isOverYears = first !== undefined && last !== undefined && partsOf(first).year !== partsOf(last).year;
  const dated = isOverYears ? { ...telling, year: Number.NaN } : telling;
  const holes = {
    first: first === undefined ? "" : dayText(dated, first),
    last: last === undefined ? "" : dayText(dated, last),
  };
  if (first !== undefined && last !== undefined) return say(texts.fromTo, locale, holes);
  if (first !== undefined) return say(texts.from, locale, holes);
  return last === undefined ? say(texts.noDates, locale, {}) : say(texts.until, locale, holes);
}

/** The reasons that explain an answer in short: what decided and what that lies over; where nothing did, why not. */
export function decidingReasons(why: readonly AnswerReason[]): readonly AnswerReason[] {
  return why.some(({ outcome }) => outcome === "decided") ? why.filter(({ outcome }) => outcome !== "lost") : why;
}
