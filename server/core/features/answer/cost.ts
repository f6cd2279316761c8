import { inBrackets } from "../../checks/message.ts";
import type { PremiumRange, SurchargeDue } from "../../engine/decision.ts";
import { restDayPremium } from "../../engine/surcharge.ts";
import { say, wording } from "../say.ts";
import { momentText, type Telling } from "../telling.ts";
import { surchargeInWords } from "../words.ts";
import { answerLabels } from "./labels.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  afterwards: wording("then", "その後"),
  range: wording("{least}% to {most}%", "{least}%〜{most}%"),
  hoursUnknown: wording(
    "{premium}; how much depends on the hours already worked",
    "{premium}。既に働いた時間によって変わる",
  ),
  lawUnknown: wording("{premium}, which is not known here", "{premium}。率は登録されていない"),
  from: wording("{premium} {when} from {time}", "{time} から{when} {premium}"),
  byDay: wording("by day (05:00–22:00)", "日中（05:00〜22:00）は"),
  atNight: wording("at night (22:00–05:00)", "深夜（22:00〜05:00）は"),
  onRestDay: wording("by day on the rest day", "法定休日の日中は"),
  onRestNight: wording("at night on the rest day", "法定休日の深夜は"),
};

/** What it costs beside the contract, why, and from when it costs something else. */
export function costRows(telling: Telling): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const { surcharge } = decision;
  if (!surcharge) return [];
  const value = surcharge.percent ? premiumText(telling, surcharge.percent) : surchargeInWords(surcharge.rate, locale);
  const first = row(say(answerLabels.surcharge, locale, {}), value, {
    detail: detailText(telling, surcharge),
    tone: "warn",
  });
  const further = surcharge.further.map(({ from, percent }) => {
    const hole = {
      premium: premiumText(telling, percent),
      when: whenText(telling, percent),
      time: momentText(telling, from),
    };
    return row(say(texts.afterwards, locale, {}), say(texts.from, locale, hole));
  });
  return [first, ...further];
}

function detailText({ locale }: Telling, { rate, because, percent }: SurchargeDue): string | undefined {
  if (rate.kind !== "premium") return because;
  const premium = surchargeInWords(rate, locale);
  const law = !percent
    ? say(texts.lawUnknown, locale, { premium })
    : percent.least === percent.most
      ? premium
      : say(texts.hoursUnknown, locale, { premium });
  return because === undefined ? law : inBrackets(because, law, locale);
}

/** The hours that a premium is for: each is told once, and they come again, so a time alone would seem to hold until the end. */
function whenText({ locale }: Telling, { least }: PremiumRange): string {
  const [byDay, atNight] = least < restDayPremium ? [texts.byDay, texts.atNight] : [texts.onRestDay, texts.onRestNight];
  return say(least === 0 || least === restDayPremium ? byDay : atNight, locale, {});
}

function premiumText({ locale }: Telling, { least, most }: PremiumRange): string {
  return least === most ? `${least}%` : say(texts.range, locale, { least: String(least), most: String(most) });
}
