import { relatedCommitments } from "../../engine/decide.ts";
import type { Ask, Commitment } from "../../engine/decision.ts";
import { say, wording } from "../say.ts";
import { andList, endText, type Telling } from "../telling.ts";
import { whoInWords, withinInWords } from "../words.ts";
import { capacityInWords, peopleMeant } from "./instead.ts";
import { answerLabels } from "./labels.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  promises: wording("May be promised", "約束の可否"),
  ofKind: wording("{kind}: {verdict}", "{kind}：{verdict}"),
  may: wording("yes", "可"),
  askFirst: wording("ask {names} first", "先に {names} に確認"),
  askNobody: wording(
    "ask {names} first, but nobody is left there",
    "先に {names} に確認（ただし確認できる人がいない）",
  ),
  never: wording("never", "不可"),
  silent: wording("no rule says: take it back and check", "定めなし。持ち帰って確認"),
  person: wording("{name} ({who})", "{name}（{who}）"),
  nobody: wording("nobody is there to be asked", "確認できる人がいない"),
  oneself: wording(
    "that is {asker}, who asks, and nobody else is there",
    "{asker} 本人のことで、ほかに確認できる人がいない",
  ),
  nobodyAsks: wording("the request does not say who asks", "誰からの依頼かが書かれていない"),
  answers: wording("answers by {time}, {within}", "{time} までに返事（{within}）"),
  noAnswer: wording("{within}, which does not come within ten years", "{within}（今後十年の営業時間では達しない）"),
  answeredBy: wording("answered by {time}", "{time} までに返事"),
  takeBack: wording("Let me take that back, check, and call you.", "一度持ち帰って確認し、折り返しご連絡いたします。"),
};

/** What may be promised on the request's own kind, and beside it on the kinds that are questions only. */
export function promiseRows(telling: Telling): readonly AnswerRow[] {
  const { decision } = telling;
  const { commitment } = decision;
  // Of a kind that nobody handles, nothing being said of promises is no news.
  const isNews = commitment && !(decision.outcome === "unhandled" && commitment.verdict === "silent");
  const own = isNews ? ownRows(telling, commitment) : [];
  return [...own, ...relatedRows(telling)];
}

/** What to say where no sentence is agreed on. */
export function sentenceToSay({ decision, locale }: Telling): string | undefined {
  const isSilent =
    decision.outcome === "unhandled" ||
    (decision.outcome === "question" && (decision.commitment?.verdict ?? "silent") === "silent");
  return decision.say ?? (isSilent ? say(texts.takeBack, locale, {}) : undefined);
}

/** The headline of a question says the verdict already, and of a "never" why. */
function ownRows(telling: Telling, commitment: Commitment): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const { asks, because } = commitment;
  const isSaid = decision.outcome === "question" && commitment.verdict === "never";
  const verdict =
    decision.outcome === "question"
      ? []
      : [
          row(say(answerLabels.promise, locale, {}), verdictText(telling, commitment), {
            tone: tones[commitment.verdict],
          }),
        ];
  return [
    ...verdict,
    ...asks.map((ask) => askRow(telling, ask)),
    ...(because === undefined || isSaid ? [] : [row(say(answerLabels.because, locale, {}), because)]),
  ];
}

const tones = { may: "good", ask: "warn", never: "bad", silent: "warn" } as const;

function verdictText(telling: Telling, { verdict, asks }: Commitment): string {
  const { locale } = telling;
  if (verdict !== "ask") return say(texts[verdict], locale, {});
  const names = askedText(telling, asks);
  return say(reachesNobody(telling, asks) ? texts.askNobody : texts.askFirst, locale, { names });
}

/** Whether nobody is left of those to ask; where it depends on who asks, and that is not said, they are not known. */
export function reachesNobody({ decision }: Telling, asks: readonly Ask[]): boolean {
  const isOpen = ({ who }: Ask) => who.kind === "lead of asker" && decision.request.asker === undefined;
  return asks.length > 0 && asks.every((ask) => ask.name === "" && !isOpen(ask));
}

/** Those to ask, by name; where there is nobody by name, as whom the agreement says. */
export function askedText(telling: Telling, asks: readonly Ask[]): string {
  return andList(
    telling,
    asks.map(({ name, who }) => name || whoInWords(who, telling.locale)),
  );
}

function askRow(telling: Telling, { who, name, within, answeredBy }: Ask): AnswerRow {
  const { locale } = telling;
  const label = say(answerLabels.ask, locale, {});
  if (name === "") return row(label, whoInWords(who, locale), { detail: nobodyText(telling, who), tone: "bad" });
  const words = capacityInWords(telling, who, [name]);
  const value = words === name ? name : say(texts.person, locale, { name, who: words });
  if (!within) return row(label, value);
  const holes = { within: withinInWords(within, locale) };
  if (answeredBy?.deadline === undefined)
    return row(label, value, { detail: say(texts.noAnswer, locale, holes), tone: "bad" });
  return row(label, value, {
    detail: say(texts.answers, locale, { ...holes, time: endText(telling, answeredBy.deadline) }),
  });
}

/** Nobody to ask is one thing; that it depends on who asks, or that it is oneself, is another. */
function nobodyText(telling: Telling, who: Ask["who"]): string {
  const { decision, locale } = telling;
  const { asker } = decision.request;
  if (asker === undefined) return say(who.kind === "lead of asker" ? texts.nobodyAsks : texts.nobody, locale, {});
  return peopleMeant(telling, who).includes(asker)
    ? say(texts.oneself, locale, { asker })
    : say(texts.nobody, locale, {});
}

/** Beside work to be done it helps to know what must not be promised; beside a question it does not. */
function relatedRows(telling: Telling): readonly AnswerRow[] {
  const { engine, decision, locale } = telling;
  if (decision.clause === undefined) return [];
  const label = say(texts.promises, locale, {});
  return relatedCommitments(engine, decision.request)
    .filter(({ commitment }) => commitment.verdict !== "silent")
    .map(({ kind, commitment }) => {
      const value = say(texts.ofKind, locale, { kind, verdict: verdictText(telling, commitment) });
      return row(label, value, { detail: relatedDetail(telling, commitment), tone: tones[commitment.verdict] });
    });
}

function relatedDetail(telling: Telling, { because, answeredBy }: Commitment): string | undefined {
  if (answeredBy?.deadline === undefined) return because;
  return say(texts.answeredBy, telling.locale, { time: endText(telling, answeredBy.deadline) });
}
