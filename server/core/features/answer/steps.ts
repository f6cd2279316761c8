import type { Timeline, TimelineStep } from "../../engine/timeline.ts";
import { say, wording } from "../say.ts";
import { writtenAt } from "../spot.ts";
import { andList, endText, endTextAfter, momentText, type Telling, titledName } from "../telling.ts";
import { stepTimingInWords } from "../words.ts";
import { absenceText } from "./absence.ts";
import { answerLabels } from "./labels.ts";
import { type AnswerRow, row } from "./row.ts";
import { waitsWithoutEnd } from "./waiting.ts";

const texts = {
  until: wording("{step}: {who}, until {time}", "{step}：{who}、{time} まで"),
  endless: wording("{step}: {who}, without an end", "{step}：{who}、終わりが定まらない"),
  stillWaiting: wording("{step}: {who}, open until the waiting ends", "{step}：{who}、待ちが終わるまで未定"),
  skipped: wording("{step}: skipped", "{step}：省略"),
  notSo: wording("not so: {condition}", "当てはまらない条件：{condition}"),
  nobody: wording("nobody", "担当できる人がいない"),
  from: wording("from {time}", "{time} から"),
  needs: wording("needs {documents}", "必要なもの：{documents}"),
  checks: wording("checks {fields}", "確認：{fields}"),
  checksTwice: wording("two people check {fields}", "二人で確認：{fields}"),
  instead: wording("instead of {person}, {absent}", "{absent} {person} の代わり"),
  never: wording("never", "定まらない"),
  whileWaiting: wording("not known until the waiting ends", "待ちが終わるまで未定"),
  waitingDetail: wording("nobody knows yet when the request goes on", "再開する日時がまだ分からない"),
  fromTo: wording("{from} – {to}", "{from}〜{to}"),
  fromOn: wording("from {from}, without an end", "{from} から、終わりが定まらない"),
  holder: wording("{step}: {who}", "{step}：{who}"),
  mended: wording("sent back by {step}, to be mended", "{step} から差し戻されて修正"),
  again: wording("once more, after it came back", "差し戻しの後にもう一度"),
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
  worstDetail: wording("if {steps} sends it back", "{steps} が差し戻した場合"),
  worstOfSeveral: wording("if {steps} each send it back once", "{steps} がそれぞれ一度差し戻した場合"),
  worstIsLate: wording("that is later than agreed", "解決期限を過ぎる"),
};

/** Who has the request when, what each step needs, and when it is done: as planned, and if every form comes back once. */
export function stepRows(telling: Telling): readonly AnswerRow[] {
  const { timeline } = telling.decision;
  if (!timeline) return [];
  const label = say(answerLabels.steps, telling.locale, {});
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
  if (step.end === undefined) return say(waitsWithoutEnd(telling) ? texts.stillWaiting : texts.endless, locale, holes);
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
    ...(insteadOf === undefined
      ? []
      : [say(texts.instead, locale, { person: insteadOf, absent: absenceText(telling, insteadOf) })]),
    ...(needs.length > 0 ? [say(texts.needs, locale, { documents: andList(telling, needs) })] : []),
    ...(checks.length > 0
      ? [say(twice ? texts.checksTwice : texts.checks, locale, { fields: andList(telling, checks) })]
      : []),
  ];
}

function doneRow(telling: Telling, { doneBy, late, unstaffedAt }: Timeline): AnswerRow {
  const { locale } = telling;
  const label = say(answerLabels.doneBy, locale, {});
  if (doneBy === undefined) {
    const ordinary = waitsWithoutEnd(telling) ? texts.waitingDetail : texts.neverDetail;
    const why = unstaffedAt === undefined ? ordinary : texts.unstaffed;
    const detail = say(why, locale, { step: unstaffedAt ?? "" });
    return row(label, noEndText(telling), { detail, tone: "bad" });
  }
  const details = [
    ...(unstaffedAt === undefined ? [] : [say(texts.unstaffed, locale, { step: unstaffedAt })]),
    ...(late ? [say(texts.late, locale, {})] : []),
  ];
  if (details.length === 0) return row(label, endText(telling, doneBy));
  return row(label, endText(telling, doneBy), { detail: details.join(separators[locale]), tone: "bad" });
}

/** What stands where a date would, of what has none: it waits for as long as anyone knows, or its hours never come. */
export function noEndText(telling: Telling): string {
  return say(waitsWithoutEnd(telling) ? texts.whileWaiting : texts.never, telling.locale, {});
}

/** When it is done at worst and who sends it back, then, from the first return on, a row a step; nothing where no step sends anything back. */
function worstRows(telling: Telling, timeline: Timeline): readonly AnswerRow[] {
  const { locale } = telling;
  const { worst, worstDoneBy } = timeline;
  const first = worst.findIndex((step) => step.returnedBy !== undefined);
  if (first < 0) return [];
  const senders = [...new Set(worst.flatMap((step) => step.returnedBy ?? []))];
  const assumed = senders.length > 1 ? texts.worstOfSeveral : texts.worstDetail;
  const details = [
    say(assumed, locale, { steps: andList(telling, senders) }),
    ...(isLateAtWorst(telling, timeline) ? [say(texts.worstIsLate, locale, {})] : []),
  ];
  const label = say(texts.worst, locale, {});
  const value = worstDoneBy === undefined ? noEndText(telling) : endText(telling, worstDoneBy);
  return [
    row(label, value, { detail: details.join(separators[locale]) }),
    ...worst.slice(first).flatMap((step) => (step.start === undefined ? [] : [worstRow(telling, step, label)])),
  ];
}

/** Whether the target that the plain path keeps is broken by what is sent back: the plan allows for it, so it is no fault. */
function isLateAtWorst({ decision: { resolve } }: Telling, { late, worstDoneBy }: Timeline): boolean {
  const breachedAfter = resolve?.breachedAfter;
  return !late && breachedAfter !== undefined && worstDoneBy !== undefined && worstDoneBy > breachedAfter;
}

/** Who has it then, from when till when, and which return is assumed. */
function worstRow(telling: Telling, step: TimelineStep, label: string): AnswerRow {
  const holder = say(texts.holder, telling.locale, { step: step.name, who: stepHolder(telling, step) });
  const detail = [...periodText(telling, step), ...passNote(telling, step)].join(separators[telling.locale]);
  return row(label, holder, { detail, tone: step.staffed ? undefined : "bad" });
}

function periodText(telling: Telling, { start, end }: TimelineStep): readonly string[] {
  if (start === undefined) return [];
  const from = momentText(telling, start);
  if (end === undefined) return [say(texts.fromOn, telling.locale, { from })];
  return [say(texts.fromTo, telling.locale, { from, to: endTextAfter(telling, start, end) })];
}

/** Why a step is done again; empty where it is not. */
export function passNote({ locale }: Telling, { pass, returnedBy }: TimelineStep): readonly string[] {
  if (pass === "mended") return [say(texts.mended, locale, { step: returnedBy ?? "" })];
  return pass === "again" ? [say(texts.again, locale, {})] : [];
}

const separators = { en: "; ", ja: "。" } as const;
