import type { Timeline, TimelineStep } from "../engine/timeline.ts";
import { type AnswerRow, row } from "./answerRow.ts";
import { andList, endText, momentText, type Telling, titledName } from "./answerTelling.ts";
import { waitsWithoutEnd } from "./answerWaiting.ts";
import { say, wording } from "./say.ts";
import { writtenAt } from "./spot.ts";
import { stepTimingInWords } from "./words.ts";

const texts = {
  steps: wording("Steps", "手順"),
  until: wording("{step}: {who}, until {time}", "{step}: {who}、{time} まで"),
  endless: wording("{step}: {who}, without an end", "{step}: {who}、終わりが定まらない"),
  skipped: wording("{step}: skipped", "{step}: 省略"),
  notSo: wording("not so: {condition}", "当てはまらない条件：{condition}"),
  nobody: wording("nobody", "担当できる人がいない"),
  from: wording("from {time}", "{time} から"),
  needs: wording("needs {documents}", "必要なもの：{documents}"),
  checks: wording("checks {fields}", "確認：{fields}"),
  checksTwice: wording("two people check {fields}", "二人で確認：{fields}"),
  instead: wording("instead of {person}, who is away", "不在の {person} の代わり"),
  doneBy: wording("Done by", "完了予定"),
  never: wording("never", "定まらない"),
  whileWaiting: wording("not known before the request goes on", "待ちが終わるまで定まらない"),
  neverDetail: wording(
    "a step never comes to its end within ten years of the hours",
    "今後十年の営業時間では終わらない手順がある",
  ),
  late: wording(
    "later than agreed: the steps take longer than the clause allows",
    "取り決めより遅い：手順の時間が解決期限を超える",
  ),
  unstaffed: wording("only if somebody is found for the step {step}", "手順 {step} の担当者が見つかった場合に限る"),
  worst: wording("At worst", "最も遅い場合"),
  worstDetail: wording("if {steps} sends it back: {again}", "{steps} が差し戻した場合：{again}"),
  worstOfSeveral: wording("if {steps} send it back: {again}", "{steps} が差し戻した場合：{again}"),
};

/** Who has the request when, what each step needs, and when it is done: as planned, and if every form comes back once. */
export function stepRows(telling: Telling): readonly AnswerRow[] {
  const { timeline } = telling.decision;
  if (!timeline) return [];
  const label = say(texts.steps, telling.locale, {});
  return [
    ...timeline.plain.map((step) => stepRow(telling, step, label)),
    doneRow(telling, timeline),
    ...worstRows(telling, timeline),
  ].map((each) => ({ ...each, ofSteps: true }));
}

function stepRow(telling: Telling, step: TimelineStep, label: string): AnswerRow {
  const { locale } = telling;
  if (step.pass === "skipped") {
    const { condition } = step;
    const detail =
      condition && say(texts.notSo, locale, { condition: writtenAt(condition.place).replace(/\s+/g, " ") });
    return row(label, say(texts.skipped, locale, { step: step.name }), { detail });
  }
  const detail = stepDetails(telling, step).join(separators[locale]);
  return row(label, stepText(telling, step), { detail, tone: step.staffed ? undefined : "bad" });
}

/** "draft: Sales, until Mon 2026-08-24 15:00". */
function stepText(telling: Telling, step: TimelineStep): string {
  const { locale } = telling;
  const holes = { step: step.name, who: stepHolder(telling, step) };
  if (step.end === undefined) return say(texts.endless, locale, holes);
  return say(texts.until, locale, { ...holes, time: endText(telling, step.end) });
}

/** Who has a step: the person, else the team, else nobody. */
export function stepHolder(telling: Telling, { staffed, person, team }: TimelineStep): string {
  if (!staffed) return say(texts.nobody, telling.locale, {});
  return person ?? titledName(telling, team ?? "");
}

/** What there is to say of a step: its time, from when it counts, whom it takes the place of, papers and checks. */
export function stepDetails(telling: Telling, step: TimelineStep): readonly string[] {
  const { locale } = telling;
  const { timing, start, clockStart, end, needs, checks, twice, insteadOf } = step;
  // What happens at the instant at which the hours end is done before they begin again.
  const isLater = clockStart !== undefined && clockStart !== start && !(end !== undefined && clockStart > end);
  return [
    stepTimingInWords(timing, locale),
    ...(isLater ? [say(texts.from, locale, { time: momentText(telling, clockStart) })] : []),
    ...(insteadOf === undefined ? [] : [say(texts.instead, locale, { person: insteadOf })]),
    ...(needs.length > 0 ? [say(texts.needs, locale, { documents: andList(telling, needs) })] : []),
    ...(checks.length > 0
      ? [say(twice ? texts.checksTwice : texts.checks, locale, { fields: andList(telling, checks) })]
      : []),
  ];
}

function doneRow(telling: Telling, { doneBy, late, unstaffedAt }: Timeline): AnswerRow {
  const { locale } = telling;
  const label = say(texts.doneBy, locale, {});
  if (doneBy === undefined) {
    const ordinary = waitsWithoutEnd(telling) ? texts.whileWaiting : texts.neverDetail;
    const why = unstaffedAt === undefined ? ordinary : texts.unstaffed;
    const detail = say(why, locale, { step: unstaffedAt ?? "" });
    return row(label, say(texts.never, locale, {}), { detail, tone: "bad" });
  }
  const details = [
    ...(unstaffedAt === undefined ? [] : [say(texts.unstaffed, locale, { step: unstaffedAt })]),
    ...(late ? [say(texts.late, locale, {})] : []),
  ];
  if (details.length === 0) return row(label, endText(telling, doneBy));
  return row(label, endText(telling, doneBy), { detail: details.join(separators[locale]), tone: "bad" });
}

/** From the first return on, step by step; nothing where no step sends anything back. */
function worstRows(telling: Telling, { worst, worstDoneBy }: Timeline): readonly AnswerRow[] {
  const { locale } = telling;
  const first = worst.findIndex((step) => step.returnedBy !== undefined);
  if (first < 0) return [];
  const senders = [...new Set(worst.flatMap((step) => step.returnedBy ?? []))];
  const again = worst.slice(first).filter((step) => step.pass !== "skipped");
  const detail = say(senders.length > 1 ? texts.worstOfSeveral : texts.worstDetail, locale, {
    steps: andList(telling, senders),
    again: again.map((step) => stepText(telling, step)).join(separators[locale]),
  });
  const value = worstDoneBy === undefined ? say(texts.never, locale, {}) : endText(telling, worstDoneBy);
  return [row(say(texts.worst, locale, {}), value, { detail })];
}

const separators = { en: "; ", ja: "。" } as const;
