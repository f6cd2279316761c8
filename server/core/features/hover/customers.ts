import { inBrackets, inList, type Locale } from "../../checks/message.ts";
import { constantText } from "../../model/constantText.ts";
import type { Customer, Model } from "../../model/model.ts";
import type { Due, Handover } from "../../model/work.ts";
import type { AgendaEntry } from "../../questions/agenda.ts";
import { dueEntries } from "../../questions/agendaDues.ts";
import type { Day } from "../../time/spec.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { timeInWords, wholeDay } from "../agendaWords.ts";
import { say, wording } from "../say.ts";
import { datesInWords, targetInWords } from "../words.ts";
import { card } from "./names.ts";

const texts = {
  customer: wording("customer", "顧客"),
  owner: wording("owner {person}", "担当：{person}"),
  backup: wording("backup {person}", "副担当：{person}"),
  record: wording("record {record}: {address}", "記録 {record}：{address}"),
  recordOf: wording("a record of {customer}", "{customer} の記録"),
  handedOver: wording("handed over from {from} to {to} in {handover}", "引き継ぎ {handover} で {from} から {to} へ"),
  due: wording("{due}: next {day}, {who} sees to it", "{due}：次回 {day}、担当 {who}"),
  dueOver: wording("{due}: it was on {day}", "{due}：{day} に終了"),
  dueOf: wording("a date that matters for {customer}", "{customer} の期日"),
  next: wording("next: {day}", "次回：{day}"),
  over: wording("it was on {day}", "{day} に終了"),
  yearly: wording("every year", "毎年"),
  seesTo: wording("{who} sees to it", "担当：{who}"),
  need: wording("{need} has to be there {lead} before", "{need} は {lead}前までに用意"),
  needOn: wording("{need} has to be there {lead} before: {day}", "{need} は {lead}前までに用意：{day}"),
  needBy: wording("{need} has to be there {lead} before: {day}, {time}", "{need} は {lead}前までに用意：{day}{time}"),
  passes: wording("{customer} passes from {from} to {to}", "{customer} の引き継ぎ（{from} → {to}）"),
  notYet: wording("has not begun", "開始前"),
  inForce: wording("under way", "進行中"),
  passedOver: wording("over: {to} has the customer", "終了。担当は {to}"),
  both: wording("both are on the route while it lasts", "期間中は二人とも担当"),
  endless: wording("without an end, so the customer never passes over", "終わりがなく、引き継ぎが完了しない"),
  covers: wording("covers {record}: {address}", "対象 {record}：{address}"),
  unknown: wording("covers {record}: nobody wrote down where it is", "対象 {record}：場所が書かれていない"),
  left: wording("does not cover {records}", "対象外：{records}"),
};

/** A customer: owner, backup, attributes, records, dates and handovers; markdown lines. */
export function customerCard(snapshot: Snapshot, customer: Customer, locale: Locale): readonly string[] {
  const { owner, backup, attributes, records, dues } = customer;
  const handovers = [...snapshot.model.handovers.values()].filter((each) => each.customer === customer.name);
  return card(customer.name, say(texts.customer, locale, {}), [
    ...(owner ? [say(texts.owner, locale, { person: owner.value })] : []),
    ...(backup ? [say(texts.backup, locale, { person: backup.value })] : []),
    ...[...attributes].map(([name, { value }]) => `\`${name} is ${constantText(value)}\``),
    ...records.map(({ name, address }) => say(texts.record, locale, { record: `\`${name}\``, address })),
    ...dues.map((due) => dueInWords(snapshot, customer, due, locale)),
    ...handovers.map(({ name, from, to }) => say(texts.handedOver, locale, { from, to, handover: `\`${name}\`` })),
  ]);
}

/** Where a record is, and in which handovers it passes on; markdown lines. */
export function recordCard(model: Model, customer: string, name: string, locale: Locale): readonly string[] {
  const record = model.customers.get(customer)?.records.find((each) => each.name === name);
  if (!record) return [];
  const handovers = [...model.handovers.values()].filter(
    (each) => each.customer === customer && each.covers.some(({ value }) => value === name),
  );
  return card(name, say(texts.recordOf, locale, { customer: `\`${customer}\`` }), [
    record.address,
    ...handovers.map(({ name: handover, from, to }) =>
      say(texts.handedOver, locale, { from, to, handover: `\`${handover}\`` }),
    ),
  ]);
}

