import { decimalsOf } from "../model/constant.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Constant, FieldType } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import { parseDate, parseMinute } from "../time/date.ts";
import { asInAgreements } from "./asInAgreements.ts";
import { messages } from "./messages.ts";

// No amount that people handle is longer, and arithmetic on a million digits would stop the program.
const longestNumber = 40;
const numeral = /^-?[\d_]+(?:\.\d*)?$/;

/** A value of a field's type, or in which way the text is none. */
export type ReadValue = { readonly constant: Constant } | { readonly wrong: Localized };

/**
 * Reads a value as a request gives it: `urgent`, `8%`, `1_000_000 JPY`, `3 business days`, a date, a time, a number, a text; and what
 * agreements understand as one of them, such as `30万円`.
 */
export function readValue(text: string, type: FieldType): ReadValue {
  const read = readPlain(text, type);
  if ("constant" in read || type.kind === "enum") return read;
  const meant = asInAgreements(text.normalize("NFKC").trim());
  return meant === undefined ? read : readPlain(meant, type);
}

function readPlain(text: string, type: FieldType): ReadValue {
  const written = text.normalize("NFKC").trim();
  switch (type.kind) {
    case "enum":
      return enumValue(written, type.values);
    case "percent":
      return decimalValue(/^(.*\S)\s*%$/.exec(written)?.[1], () => messages.notAPercentage(text));
    case "number":
      return decimalValue(written, () => messages.notANumber(text));
    case "money":
      return moneyValue(written, type.currency);
    case "duration":
      return durationValue(written, type.unit);
    case "date":
      return dateValue(written);
    case "time":
      return timeValue(written);
    case "text":
      return { constant: { kind: "text", text } };
  }
}

/** A name as names are compared: NFKC, without surrounding space or backticks. */
export function nameIn(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .replace(/^`(.*)`$/, "$1");
}

function enumValue(written: string, values: readonly string[]): ReadValue {
  const name = nameIn(written);
  if (values.includes(name)) return { constant: { kind: "name", name } };
  return { wrong: messages.notOneOf(written, values, nearest(name, values)) };
}

function decimalValue(digits: string | undefined, wrong: () => Localized): ReadValue {
  if (digits !== undefined && digits.length > longestNumber && numeral.test(digits))
    return { wrong: messages.tooManyDigits(digits.slice(0, 10), longestNumber) };
  const value = digits === undefined || digits.length > longestNumber ? undefined : parseDecimal(digits);
  return value ? { constant: { kind: "decimal", value } } : { wrong: wrong() };
}

function moneyValue(written: string, currency: string): ReadValue {
  const match = /^(-?[\d_.]+)\s*([A-Z]{3})?$/.exec(written);
  if (match?.[2] !== undefined && match[2] !== currency) return { wrong: messages.otherCurrency(written, currency) };
  const read = decimalValue(match?.[1], () => messages.notMoney(written, currency));
  const tooFine =
    "constant" in read && read.constant.kind === "decimal" && read.constant.value.scale > decimalsOf(currency);
  return tooFine ? { wrong: messages.fractionOfMoney(written, currency, decimalsOf(currency)) } : read;
}

function durationValue(written: string, unit: string): ReadValue {
  const match = /^([\d_.]+)\s*(business|clock|calendar)\s+(minute|hour|day)s?$/.exec(written);
  if (!match) return { wrong: messages.notADuration(written, unit) };
  if (`${match[2]} ${match[3]}s` !== unit) return { wrong: messages.otherUnit(written, unit) };
  return decimalValue(match[1], () => messages.notADuration(written, unit));
}

function dateValue(written: string): ReadValue {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(written);
  const [year, month, dayOfMonth] = match?.slice(1) ?? [];
  const day = parseDate([year, month?.padStart(2, "0"), dayOfMonth?.padStart(2, "0")].join("-"));
  return day === undefined ? { wrong: messages.notADate(written) } : { constant: { kind: "day", day } };
}

function timeValue(written: string): ReadValue {
  const minute = parseMinute(written.padStart(5, "0"));
  return minute === undefined ? { wrong: messages.notATime(written) } : { constant: { kind: "time", minute } };
}
