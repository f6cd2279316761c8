import { type OwedWith, owedWith } from "../../questions/owedWith.ts";
import { say, wording } from "../say.ts";
import { endText, type Telling, titledName } from "../telling.ts";
import { targetInWords, withinInWords } from "../words.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  owed: wording("Owed", "提供物"),
  fromTo: wording("{from} to {to}: {what}", "{from} から {to} へ：{what}"),
  by: wording("by {time}, {rhythm}", "{time} まで（{rhythm}）"),
  past: wording("by {time}, {rhythm}: that is past already", "{time} まで（{rhythm}）。既に過ぎている"),
  withRequest: wording("with the request", "依頼に添える"),
  before: wording("{lead} before {field}", "{field} の {lead}前"),
  noDate: wording("{rhythm}, which the request does not say", "{rhythm}。依頼に日付が書かれていない"),
  noHours: wording(
    "{rhythm}, but {team} has no hours to count them by",
    "{rhythm}。{team} の営業時間がなく、数えられない",
  ),
  never: wording("{rhythm}, which does not come within ten years", "{rhythm}。今後十年の営業時間では達しない"),
};

/** What the teams owe each other because of the request: who, to whom, what, by when. */
export function owedRows(telling: Telling): readonly AnswerRow[] {
  const { decision, locale } = telling;
  // Where a field is missing, the answer for each of its values tells them.
  if (decision.outcome === "needs") return [];
  return owedWith(telling, decision).map((each) => {
    const [from, to] = [titledName(telling, each.from), titledName(telling, each.to)];
    const value = say(texts.fromTo, locale, { from, to, what: each.what });
    const tone = each.isPast || each.unknown ? "warn" : undefined;
    return row(say(texts.owed, locale, {}), value, { detail: whenText(telling, each), tone });
  });
}

function whenText(telling: Telling, { rhythm, by, unknown, isPast, from }: OwedWith): string {
  const { locale } = telling;
  if (rhythm.kind === "with every") return say(texts.withRequest, locale, {});
  const words =
    rhythm.kind === "within of every"
      ? withinInWords(rhythm.within, locale)
      : say(texts.before, locale, { lead: targetInWords(rhythm.lead, locale), field: rhythm.field });
  if (by !== undefined) {
    const holes = { time: endText(telling, by), rhythm: words };
    return say(isPast ? texts.past : texts.by, locale, holes);
  }
  switch (unknown) {
    case "no date":
      return say(texts.noDate, locale, { rhythm: words });
    case "no hours":
      return say(texts.noHours, locale, { rhythm: words, team: from });
    case "never":
    case undefined:
      return say(texts.never, locale, { rhythm: words });
    default:
      return unknown satisfies never;
  }
}