/** A date that matters: when it is next, who sees to it, and by when each paper has to be there; markdown lines. */
export function dueCard(snapshot: Snapshot, customer: Customer, due: Due, locale: Locale): readonly string[] {
  const day = nextDay(snapshot, customer, due);
  return card(due.name, say(texts.dueOf, locale, { customer: `\`${customer.name}\`` }), [
    ...(due.on.kind === "every year" ? [say(texts.yearly, locale, {})] : []),
    ...(day === undefined ? [] : [dayInWords(day, snapshot.today, locale)]),
    say(texts.seesTo, locale, { who: due.by }),
    ...due.needs.map((need) => {
      const holes = { need: `\`${need.name}\``, lead: targetInWords(need.lead, locale) };
      const entry = day === undefined ? undefined : needEntry(snapshot, customer, due, need.name, day);
      if (!entry) return say(texts.need, locale, holes);
      const when = wholeDay(entry.day, locale);
      const time = timeInWords(entry, locale);
      return time === undefined
        ? say(texts.needOn, locale, { ...holes, day: when })
        : say(texts.needBy, locale, { ...holes, day: when, time });
    }),
  ]);
}

/** Who passes what to whom, from when to when, and whether that is now; markdown lines. */
export function handoverCard(snapshot: Snapshot, handover: Handover, locale: Locale): readonly string[] {
  const { name, customer, from, to, effective, covers } = handover;
  const records = snapshot.model.customers.get(customer)?.records ?? [];
  const left = records.filter((record) => covers.every(({ value }) => value !== record.name));
  return card(name, say(texts.passes, locale, { customer: `\`${customer}\``, from, to }), [
    ...(effective
      ? [inBrackets(datesInWords(effective.value, locale), stateInWords(handover, snapshot.today, locale), locale)]
      : []),
    effective?.value.last === undefined ? say(texts.endless, locale, {}) : say(texts.both, locale, {}),
    ...covers.map(({ value: record }) => {
      const address = records.find((each) => each.name === record)?.address;
      const shown = `\`${record}\``;
      if (address === undefined) return say(texts.unknown, locale, { record: shown });
      return say(texts.covers, locale, { record: shown, address });
    }),
    ...(left.length > 0
      ? [
          say(texts.left, locale, {
            records: inList(
              left.map((record) => `\`${record.name}\``),
              locale,
            ),
          }),
        ]
      : []),
  ]);
}

function stateInWords({ effective, to }: Handover, today: Day, locale: Locale): string {
  if (effective && today < effective.value.first) return say(texts.notYet, locale, {});
  const isOver = effective?.value.last !== undefined && today > effective.value.last;
  return isOver ? say(texts.passedOver, locale, { to }) : say(texts.inForce, locale, {});
}

function dueInWords(snapshot: Snapshot, customer: Customer, due: Due, locale: Locale): string {
  const day = nextDay(snapshot, customer, due);
  const name = `\`${due.name}\``;
  if (day === undefined) return name;
  const holes = { due: name, day: wholeDay(day, locale) };
  return day < snapshot.today ? say(texts.dueOver, locale, holes) : say(texts.due, locale, { ...holes, who: due.by });
}

function dayInWords(day: Day, today: Day, locale: Locale): string {
  return say(day < today ? texts.over : texts.next, locale, { day: wholeDay(day, locale) });
}

/** The next time from today on; for a date that is over, when it was. */
function nextDay(snapshot: Snapshot, customer: Customer, due: Due): Day | undefined {
  const days = entriesOf(snapshot, customer, due).flatMap(({ matter, day }) => (matter.kind === "due" ? [day] : []));
  const sorted = days.sort((one, other) => one - other);
  return sorted.find((day) => day >= snapshot.today) ?? sorted.at(-1);
}

function needEntry(snapshot: Snapshot, customer: Customer, due: Due, need: string, on: Day): AgendaEntry | undefined {
  return entriesOf(snapshot, customer, due).find(
    ({ matter }) => matter.kind === "need" && matter.need === need && matter.dueOn === on,
  );
}

function entriesOf({ engine, model, today }: Snapshot, customer: Customer, due: Due): readonly AgendaEntry[] {
  const alone = { ...model, customers: new Map([[customer.name, { ...customer, dues: [due] }]]) };
  return dueEntries({ engine, model: alone }, { first: today, last: today + 366 });
}
