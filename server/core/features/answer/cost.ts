import { inBrackets } from "../../checks/message.ts";
import type { PremiumRange, SurchargeDue } from "../../engine/decision.ts";
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
  from: wording("{premium} from {time}", "{time} から {premium}"),
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
    const premium = premiumText(telling, percent);
    return row(
      say(texts.afterwards, locale, {}),
      say(texts.from, locale, { premium, time: momentText(telling, from) }),
    );
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

function premiumText({ locale }: Telling, { least, most }: PremiumRange): string {
  return least === most ? `${least}%` : say(texts.range, locale, { least: String(least), most: String(most) });
}
