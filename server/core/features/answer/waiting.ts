import { decide } from "../../engine/decide.ts";
import type { Decision, Timed, Waiting } from "../../engine/decision.ts";
import { say, wording } from "../say.ts";
import { andList, endText, endTextAfter, momentText, type Telling } from "../telling.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  waiting: wording("Waiting", "待ち"),
  fromTo: wording("from {from} to {to}", "{from}〜{to}"),
  since: wording("since {from}", "{from} から"),
  standsStill: wording("the clock stands still then", "その間は期限が進まない"),
  untilOn: wording("the clock stands still until it goes on", "再開まで期限が進まない"),
  sentence: wording(
    " It waits {times}; the clock stands still then.",
    "{times} は待ちの状態で、その間は期限が進みません。",
  ),
  openSentence: wording(
    " It waits {times}; the clock stands still until it goes on.",
    "{times}待ちの状態で、再開まで期限が進みません。",
  ),
  moved: wording("moved from {time} by the waiting", "待ちにより {time} から変更"),
  open: wording("not known before it goes on; {time} without the waiting", "再開まで定まらない。待ちがなければ {time}"),
};

/** The decision on the same request if it never waited; undefined where it does not wait. */
export function withoutWaiting({ engine, decision }: Telling): Decision | undefined {
  const { request } = decision;
  return request.waiting?.length ? decide(engine, { ...request, waiting: [] }) : undefined;
}

/** Whether a request waits for as long as anyone knows. */
export function waitsWithoutEnd({ decision }: Telling): boolean {
  return decision.request.waiting?.some(({ to }) => to === undefined) ?? false;
}

/** When it waits, as a row each. */
export function waitingRows(telling: Telling): readonly AnswerRow[] {
  return inOrder(telling).map((each) => {
    const detail = say(each.to === undefined ? texts.untilOn : texts.standsStill, telling.locale, {});
    return row(say(texts.waiting, telling.locale, {}), timesText(telling, each), { detail, tone: "warn" });
  });
}

/** What a headline adds of the waiting; empty where there is none. */
export function waitingSentence(telling: Telling): string {
  const waits = inOrder(telling);
  if (waits.length === 0) return "";
  const times = andList(
    telling,
    waits.map((each) => timesText(telling, each)),
  );
  return say(waitsWithoutEnd(telling) ? texts.openSentence : texts.sentence, telling.locale, { times });
}

/** What the waiting did to a deadline; undefined where it did nothing. */
export function movedText(telling: Telling, timed: Timed, unmoved: Timed | undefined): string | undefined {
  const before = unmoved?.deadline;
  if (before === undefined || before === timed.deadline) return undefined;
  const text = timed.deadline === undefined ? texts.open : texts.moved;
  return say(text, telling.locale, { time: endText(telling, before) });
}

function inOrder({ decision }: Telling): readonly Waiting[] {
  return [...(decision.request.waiting ?? [])].sort((one, other) => one.from - other.from);
}

function timesText(telling: Telling, { from, to }: Waiting): string {
  const { locale } = telling;
  if (to === undefined) return say(texts.since, locale, { from: momentText(telling, from) });
  return say(texts.fromTo, locale, { from: momentText(telling, from), to: endTextAfter(telling, from, to) });
}
