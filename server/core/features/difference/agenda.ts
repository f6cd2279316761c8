/** What is on the agenda otherwise between two revisions, in words. */
import { inBrackets, inList, type Locale, labelled } from "../../checks/message.ts";
import { type AgendaChange, agendaChanges, type Review } from "../../comparison/agenda.ts";
import type { Due, Handover } from "../../model/work.ts";
import { say, wording } from "../say.ts";
import { datesInWords, dayInWords, targetInWords } from "../words.ts";
import type { ComparedModels } from "./limits.ts";

/** One matter as it was and as it is. */
export interface AgendaChangeInWords {
  readonly property: AgendaChange["property"];
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const texts = {
  heading: wording("Changed on the agenda", "予定の違い"),
  none: wording("none", "なし"),
  review: wording("review of {agreement}", "{agreement} の見直し"),
  monthly: wording("every month by {who}", "毎月、担当は {who}"),
  months: wording("every {months} months by {who}", "{months} か月ごと、担当は {who}"),
  due: wording("{due} of {customer}", "{customer} の {due}"),
  on: wording("{day} by {who}", "{day}、担当は {who}"),
  yearly: wording("every year on {day}", "毎年{day}"),
  need: wording("{need} {lead} before", "{need} は {lead}前"),
  handover: wording("handover of {customer} from {from} to {to}", "{customer} の引き継ぎ（{from} → {to}）"),
  always: wording("without dates", "期間の定めなし"),
  covers: wording("covers {records}", "対象は {records}"),
  coversNothing: wording("covers nothing", "対象なし"),
};

/** What is on the agenda otherwise, model by model; no decision is told here. */
export function agendaInWords({ compared }: ComparedModels, locale: Locale): readonly AgendaChangeInWords[] {
  const changes = compared.flatMap(({ before, after }) => agendaChanges(before.model, after.completionModel));
  return changes.map((change) => ({
    property: change.property,
    label: labelOf(change, locale),
    ...valuesOf(change, locale),
  }));
}

/** What the changes of the agenda are headed by. */
export function agendaHeading(locale: Locale): string {
  return say(texts.heading, locale, {});
}

/** "review of product_support: every 6 months by Ito → every 3 months by Ito". */
export function agendaLine({ label, before, after }: AgendaChangeInWords, locale: Locale): string {
  return labelled(label, `${before} → ${after}`, locale);
}

function labelOf(change: AgendaChange, locale: Locale): string {
  switch (change.property) {
    case "review":
      return say(texts.review, locale, { agreement: change.agreement });
    case "due":
      return say(texts.due, locale, { due: change.due, customer: change.customer });
    case "handover": {
      const { customer, from, to } = change;
      return say(texts.handover, locale, { customer, from, to });
    }
    default:
      return change satisfies never;
  }
}

function valuesOf(change: AgendaChange, locale: Locale): Pick<AgendaChangeInWords, "before" | "after"> {
  switch (change.property) {
    case "review":
      return both(change, (review) => reviewInWords(review, locale), locale);
    case "due":
      return both(change, (due) => dueInWords(due, locale), locale);
    case "handover":
      return both(change, (handover) => handoverInWords(handover, locale), locale);
    default:
      return change satisfies never;
  }
}

function both<Value>(
  { before, after }: { readonly before: Value | undefined; readonly after: Value | undefined },
  words: (value: Value) => string,
  locale: Locale,
): Pick<AgendaChangeInWords, "before" | "after"> {
  const told = (value: Value | undefined) => (value === undefined ? say(texts.none, locale, {}) : words(value));
  return { before: told(before), after: told(after) };
}

function reviewInWords({ months, by: who }: Review, locale: Locale): string {
  return months === 1
    ? say(texts.monthly, locale, { who })
    : say(texts.months, locale, { months: String(months), who });
}

function dueInWords({ on, by: who, needs }: Due, locale: Locale): string {
  const day =
    on.kind === "date" ? dayInWords(on.day, locale) : say(texts.yearly, locale, { day: monthDay(on, locale) });
  const told = say(texts.on, locale, { day, who });
  const papers = needs.map(({ name: need, lead }) =>
    say(texts.need, locale, { need, lead: targetInWords(lead, locale) }),
  );
  return papers.length === 0 ? told : inBrackets(told, inList(papers, locale), locale);
}

function monthDay({ month, dayOfMonth }: { readonly month: number; readonly dayOfMonth: number }, locale: Locale) {
  const padded = (part: number) => String(part).padStart(2, "0");
  return locale === "ja" ? `${month}月${dayOfMonth}日` : `${padded(month)}-${padded(dayOfMonth)}`;
}

function handoverInWords({ effective, covers }: Handover, locale: Locale): string {
  const dates = effective ? datesInWords(effective.value, locale) : say(texts.always, locale, {});
  const records = inList(
    covers.map(({ value }) => value),
    locale,
  );
  const covered = covers.length > 0 ? say(texts.covers, locale, { records }) : say(texts.coversNothing, locale, {});
  return inList([dates, covered], locale);
}
