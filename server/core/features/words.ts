import { inList, type Locale } from "../checks/message.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { CalendarRule, Condition, DayRange, FieldType, SurchargeRate, Via, Who } from "../model/model.ts";
import type { StepTiming } from "../model/work.ts";
import { formatDate, formatMinute, partsOf } from "../time/date.ts";
import type { Day, Target, Unit } from "../time/spec.ts";
import { say, wording } from "./say.ts";
import { writtenAt } from "./spot.ts";
import { weekdayText } from "./telling.ts";

const texts = {
  leadOf: wording("the lead of {team}", "{team} のリーダー"),
  leadOfAsker: wording("the lead of the asker's team", "依頼者のチームのリーダー"),
  allOf: wording("everyone of {team}", "{team} の全員"),
  ownerOfCustomer: wording("the customer's owner", "顧客の担当者"),
  personOf: wording("{person} of {team}", "{team} の {person}"),
  within: wording("within {target}", "{target}以内"),
  before: wording("{amount}, before {time}", "{amount}の {time} まで"),
  during: wording("{channels} during {calendar}", "{channels}（{calendar} の間）"),
  from: wording("from {first}, without an end", "{first} から無期限"),
  atNext: wording("at the next {time}", "次の {time}"),
  atNextDay: wording("at the next {weekday} {time}", "次の{weekday}曜 {time}"),
  premium: wording("premium of {region}", "{region} の法定割増"),
};

/** Who is meant, in words. */
export function whoInWords(who: Who, locale: Locale): string {
  switch (who.kind) {
    case "team":
      return who.team;
    case "person":
      return who.of === undefined ? who.person : say(texts.personOf, locale, { person: who.person, team: who.of });
    case "lead of":
      return say(texts.leadOf, locale, { team: who.team });
    case "lead of asker":
      return say(texts.leadOfAsker, locale, {});
    case "all of":
      return say(texts.allOf, locale, { team: who.team });
    case "owner of customer":
      return say(texts.ownerOfCustomer, locale, {});
  }
}

/** A target such as "4 business hours" or "4 営業時間". */
export function targetInWords(target: Target, locale: Locale): string {
  const amount = locale === "ja" ? japaneseAmount(target) : englishAmount(target);
  return target.before === undefined
    ? amount
    : say(texts.before, locale, { amount, time: formatMinute(target.before) });
}

/**
 * The time that a target leaves, such as "within 4 business hours" or "4 営業時間以内"; `zone` is added where it has a time of
 * day. In Japanese "1 営業日の 12:00 まで" is complete as it is.
 */
export function withinInWords(target: Target, locale: Locale, zone = ""): string {
  const words = targetInWords(target, locale);
  if (target.before === undefined) return say(texts.within, locale, { target: words });
  return locale === "ja" ? words + zone : say(texts.within, locale, { target: words + zone });
}

/** By when a step is done: "within 4 business hours", "at the next Thu 10:00". */
export function stepTimingInWords(timing: StepTiming, locale: Locale): string {
  if (timing.kind === "within") return withinInWords(timing.target, locale);
  const time = formatMinute(timing.minute);
  if (timing.weekday === undefined) return say(texts.atNext, locale, { time });
  return say(texts.atNextDay, locale, { weekday: weekdayText(timing.weekday, locale), time });
}

/** Channels, with the calendar in which they are taken where that is limited. */
export function viaInWords(via: Via, locale: Locale): string {
  const channels = inList(via.channels, locale);
  return via.during === undefined ? channels : say(texts.during, locale, { channels, calendar: via.during });
}

/** A range of days such as "2026-08-22..2026-08-23", "2026年8月22日〜23日". */
export function datesInWords(days: DayRange, locale: Locale): string {
  const { first, last } = days;
  if (last === undefined) return say(texts.from, locale, { first: dayInWords(first, locale) });
  if (first === last) return dayInWords(first, locale);
  return locale === "ja" ? japaneseRange(first, last) : `${formatDate(first)}..${formatDate(last)}`;
}

/** A day such as "2026-08-22", "2026年8月22日". */
export function dayInWords(day: Day, locale: Locale): string {
  if (locale === "en") return formatDate(day);
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** The year and the month are said once where they are the same. */
function japaneseRange(first: Day, last: Day): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  const year = from.year === to.year ? "" : `${to.year}年`;
  const month = year === "" && from.month === to.month ? "" : `${to.month}月`;
  return `${dayInWords(first, "ja")}〜${year}${month}${to.day}日`;
}

/** A surcharge such as "35%", "5,000 JPY" or "premium of Japan". */
export function surchargeInWords(rate: SurchargeRate, locale: Locale): string {
  switch (rate.kind) {
    case "percent":
      return `${formatDecimal(rate.percent)}%`;
    case "amount":
      return moneyInGroups(`${formatDecimal(rate.amount)} ${rate.currency}`);
    case "premium":
      return say(texts.premium, locale, { region: rate.region });
  }
}

/** A text in which each amount of money has its digits in groups: "2,500,000 JPY" for "2500000 JPY". */
export function moneyInGroups(text: string): string {
  return text.replace(/(?<![\d.,_])\d{4,}(?=(?:\.\d+)? [A-Z]{3}\b)/g, (digits) =>
    digits.replace(/\B(?=(?:\d{3})+$)/g, ","),
  );
}

/** A condition as it is written, which reads aloud as it is, on one line; that of a table's row as it would be written. */
export function conditionInWords(condition: Condition): string {
  return rowInWords(condition) ?? writtenAt(condition.place).replace(/\s+/g, " ");
}

/** Of a row only the values are written, so its tests have neither fields nor an `is`. */
function rowInWords(condition: Condition): string | undefined {
  const tests = condition.kind === "and" ? condition.parts : [condition];
  const words = tests.map((test) => {
    const value = writtenAt(test.place);
    const isCell = test.kind === "is" && test.values.length === 1 && !/\sis\s/.test(value);
    return isCell ? `${"name" in test.subject ? test.subject.name : test.subject.kind} is ${value}` : undefined;
  });
  return words.includes(undefined) ? undefined : words.join(" and ");
}

/** An `open` or `closed` line as it is written, on one line. */
export function ruleInWords(rule: CalendarRule): string {
  return writtenAt(rule.place).replace(/\s+/g, " ");
}

function englishAmount({ amount, unit }: Target): string {
  return `${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit}`;
}

const japaneseUnits: Readonly<Record<Unit, string>> = {
  "business minutes": "営業分",
  "business hours": "営業時間",
  "business days": "営業日",
  "clock minutes": "分",
  "clock hours": "時間",
  "calendar days": "日",
};

function japaneseAmount({ amount, unit }: Target): string {
  return `${amount} ${japaneseUnits[unit]}`;
}

/** A type as it is declared: "silver | gold", "business days". */
export function declaredType(type: FieldType): string {
  switch (type.kind) {
    case "enum":
      return type.values.join(" | ");
    case "money":
      return type.currency;
    case "duration":
      return type.unit;
    case "percent":
    case "number":
    case "date":
    case "time":
    case "text":
      return type.kind;
    default:
      return type satisfies never;
  }
}
