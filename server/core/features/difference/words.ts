/** What changes between two revisions, in words. */
import { inBrackets, inList, inParts, type Locale } from "../../checks/message.ts";
import { type ChangedProperty, type DifferenceClass, otherSteps, promiseOf } from "../../comparison/changes.ts";
import type { ToldChange } from "../../comparison/difference.ts";
import type { Said } from "../../comparison/said.ts";
import type { Opening, VerdictPlan } from "../../engine/plan.ts";
import type { HandleLines, Stated } from "../../model/model.ts";
import { formatMinute } from "../../time/date.ts";
import { stepParts } from "../hover/steps.ts";
import { say, type Wording, wording } from "../say.ts";
import {
  datesInWords,
  ruleInWords,
  surchargeInWords,
  targetInWords,
  viaInWords,
  whoInWords,
  withinInWords,
} from "../words.ts";
import { fieldInWords, forceInWords, peopleInWords, timesInWords } from "./companyWords.ts";

const classTexts: Readonly<Record<DifferenceClass, Wording<string>>> = {
  "lost-cover": wording("cover lost", "担当がなくなる"),
  declined: wording("now declined", "断るようになる"),
  looser: wording("looser", "約束が緩くなる"),
  tighter: wording("tighter", "約束が厳しくなる"),
  later: wording("later", "遅くなる"),
  earlier: wording("earlier", "早くなる"),
  "other-handler": wording("other handler", "担当が変わる"),
  "other-channel": wording("other channel", "連絡手段が変わる"),
  cost: wording("other cost", "費用が変わる"),
  accepted: wording("no longer declined", "断らなくなる"),
  "won-cover": wording("cover won", "担当ができる"),
  other: wording("otherwise different", "その他の違い"),
};

/** The class of a difference, such as "cover lost". */
export function differenceClassInWords(kind: DifferenceClass, locale: Locale): string {
  return say(classTexts[kind], locale, {});
}

const labels: Readonly<Record<ChangedProperty, Wording<string>>> = {
  outcome: wording("handling", "対応"),
  conflict: wording("contradiction", "矛盾"),
  by: wording("handler", "担当"),
  via: wording("channels", "連絡手段"),
  offered: wording("channels named", "案内する連絡手段"),
  hours: wording("counted on", "時間の数え方"),
  cutoff: wording("cut-off", "受付の締切"),
  respond: wording("respond", "回答"),
  resolve: wording("resolve", "解決"),
  escalate: wording("escalation", "引き上げ"),
  surcharge: wording("surcharge", "割増"),
  say: wording("say", "伝え方"),
  steps: wording("steps", "手順"),
  open: wording("special hours", "臨時の時間"),
  promise: wording("promise", "約束"),
  approver: wording("asked", "確認先"),
  answer: wording("answer", "確認の返事"),
  reason: wording("reason", "理由"),
};

/** One property as it was and as it is, and on which days, where that is not always. */
export interface ChangeInWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly when: string | undefined;
}

/**
 * A change in words of one language: one line, of people one for each who were there before and are there now. Of more days than `most`
 * the first are named, and how many more there are.
 */
export function changeInWords(change: ToldChange, locale: Locale, most = 3): readonly ChangeInWords[] {
  if (change.property === "times") return [timesInWords(change, locale, most)];
  if (change.property === "people") return peopleInWords(change, locale, most);
  if (change.property === "force") return [forceInWords(change, locale)];
  if (change.property === "field") return [fieldInWords(change, locale)];
  const { property, before, after } = change;
  return [
    {
      label: say(labels[property], locale, {}),
      before: valueInWords(property, property === "steps" ? withSteps(before, after) : before, locale),
      after: valueInWords(property, property === "steps" ? withSteps(after, before) : after, locale),
      when: undefined,
    },
  ];
}

/** Of steps only those that the other has not, or otherwise; all, where only their order differs. */
function withSteps(said: Said, other: Said): Said {
  const isOrder = otherSteps(said, other).length + otherSteps(other, said).length === 0;
  return isOrder ? said : { ...said, steps: otherSteps(said, other) };
}

const texts = {
  none: wording("none", "なし"),
  handledBy: wording("handled by {who}", "{who} が対応"),
  handled: wording("handled", "対応する"),
  declined: wording("declined: {text}", "断る：{text}"),
  unhandled: wording("nobody handles it", "担当なし"),
  yes: wording("clauses contradict each other", "条項が矛盾"),
  no: wording("none", "なし"),
  cutoff: wording("from {time} on received the next business day", "{time} 以降は翌営業日の受付"),
  rung: wording("after {target} to {who}", "{target}後に {who} へ"),
  step: wording("{name} ({parts})", "{name}（{parts}）"),
  may: wording("may", "可（may）"),
  ask: wording("ask {who}", "確認（ask）：{who}"),
  never: wording("never", "不可（never）"),
  silent: wording("no rule (take it back and check)", "定めなし（持ち帰って確認）"),
};

