import type { Locale } from "../../checks/message.ts";
import type { ExceptionAside } from "../../engine/decision.ts";
import type { Exception } from "../../model/model.ts";
import { factsAgainst } from "../../questions/impossible.ts";
import { say, wording } from "../say.ts";
import { andList, dayText, orList, type Telling } from "../telling.ts";
import { answerLabels } from "./labels.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  exception: wording("Exception", "例外"),
  inForce: wording("{name}, in force until {last}", "{name}（{last} まで有効）"),
  over: wording("{name} is over", "{name} は終了"),
  ended: wording("it ended on {last}", "{last} に終了"),
  endedForRule: wording("it ended on {last}, so the ordinary rule holds", "{last} に終了したため、通常の規則に従う"),
  notYet: wording("{name} has not begun", "{name} は開始前"),
  begins: wording("it begins on {first}", "{first} に開始"),
  beginsAfterRule: wording(
    "it begins on {first}; until then the ordinary rule holds",
    "{first} に開始。それまでは通常の規則に従う",
  ),
  noEffect: wording("{name} has no effect", "{name} は無効"),
  noEffectDetail: wording("an end or an approval is missing", "終了日か承認が欠けている"),
  approved: wording("approved by {by}", "承認：{by}"),
  owner: wording("owner {person}", "責任者：{person}"),
  note: wording("Note", "注意"),
  provisional: wording(
    "the times hold if it is sent again at once, by {channels}",
    "日時は、すぐに {channels} で送り直した場合のもの",
  ),
  provisionalAnyWay: wording("the times hold if it is sent again at once", "日時は、すぐに送り直した場合のもの"),
  impossible: wording(
    "the agreements say that such a request does not occur",
    "取り決めでは、このような依頼は起こらないとされている",
  ),
  impossibleDetail: wording(
    "either the request or that 'impossible' line is wrong",
    "依頼か、その impossible の行のどちらかが誤り",
  ),
  conflictValue: wording("contradicted by {others}", "{others} と矛盾"),
  conflictDetail: wording(
    "the earliest deadline is taken, else the first by name; the agreements have to be mended",
    "期限が最も早いもの（同じなら名前順で先のもの）を採用。取り決めの修正が必要",
  ),
};

/** Exceptions in force, over, not begun or without effect, as what they are. */
export function exceptionRows(telling: Telling): readonly AnswerRow[] {
  const inForce = namesInForce(telling).flatMap((name) => telling.model.exceptions.get(name) ?? []);
  return [
    ...inForce.map((exception) => inForceRow(telling, exception)),
    ...telling.decision.aside.map((aside) => asideRow(telling, aside)),
  ];
}

/** What limits the answer: times that hold only if the request is sent again, agreements that contradict each other, and a request that cannot occur. */
export function noteRows(telling: Telling): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const { redirect, conflictsWith } = decision;
  const provisional =
    redirect.length > 0
      ? say(texts.provisional, locale, { channels: orList(telling, redirect) })
      : say(texts.provisionalAnyWay, locale, {});
  return [
    ...(decision.provisional ? [row(say(texts.note, locale, {}), provisional, { tone: "warn" })] : []),
    ...(conflictsWith.length > 0 ? [conflictRow(telling, conflictsWith)] : []),
    ...(factsAgainst(telling, decision).length > 0 ? [impossibleRow(locale)] : []),
  ];
}

/** Those laid over the handling clause, and the one that lifts or sets what may be promised. */
function namesInForce({ model, decision }: Telling): readonly string[] {
  const { overlays, commitment } = decision;
  const named = [...overlays, ...(commitment?.decidedBy === undefined ? [] : [commitment.decidedBy])];
  return [...new Set(named)].filter((name) => model.exceptions.has(name));
}

function inForceRow(telling: Telling, exception: Exception): AnswerRow {
  const { locale } = telling;
  const { name, effective, reason, approved, owner } = exception;
  const last = effective?.value.last;
  const value = last === undefined ? name : say(texts.inForce, locale, { name, last: dayText(telling, last) });
  const detail = [
    ...(reason ? [reason.value] : []),
    ...(approved ? [say(texts.approved, locale, { by: approved.value.by })] : []),
    ...(owner ? [say(texts.owner, locale, { person: owner.value })] : []),
  ];
  return row(say(texts.exception, locale, {}), value, { detail: detail.join(locale === "ja" ? "。" : "; ") });
}

function asideRow(telling: Telling, { name, because, first, last }: ExceptionAside): AnswerRow {
  const { locale } = telling;
  const label = say(texts.exception, locale, {});
  switch (because) {
    case "over": {
      const detail = last === undefined ? undefined : say(overText(telling), locale, { last: dayText(telling, last) });
      return row(label, say(texts.over, locale, { name }), { detail, tone: "warn" });
    }
    case "not yet": {
      const detail =
        first === undefined ? undefined : say(notYetText(telling), locale, { first: dayText(telling, first) });
      return row(label, say(texts.notYet, locale, { name }), { detail, tone: "warn" });
    }
    case "no effect": {
      const detail = say(texts.noEffectDetail, locale, {});
      return row(label, say(texts.noEffect, locale, { name }), { detail, tone: "warn" });
    }
    default:
      return because satisfies never;
  }
}

/** That the ordinary rule holds is true only where no other exception is in force. */
function overText(telling: Telling): typeof texts.ended | typeof texts.endedForRule {
  return namesInForce(telling).length > 0 ? texts.ended : texts.endedForRule;
}

function notYetText(telling: Telling): typeof texts.begins | typeof texts.beginsAfterRule {
  return namesInForce(telling).length > 0 ? texts.begins : texts.beginsAfterRule;
}

function impossibleRow(locale: Locale): AnswerRow {
  const detail = say(texts.impossibleDetail, locale, {});
  return row(say(texts.note, locale, {}), say(texts.impossible, locale, {}), { detail, tone: "warn" });
}

function conflictRow(telling: Telling, others: readonly string[]): AnswerRow {
  const { locale } = telling;
  const value = say(texts.conflictValue, locale, { others: andList(telling, others) });
  return row(say(answerLabels.conflict, locale, {}), value, {
    detail: say(texts.conflictDetail, locale, {}),
    tone: "bad",
  });
}
