import { inBrackets } from "../../checks/message.ts";
import type { TargetName } from "../../checks/tables.ts";
import type { Decision, LadderRung } from "../../engine/decision.ts";
import { isLeftOutByTable } from "../../questions/leftOutByTable.ts";
import { formatMinute } from "../../time/date.ts";
import { say, type Wording, wording } from "../say.ts";
import { andList, endText, momentText, type Telling } from "../telling.ts";
import { targetInWords, withinInWords } from "../words.ts";
import { capacityInWords } from "./instead.ts";
import { answerLabels } from "./labels.ts";
import { statedFor } from "./layers.ts";
import { type AnswerRow, row } from "./row.ts";
import { movedText, waitingRows, waitsWithoutEnd, withoutWaiting } from "./waiting.ts";

const texts = {
  closed: wording("Closed", "時間外"),
  until: wording("until {time}", "{time} まで"),
  never: wording("never", "なし"),
  onReceipt: wording("on receipt", "受付と同時"),
  closedOnReceipt: wording("at the next opening: it arrives outside the hours", "受付が時間外のため、次の営業開始から"),
  afterCutoff: wording("it arrives after the cut-off of {time}", "受付が締め切り {time} の後"),
  neverOpens: wording("the hours do not open again within ten years", "今後十年、営業時間がない"),
  breach: wording("not breached before {time}, when it opens again", "違反となるのは、次に開く {time} から"),
  noneAgreed: wording("no deadline agreed", "期限の取り決めなし"),
  noRowFits: wording("no row of the table fits this request", "表にこの依頼に当たる行がない"),
  noDeadline: wording("none", "定まらない"),
  neverReached: wording("{target}: not reached within ten years", "{target}：今後十年の営業時間では達しない"),
  afterwards: wording("then", "その後"),
  rung: wording("{time} to {people}", "{time} に {people} へ"),
  rungToNobody: wording("{time} to nobody", "{time}、ただし宛先に誰もいない"),
  after: wording("after {target}", "{target}後"),
  toAfter: wording("{who}, after {target}", "{who}、{target}後"),
  offHours: wording("outside their hours", "相手の営業時間外"),
};

/** When the clock starts, by when an answer and a solution are due, and who hears of it in between. */
export function timeRows(telling: Telling): readonly AnswerRow[] {
  const { decision } = telling;
  if (decision.outcome !== "handled" && decision.outcome !== "redirect" && decision.outcome !== "unstaffed") return [];
  const unmoved = withoutWaiting(telling);
  return [
    ...waitingRows(telling),
    ...closedRows(telling),
    ...clockRows(telling),
    ...deadlineRows(telling, "respond", unmoved),
    ...deadlineRows(telling, "resolve", unmoved),
    ...decision.ladder.map((rung, index) =>
      rungRow(telling, rung, index === 0 ? answerLabels.escalation : texts.afterwards),
    ),
  ];
}

/** Where the clock does not start when the hours do, the two are told apart. */
function closedRows(telling: Telling): readonly AnswerRow[] {
  const { closed, clockStart } = telling.decision;
  if (closed?.until === undefined || closed.until === clockStart) return [];
  const value = say(texts.until, telling.locale, { time: momentText(telling, closed.until) });
  return [row(say(texts.closed, telling.locale, {}), value, { tone: "warn" })];
}

function clockRows(telling: Telling): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const { clockStart, closed, request } = decision;
  const label = say(answerLabels.clock, locale, {});
  if (clockStart === undefined) {
    if (waitsWithoutEnd(telling)) return [];
    const detail = say(texts.neverOpens, locale, {});
    return closed ? [row(label, say(texts.never, locale, {}), { detail, tone: "bad" })] : [];
  }
  const value = momentText(telling, clockStart);
  if (clockStart === request.at) return [row(label, value, { detail: say(texts.onReceipt, locale, {}) })];
  return [row(label, value, { detail: delayText(telling), tone: "warn" })];
}

function delayText(telling: Telling): string {
  const { locale, decision } = telling;
  if (decision.closed?.until === decision.clockStart) return say(texts.closedOnReceipt, locale, {});
  const cutoff = statedFor(telling, (lines) => lines.cutoff);
  return cutoff
    ? say(texts.afterCutoff, locale, { time: formatMinute(cutoff.value) + zoneText(telling) })
    : say(texts.closedOnReceipt, locale, {});
}

function deadlineRows(telling: Telling, name: TargetName, unmoved: Decision | undefined): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const [label, timed] = [answerLabels[name], decision[name]];
  if (!timed) return leftOutRows(telling, name);
  const moved = movedText(telling, timed, unmoved?.[name]);
  const { deadline, breachedAfter, target } = timed;
  if (deadline === undefined) {
    const detail = moved ?? say(texts.neverReached, locale, { target: targetInWords(target, locale) });
    return [row(label[locale], say(texts.noDeadline, locale, {}), { detail, tone: "bad" })];
  }
  const breach =
    breachedAfter === undefined || breachedAfter === deadline
      ? []
      : [say(texts.breach, locale, { time: momentText(telling, breachedAfter) })];
  const movedBy = moved === undefined ? [] : [moved];
  const detail = [withinInWords(target, locale, zoneText(telling)), ...movedBy, ...breach].join(separators[locale]);
  return [row(label[locale], endText(telling, deadline), { detail })];
}

/** Where no row of a target table fits, nothing is said, which is no deadline that somebody forgot to show. */
function leftOutRows({ model, decision, locale }: Telling, name: TargetName): readonly AnswerRow[] {
  if (!isLeftOutByTable(model, decision, name)) return [];
  const detail = say(texts.noRowFits, locale, {});
  return [row(answerLabels[name][locale], say(texts.noneAgreed, locale, {}), { detail, tone: "warn" })];
}

/** Where the hours are kept in another zone than the answer's, times of day that the clause states need its name. */
function zoneText(telling: Telling): string {
  const { model, decision } = telling;
  const hours = statedFor(telling, (lines) => lines.hours)?.value ?? model.teams.get(decision.team ?? "")?.hours?.value;
  const zone = model.calendars.get(hours ?? "")?.zone;
  return zone === undefined || zone === decision.zone ? "" : inBrackets("", zone, telling.locale);
}

function rungRow(telling: Telling, rung: LadderRung, label: Wording<string>): AnswerRow {
  const { locale } = telling;
  const { at, people, offHours } = rung;
  if (at === undefined) {
    const detail = say(texts.neverReached, locale, { target: targetInWords(rung.after, locale) });
    return row(label[locale], say(texts.never, locale, {}), { detail, tone: "bad" });
  }
  const time = momentText(telling, at);
  const value =
    people.length === 0
      ? say(texts.rungToNobody, locale, { time })
      : say(texts.rung, locale, { time, people: andList(telling, people) });
  const detail = [whenText(telling, rung), ...(offHours ? [say(texts.offHours, locale, {})] : [])];
  const tone = people.length === 0 ? "bad" : offHours ? "warn" : undefined;
  return row(label[locale], value, { detail: detail.join(separators[locale]), tone });
}

function whenText(telling: Telling, { after, to, people }: LadderRung): string {
  const { locale } = telling;
  const target = targetInWords(after, locale);
  const who = capacityInWords(telling, to, people);
  return people.includes(who) ? say(texts.after, locale, { target }) : say(texts.toAfter, locale, { who, target });
}

const separators = { en: "; ", ja: "。" } as const;
