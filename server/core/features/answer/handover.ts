import { say, wording } from "../say.ts";
import { andList, dayText, type Telling } from "../telling.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  handover: wording("Handover", "引き継ぎ"),
  until: wording("{name}, until {last}: both are on the route", "{name}（{last} まで、二人とも担当）"),
  open: wording("{name}, without an end: both are on the route", "{name}（期限なし、二人とも担当）"),
};

/** Both people of a handover under way. */
export function handoverRows(telling: Telling): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const { handover, outcome } = decision;
  if (!handover || (outcome !== "handled" && outcome !== "redirect" && outcome !== "unstaffed")) return [];
  const { name, people, last } = handover;
  const detail =
    last === undefined
      ? say(texts.open, locale, { name })
      : say(texts.until, locale, { name, last: dayText(telling, last) });
  return [row(say(texts.handover, locale, {}), andList(telling, people), { detail })];
}
