/* Conditions, one request at a time. */
import type { CompareCondition, Condition, IsCondition, Value } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import type { Hours } from "./calendar.ts";
import { type Company, teamsNamed } from "./company.ts";
import { dayOfText, decimalOf, textOfDay, textOfDecimal, textOfMinute } from "./dates.ts";
import { coversDay, dayOfLiteral } from "./days.ts";
import { Beyond, type Clock, dayAt, daysOf, minuteOf } from "./world.ts";

/** A field that decides something, which the request lacks. */
export class Lacking extends Error {
  readonly field: string;
  constructor(field: string) {
    super("the request lacks " + field);
    this.field = field;
  }
}

/** What is asked, of whom, and the clock of the agreement. */
export interface Situation {
  readonly company: Company;
  readonly asked: Asked;
  readonly clock: Clock;
}

/** Whether a condition holds; one that is not written holds. */
export function holds(situation: Situation, condition: Condition | undefined): boolean {
  switch (condition?.kind) {
    case undefined:
      return true;
    case "or":
      return anyOf(condition.parts, true, situation);
    case "and":
      return !anyOf(condition.parts, false, situation);
    case "not":
      return !holds(situation, condition.part);
    case "is":
      return isHolds(situation, condition);
    case "compare":
      return compareHolds(situation, condition);
    case "during": {
      const hours = condition.calendar && situation.company.hours(condition.calendar.text);
      if (!hours) return false;
      if (!condition.field) return (hours.open[situation.asked.at] === 1) !== condition.outside;
      const date = valueIn(situation, condition.field.text);
      // What has no date is not during anything, so it is outside of it.
      return (date !== undefined && isOpenOn(hours, dayOfText(date))) !== condition.outside;
    }
    case "on": {
      if (!condition.field) return coversDay(condition.days, dayAt(situation.clock, situation.asked.at));
      const date = valueIn(situation, condition.field.text);
      return date !== undefined && coversDay(condition.days, dayOfText(date));
    }
    case "missing condition":
      return false;
  }
}

/** Whether a condition holds whatever the request lacks; nothing is asked for because of what is only told. */
export function surelyHolds(situation: Situation, condition: Condition | undefined): boolean {
  try {
    return holds(situation, condition);
  } catch (problem) {
    if (problem instanceof Lacking) return false;
    throw problem;
  }
}

/** A date is during a calendar when it is open at any time of it. */
function isOpenOn({ clock, open }: Hours, day: number): boolean {
  const { first, last } = daysOf(clock);
  if (day < first + 2 || day > last - 4) throw new Beyond("it is not known what is open on that date");
  const [from, to] = [minuteOf(clock, day, 0), minuteOf(clock, day + 1, 0)];
  return open.subarray(from, to).includes(1);
}

/** Whether any part is what is wanted; a lacking field does not matter where another part is. */
function anyOf(parts: readonly Condition[], wanted: boolean, situation: Situation): boolean {
  let lacking: Lacking | undefined;
  for (const part of parts) {
    try {
      if (holds(situation, part) === wanted) return true;
    } catch (problem) {
      if (!(problem instanceof Lacking)) throw problem;
      lacking = problem;
    }
  }
  if (lacking) throw lacking;
  return false;
}

function isHolds(situation: Situation, { field, values, negated }: IsCondition): boolean {
  const wanted = values.map(textOfValue);
  if (field.text === "asker") {
    const { asker } = situation.asked;
    const names = [...teamsNamed(situation.company, asker), ...(asker === undefined ? [] : [asker])];
    return wanted.some((value) => names.includes(value)) !== negated;
  }
  const found = valueIn(situation, field.text);
  return (found !== undefined && wanted.includes(found)) !== negated;
}

function compareHolds(situation: Situation, { field, operator, value }: CompareCondition): boolean {
  const found = valueIn(situation, field.text);
  if (found === undefined || !value) return false;
  const difference = comparable(found) - comparable(textOfValue(value));
  switch (operator) {
    case "<":
      return difference < 0n;
    case "<=":
      return difference <= 0n;
    case ">":
      return difference > 0n;
    case ">=":
      return difference >= 0n;
  }
}

/** The value of a field of the request, of an attribute of its customer, or of its customer or channel. */
function valueIn({ company, asked }: Situation, name: string): string | undefined {
  if (name === "customer") return asked.customer;
  if (name === "channel") return asked.channel;
  const kind = company.book.requests.get(asked.kind);
  if (kind?.fields.some((field) => field.name.text === name)) {
    const value = asked.fields[name];
    if (value === undefined) throw new Lacking(name);
    return value;
  }
  const customer = asked.customer === undefined ? undefined : company.book.customers.get(asked.customer);
  const lines = customer?.properties.filter((line) => line.kind === "attribute value") ?? [];
  const value = lines.find((line) => line.attribute.text === name)?.value;
  return value && textOfValue(value);
}

/** A value as the text by which it is compared: a name, 10, 2026-08-22, 09:00, "a text. */
export function textOfValue(value: Value): string {
  switch (value.kind) {
    case "name":
      return value.text;
    case "text":
      return '"' + value.value;
    case "number":
    case "percent":
      return textOfDecimal(decimalOf(value.digits));
    case "money":
    case "duration":
      return textOfDecimal(decimalOf(value.amount.digits));
    case "date":
      return textOfDay(dayOfLiteral(value));
    case "time":
      return textOfMinute(value.hour * 60 + value.minute);
  }
}

function comparable(text: string): bigint {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return BigInt(dayOfText(text));
  const time = /^(\d\d):(\d\d)$/.exec(text);
  if (time) return BigInt(Number(time[1]) * 60 + Number(time[2]));
  return decimalOf(text);
}
