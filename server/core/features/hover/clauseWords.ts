import { inParts, type Locale } from "../../checks/message.ts";
import type { HandleLines, Verdict } from "../../model/model.ts";
import { formatMinute } from "../../time/date.ts";
import { say, wording } from "../say.ts";
import { conditionInWords, surchargeInWords, targetInWords, viaInWords, whoInWords, withinInWords } from "../words.ts";

const texts = {
  by: wording("done by {who}", "担当：{who}"),
  via: wording("via {channels}", "連絡手段：{channels}"),
  hours: wording("counted on {calendar}", "時間の数え方：{calendar}"),
  cutoff: wording("from {time} on, received on the next business day", "{time} 以降は翌営業日の受付"),
  respond: wording("respond {within}", "回答：{within}"),
  resolve: wording("resolve {within}", "解決：{within}"),
  escalate: wording("after {target}, tell {who}", "{target}を過ぎたら {who} に連絡"),
  say: wording("say: “{text}”", "伝える文：「{text}」"),
  decline: wording("declined, because {reason}", "断る。理由：{reason}"),
  surcharge: wording("surcharge {rate}", "割増 {rate}"),
  because: wording("{what}, because {reason}", "{what}（理由：{reason}）"),
  may: wording("**may**", "**約束してよい**"),
  ask: wording("**ask** {who}", "**確認する**: {who}"),
  askWithin: wording("**ask** {who} {within}", "**確認する**: {who}、{within}"),
  never: wording("**never**", "**約束してはならない**"),
  when: wording("{what} when {condition}", "{what}（条件：{condition}）"),
  somebody: wording("somebody", "誰か"),
};

/** What a handle clause, a case or an exception states, one text a property, in words. */
export function linesInWords(lines: HandleLines, locale: Locale): readonly string[] {
  const via =
    lines.via &&
    inParts(
      lines.via.value.map(({ value }) => viaInWords(value, locale)),
      locale,
    );
  const rungs = lines.escalate?.value ?? [];
  const parts = [
    lines.decline && say(texts.decline, locale, { reason: lines.decline.value }),
    lines.by && say(texts.by, locale, { who: whoInWords(lines.by.value, locale) }),
    via && say(texts.via, locale, { channels: via }),
    lines.hours && say(texts.hours, locale, { calendar: lines.hours.value }),
    lines.cutoff && say(texts.cutoff, locale, { time: formatMinute(lines.cutoff.value) }),
    lines.respond && say(texts.respond, locale, { within: withinInWords(lines.respond.value, locale) }),
    lines.resolve && say(texts.resolve, locale, { within: withinInWords(lines.resolve.value, locale) }),
    ...rungs.map(({ value: { after, to } }) =>
      say(texts.escalate, locale, { target: targetInWords(after, locale), who: whoInWords(to, locale) }),
    ),
    surchargeLine(lines, locale),
    lines.say && say(texts.say, locale, { text: lines.say.value }),
  ];
  return parts.filter((part): part is string => part !== undefined && part !== "");
}

/** A line of a commit clause in words. */
export function verdictInWords(verdict: Verdict, locale: Locale): string {
  let what = verdictWord(verdict, locale);
  if (verdict.when) what = say(texts.when, locale, { what, condition: `\`${conditionInWords(verdict.when)}\`` });
  return verdict.because === undefined ? what : say(texts.because, locale, { what, reason: verdict.because });
}

function verdictWord({ verdict, who, within }: Verdict, locale: Locale): string {
  if (verdict !== "ask") return say(texts[verdict], locale, {});
  const name = who ? whoInWords(who, locale) : say(texts.somebody, locale, {});
  if (!within) return say(texts.ask, locale, { who: name });
  return say(texts.askWithin, locale, { who: name, within: withinInWords(within, locale) });
}

function surchargeLine({ surcharge }: HandleLines, locale: Locale): string | undefined {
  if (!surcharge) return undefined;
  const what = say(texts.surcharge, locale, { rate: surchargeInWords(surcharge.value.rate, locale) });
  const reason = surcharge.value.because;
  return reason === undefined ? what : say(texts.because, locale, { what, reason });
}