function valueInWords(property: ChangedProperty, said: Said, locale: Locale): string {
  switch (property) {
    case "outcome":
      return outcomeInWords(said, locale);
    case "conflict":
      return say(said.isConflict ? texts.yes : texts.no, locale, {});
    case "promise":
    case "approver":
    case "answer":
    case "reason":
      return promiseInWords(property, said, locale);
    case "steps":
      return listOr(
        said.steps.map(({ step }) => {
          const parts = stepParts({ ...step, when: undefined }, locale);
          return say(texts.step, locale, { name: step.name, parts: parts.join(locale === "ja" ? "、" : ", ") });
        }),
        locale,
      );
    case "open":
      return listOr(said.terms?.openings.map((each) => openingInWords(each, locale)) ?? [], locale);
    case "hours":
      return hoursInWords(said, locale);
    default:
      return lineInWords(property, said.terms?.lines, locale);
  }
}

/** "open 2026-08-22..2026-08-23 09:00-18:00 (acme_cutover)": what opens, as long as the exception is in force. */
function openingInWords({ exception, rules, effective }: Opening, locale: Locale): string {
  const dates = datesInWords(effective, locale);
  return inBrackets(inList(rules.map(ruleInWords), locale), inList([exception, dates], locale), locale);
}

function outcomeInWords({ terms, steps }: Said, locale: Locale): string {
  if (!terms) return say(texts.unhandled, locale, {});
  if (terms.decline !== undefined) return say(texts.declined, locale, { text: terms.decline });
  const who = terms.lines.by?.value ?? steps[0]?.step.who;
  return who ? say(texts.handledBy, locale, { who: whoInWords(who, locale) }) : say(texts.handled, locale, {});
}

function hoursInWords({ terms }: Said, locale: Locale): string {
  if (terms?.lines.hours) return terms.lines.hours.value;
  const calendar = terms?.doer.team?.calendar?.name;
  return calendar ?? say(texts.none, locale, {});
}

function lineInWords(
  property: Exclude<keyof HandleLines, "steps" | "broken" | "decline" | "hours"> | "offered",
  lines: HandleLines | undefined,
  locale: Locale,
): string {
  const told = <T>(stated: Stated<T> | undefined, words: (value: T) => string): string => {
    return stated ? words(stated.value) : say(texts.none, locale, {});
  };
  switch (property) {
    case "by":
      return told(lines?.by, (who) => whoInWords(who, locale));
    case "via":
    case "offered":
      return told(lines?.via, (via) =>
        inParts(
          via.map(({ value }) => viaInWords(value, locale)),
          locale,
        ),
      );
    case "cutoff":
      return told(lines?.cutoff, (minute) => say(texts.cutoff, locale, { time: formatMinute(minute) }));
    case "respond":
      return told(lines?.respond, (target) => withinInWords(target, locale));
    case "resolve":
      return told(lines?.resolve, (target) => withinInWords(target, locale));
    case "escalate":
      return told(lines?.escalate, (rungs) =>
        inParts(
          rungs.map(({ value: { after, to } }) => {
            return say(texts.rung, locale, { target: targetInWords(after, locale), who: whoInWords(to, locale) });
          }),
          locale,
        ),
      );
    case "surcharge":
      return told(lines?.surcharge, ({ rate }) => surchargeInWords(rate, locale));
    case "say":
      return told(lines?.say, (text) => `“${text}”`);
    default:
      return property satisfies never;
  }
}

function listOr(parts: readonly string[], locale: Locale): string {
  return parts.length > 0 ? parts.join(locale === "ja" ? "、" : "; ") : say(texts.none, locale, {});
}

// promises ------------------------------------------------------------------------------------------------------------

function promiseInWords(property: "promise" | "approver" | "answer" | "reason", said: Said, locale: Locale): string {
  const { verdict, lines } = promiseOf(said);
  switch (property) {
    case "promise":
      return verdict === "ask"
        ? listOr(
            lines.map((line) => askInWords(line, locale)),
            locale,
          )
        : say(texts[verdict], locale, {});
    case "approver":
      return listOr(
        lines.flatMap(({ who }) => (who ? [whoInWords(who, locale)] : [])),
        locale,
      );
    case "answer":
      return listOr(
        lines.flatMap(({ within }) => (within ? [withinInWords(within, locale)] : [])),
        locale,
      );
    case "reason":
      return lines[0]?.because ?? say(texts.none, locale, {});
    default:
      return property satisfies never;
  }
}

function askInWords({ who, within }: VerdictPlan, locale: Locale): string {
  const asked = say(texts.ask, locale, { who: who ? whoInWords(who, locale) : "?" });
  if (!within) return asked;
  return locale === "ja" ? `${asked}、${withinInWords(within, locale)}` : `${asked} ${withinInWords(within, locale)}`;
}
