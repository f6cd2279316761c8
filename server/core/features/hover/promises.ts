import { inList, type Locale } from "../../checks/message.ts";
import type { Agreement, Model } from "../../model/model.ts";
import type { Guarantee, Obligation, Proof, Rhythm } from "../../model/work.ts";
import type { AgendaEntry } from "../../questions/agenda.ts";
import { owedEntries } from "../../questions/agendaOwed.ts";
import { formatMinute } from "../../time/date.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { timeInWords, wholeDay } from "../agendaWords.ts";
import { say, wording } from "../say.ts";
import { weekdayText } from "../telling.ts";
import { conditionInWords, targetInWords, whoInWords, withinInWords } from "../words.ts";

const texts = {
  guarantee: wording("promised to {customer} about {kinds}", "{kinds} について {customer} に保証すること"),
  guaranteeAll: wording("promised to all customers about {kinds}", "{kinds} についてすべての顧客に保証すること"),
  respond: wording("respond {within}", "回答：{within}"),
  resolve: wording("resolve {within}", "解決：{within}"),
  hours: wording("counted on {calendar}", "時間の数え方：{calendar}"),
  when: wording("when {condition}", "条件：{condition}"),
  keptBy: wording("to be kept by {clauses}", "これを守る条項：{clauses}"),
  nobody: wording("no clause handles it", "扱う条項がない"),
  owes: wording("{from} owes {to}: {what}", "{from} から {to} へ：{what}"),
  withEvery: wording("with every {request}", "{request} のたびに添える"),
  weekdays: wording("every {weekdays}", "毎週{weekdays}曜"),
  weekdaysBefore: wording("every {weekdays} before {time}", "毎週{weekdays}曜の {time} まで"),
  moved: wording("on a closed day, the business day before", "休みの日なら、その前の営業日"),
  beforeDate: wording("{lead} before {field} of every {request}", "{request} ごとに、{field} の {lead}前まで"),
  within: wording("within {time} of every {request}", "{request} のたびに、{time}以内"),
  next: wording("next: {day}", "次回：{day}"),
  nextBy: wording("next: {day}, {time}", "次回：{day}{time}"),
  noNext: wording("not due again within a year", "今後一年はない"),
  proof: wording("must hold for every request of the kind {topic}", "{topic} のすべての依頼で成り立つべきこと"),
};

/** What customers are promised, and the clauses that have to keep it; markdown lines. */
export function guaranteeCard(model: Model, guarantee: Guarantee, locale: Locale): readonly string[] {
  const { id, kinds, to, respond, resolve, hours, when } = guarantee;
  const about = inList(
    kinds.map((kind) => `\`${kind}\``),
    locale,
  );
  const keepers = [...model.agreements.values()].flatMap(({ handles }) =>
    handles.filter((clause) => clause.kinds.some((kind) => kinds.includes(kind))),
  );
  const promised =
    to === undefined
      ? say(texts.guaranteeAll, locale, { kinds: about })
      : say(texts.guarantee, locale, { customer: `\`${to}\``, kinds: about });
  const clauses = inList(
    keepers.map((clause) => `\`${clause.id}\``),
    locale,
  );
  return [
    `**${id}** — ${promised}`,
    ...bullets([
      when && say(texts.when, locale, { condition: `\`${conditionInWords(when)}\`` }),
      respond && say(texts.respond, locale, { within: withinInWords(respond.value, locale) }),
      resolve && say(texts.resolve, locale, { within: withinInWords(resolve.value, locale) }),
      hours && say(texts.hours, locale, { calendar: hours.value }),
      clauses ? say(texts.keptBy, locale, { clauses }) : say(texts.nobody, locale, {}),
    ]),
  ];
}

/** What one team owes another and when, with the next date where it has one of its own; markdown lines. */
export function obligationCard(
  snapshot: Snapshot,
  agreement: Agreement,
  obligation: Obligation,
  locale: Locale,
): readonly string[] {
  const { id, from, to, what, rhythm } = obligation;
  return [
    `**${id}** — ${say(texts.owes, locale, { from, to, what })}`,
    ...bullets([
      rhythmInWords(rhythm, locale),
      ...(rhythm.kind === "every"
        ? [say(texts.moved, locale, {}), nextInWords(nextOwed(snapshot, agreement, obligation), locale)]
        : []),
    ]),
  ];
}

/** A claim as it is written; markdown lines. */
export function proofCard({ name, topic, claim, negated, by, when }: Proof, locale: Locale): readonly string[] {
  const written = ["is", negated ? "not" : "", claim, by ? `by ${whoInWords(by, "en")}` : ""].filter((word) => word);
  const condition = when ? ` when ${conditionInWords(when)}` : "";
  return [
    `**${name}** — ${say(texts.proof, locale, { topic: `\`${topic}\`` })}`,
    ...bullets([`\`${written.join(" ")}${condition}\``]),
  ];
}

/** When something is owed, in words. */
function rhythmInWords(rhythm: Rhythm, locale: Locale): string {
  switch (rhythm.kind) {
    case "with every":
      return say(texts.withEvery, locale, { request: `\`${rhythm.request}\`` });
    case "every": {
      const weekdays = weekdaysInWords(rhythm.weekdays, locale);
      if (rhythm.before === undefined) return say(texts.weekdays, locale, { weekdays });
      return say(texts.weekdaysBefore, locale, { weekdays, time: formatMinute(rhythm.before) });
    }
    case "before every": {
      const { lead, field, request } = rhythm;
      const holes = { lead: targetInWords(lead, locale), field: `\`${field}\``, request: `\`${request}\`` };
      return say(texts.beforeDate, locale, holes);
    }
    case "within of every": {
      const { within, request } = rhythm;
      return say(texts.within, locale, { time: targetInWords(within, locale), request: `\`${request}\`` });
    }
  }
}

function weekdaysInWords(mask: number, locale: Locale): string {
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((mask >> day) & 1) === 1);
  return days.map((day) => weekdayText(day, locale)).join(locale === "ja" ? "・" : ", ");
}

/** The first entry from today on, of a year's. */
function nextOwed(snapshot: Snapshot, agreement: Agreement, obligation: Obligation): AgendaEntry | undefined {
  const alone = { ...agreement, obligations: [obligation] };
  const model = { ...snapshot.model, agreements: new Map([[agreement.name, alone]]) };
  const { engine, today } = snapshot;
  const entries = owedEntries({ engine, model }, { first: today, last: today + 366 });
  return entries.filter(({ day }) => day >= today).sort((one, other) => one.day - other.day)[0];
}

function nextInWords(entry: AgendaEntry | undefined, locale: Locale): string {
  if (!entry) return say(texts.noNext, locale, {});
  const day = wholeDay(entry.day, locale);
  const time = timeInWords(entry, locale);
  return time === undefined ? say(texts.next, locale, { day }) : say(texts.nextBy, locale, { day, time });
}

function bullets(lines: readonly (string | undefined)[]): readonly string[] {
  return ["", ...lines.flatMap((line) => (line ? [`- ${line}`] : []))];
}
