import { type Locale, labelled } from "../../checks/message.ts";
import type { Decision } from "../../engine/decision.ts";
import type { Agreed } from "../../questions/asked.ts";
import { type Altered, type Change, changesOf } from "../../questions/changes.ts";
import { fieldValueInWords } from "../fieldValue.ts";
import { say, wording } from "../say.ts";
import { endText, momentText, type Telling, tellingOf } from "../telling.ts";
import { costRows } from "./cost.ts";
import { headlineOf } from "./headline.ts";
import { promiseRows } from "./promises.ts";

const texts = {
  channel: wording("by {channel} instead of {was}", "{was} ではなく {channel} なら"),
  notToTeam: wording("not addressed to {team}", "{team} 宛てでなければ"),
  notByName: wording("not addressed to {person} by name", "{person} 個人宛てでなければ"),
  is: wording("with {field} {value} instead of {was}", "{field} が {was} ではなく {value} なら"),
  above: wording("with {field} above {value} instead of {was}", "{field} が {was} ではなく {value} を超えるなら"),
  below: wording("with {field} below {value} instead of {was}", "{field} が {was} ではなく {value} 未満なら"),
  asker: wording("asked by {name}", "{name} からの依頼なら"),
  askerInstead: wording("asked by {name} instead of {was}", "{was} ではなく {name} からの依頼なら"),
  customer: wording("for {name}", "顧客が {name} なら"),
  customerInstead: wording("for {name} instead of {was}", "顧客が {was} ではなく {name} なら"),
  nobody: wording("for no customer instead of {was}", "顧客が {was} でなければ（顧客なし）"),
  later: wording("from {time}", "{time} 以降なら"),
  earlier: wording("before {time}", "{time} より前なら"),
  solved: wording("solved by {time}", "解決期限は {time}"),
  surcharge: wording("surcharge {rate}", "割増料金 {rate}"),
  noSurcharge: wording("no surcharge", "割増料金なし"),
  steps: wording("with other steps", "手順が変わる"),
  ladder: wording("with another escalation", "エスカレーションが変わる"),
  beside: wording("{answer} ({details})", "{answer}（{details}）"),
};

/** A change of a request in words, such as "by email instead of phone", and what the answer would be. */
export interface AnswerChange {
  readonly change: string;
  readonly answer: string;
}

/** The smallest changes of the request that would give another answer, in words of one language. */
export function changesInWords(agreed: Agreed, decision: Decision, locale: Locale): readonly AnswerChange[] {
  return changesOf(agreed, decision).map((change) => changeInWords(agreed, decision, change, locale));
}

/** One change of a decision's request in words. */
export function changeInWords(agreed: Agreed, decision: Decision, change: Change, locale: Locale): AnswerChange {
  const telling = tellingOf(agreed, decision, locale);
  return {
    change: alteredText(telling, change.altered),
    answer: answerText(tellingOf(agreed, change.decision, locale), change),
  };
}

function alteredText(telling: Telling, altered: Altered): string {
  const { locale, decision } = telling;
  const { channel = "", asker, customer } = decision.request;
  switch (altered.kind) {
    case "channel":
      return say(texts.channel, locale, { channel: altered.channel, was: channel });
    case "not by name":
      return telling.model.teams.has(altered.to)
        ? say(texts.notToTeam, locale, { team: altered.to })
        : say(texts.notByName, locale, { person: altered.to });
    case "field":
      return fieldText(telling, altered);
    case "asker":
      return asker === undefined
        ? say(texts.asker, locale, { name: altered.asker })
        : say(texts.askerInstead, locale, { name: altered.asker, was: asker });
    case "customer":
      return customerText(telling, altered.customer, customer);
    case "later":
      return say(texts.later, locale, { time: momentText(telling, altered.from) });
    case "earlier":
      return say(texts.earlier, locale, { time: endText(telling, altered.before) });
    default:
      return altered satisfies never;
  }
}

function fieldText({ model, locale, decision }: Telling, altered: Altered & { readonly kind: "field" }): string {
  const { kind, fields } = decision.request;
  const { field, than, limit } = altered;
  const was = fields[field];
  const inWords = (value: typeof limit) => fieldValueInWords(model, kind, field, value);
  return say(texts[than], locale, { field, value: inWords(limit), was: was ? inWords(was) : "" });
}

function customerText({ locale }: Telling, name: string | undefined, was: string | undefined): string {
  if (name === undefined) return say(texts.nobody, locale, { was: was ?? "" });
  return was === undefined ? say(texts.customer, locale, { name }) : say(texts.customerInstead, locale, { name, was });
}

/** The headline, and beside it what differs without showing in it. */
function answerText(telling: Telling, { differs }: Change): string {
  const { locale, decision } = telling;
  const details = differs.flatMap((part) => {
    switch (part) {
      case "resolve":
        return decision.respond ? solvedText(telling) : [];
      case "surcharge":
        return surchargeText(telling);
      case "promise":
        return decision.outcome === "question" ? [] : promiseText(telling);
      case "steps":
        return decision.timeline ? [say(texts.steps, locale, {})] : [];
      case "ladder":
        return differs.length === 1 ? [say(texts.ladder, locale, {})] : [];
      case "outcome":
      case "hours":
      case "who":
      case "channels":
      case "respond":
        return [];
      default:
        return part satisfies never;
    }
  });
  const answer = headlineOf(telling);
  return details.length === 0
    ? answer
    : say(texts.beside, locale, { answer, details: details.join(locale === "ja" ? "、" : ", ") });
}

function solvedText(telling: Telling): readonly string[] {
  const deadline = telling.decision.resolve?.deadline;
  return deadline === undefined ? [] : [say(texts.solved, telling.locale, { time: endText(telling, deadline) })];
}

function surchargeText(telling: Telling): readonly string[] {
  const { locale, decision } = telling;
  const [cost] = costRows(telling);
  if (cost) return [say(texts.surcharge, locale, { rate: cost.value })];
  return decision.clause === undefined ? [] : [say(texts.noSurcharge, locale, {})];
}

function promiseText(telling: Telling): readonly string[] {
  const [promise] = telling.decision.commitment ? promiseRows(telling) : [];
  return promise ? [labelled(promise.label, promise.value, telling.locale)] : [];
}
