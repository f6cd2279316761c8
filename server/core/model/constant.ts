import type { Name, NumberLiteral, Value } from "../syntax/tree.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";
import type { KnownField } from "./declared.ts";
import { type Linking, placeOf, uses } from "./linking.ts";
import { channelNamed, customerNamed, reportUnknown, teamNamed } from "./lookup.ts";
import type { Constant, FieldType, Sought } from "./model.ts";
import type { SubjectType } from "./problem.ts";
import { dayOfLiteral, minuteOf, unitMeant } from "./times.ts";
import { textOf } from "./valueText.ts";

/** What a constant is compared with: a subject of a condition, a table's column or a customer's attribute. */
export interface Compared {
  readonly name: string;
  readonly type: SubjectType;
  /** The fields of this name, one for each request kind that has it; or the attribute. */
  readonly fields: readonly KnownField[];
}

/** The constant in the unit of what it is compared with; undefined, and reported, where it does not fit. */
export function constantOf(linking: Linking, compared: Compared, value: Value): Constant | undefined {
  const { type } = compared;
  switch (type.kind) {
    case "enum":
      return value.kind === "name" ? enumValue(linking, compared, value) : wrongType(linking, compared, value);
    case "customer":
      return value.kind === "name" ? nameConstant(customerNamed(linking, value)) : wrongType(linking, compared, value);
    case "party":
      return value.kind === "name" ? nameConstant(teamNamed(linking, value)) : wrongType(linking, compared, value);
    case "channel":
      return value.kind === "name" ? nameConstant(channelNamed(linking, value)) : wrongType(linking, compared, value);
    case "percent":
      return value.kind === "percent" ? decimalOf(value.digits) : wrongType(linking, compared, value);
    case "number":
      return value.kind === "number" ? decimalOf(value.digits) : wrongType(linking, compared, value);
    case "money":
      return moneyOf(linking, compared, type, value);
    case "duration":
      return durationOf(linking, compared, type, value);
    case "date": {
      const day = value.kind === "date" ? dayOfLiteral(linking, value) : wrongType(linking, compared, value);
      return day === undefined ? undefined : { kind: "day", day };
    }
    case "time": {
      const minute = value.kind === "time" ? minuteOf(linking, value) : wrongType(linking, compared, value);
      return minute === undefined ? undefined : { kind: "time", minute };
    }
    case "text":
      return value.kind === "text" ? { kind: "text", text: value.value } : wrongType(linking, compared, value);
    case "moment":
      return wrongType(linking, compared, value);
  }
}

/** An amount of money; undefined, and reported, where it has more decimals than its currency (ISO 4217). */
export function moneyAmount(linking: Linking, amount: NumberLiteral, currency: string): Decimal | undefined {
  const value = parseDecimal(amount.digits);
  // The first question to Intl takes longer than linking a whole small file.
  if (!value || value.scale === 0) return value;
  const decimals = decimalsOf(currency);
  if (value.scale <= decimals) return value;
  const place = placeOf(linking, amount);
  linking.problems.push({ kind: "fraction of money", place, currency, digits: amount.digits, decimals });
  return undefined;
}

function enumValue(linking: Linking, compared: Compared, value: Name): Constant | undefined {
  let known = false;
  for (const field of compared.fields) {
    const symbol = field.values.get(value.text);
    if (symbol === undefined) continue;
    known = true;
    uses(linking, value, valueSought, symbol);
  }
  if (known) return { kind: "name", name: value.text };
  uses(linking, value, valueSought, undefined);
  const within = compared.fields.map((field) => field.symbol);
  reportUnknown(linking, value, valueSought.spaces, within);
  return undefined;
}

function moneyOf(
  linking: Linking,
  compared: Compared,
  type: FieldType & { kind: "money" },
  value: Value,
): Constant | undefined {
  if (value.kind !== "number" && value.kind !== "money") return wrongType(linking, compared, value);
  if (value.kind === "money" && value.currency.text !== type.currency) return wrongUnit(linking, compared, value);
  const amount = moneyAmount(linking, value.kind === "money" ? value.amount : value, type.currency);
  return amount && { kind: "decimal", value: amount };
}

function durationOf(
  linking: Linking,
  compared: Compared,
  type: FieldType & { kind: "duration" },
  value: Value,
): Constant | undefined {
  if (value.kind === "number") return wrongUnit(linking, compared, value);
  if (value.kind !== "duration") return wrongType(linking, compared, value);
  const unit = unitMeant(linking, value);
  if (unit === undefined) return undefined;
  return unit === type.unit ? decimalOf(value.amount.digits) : wrongUnit(linking, compared, value);
}

function wrongType(linking: Linking, compared: Compared, value: Value): undefined {
  const place = placeOf(linking, value);
  linking.problems.push({
    kind: "wrong type",
    place,
    subject: compared.name,
    type: compared.type,
    text: writtenText(linking, value),
  });
}

function wrongUnit(linking: Linking, compared: Compared, value: Value): undefined {
  const place = placeOf(linking, value);
  linking.problems.push({
    kind: "wrong unit",
    place,
    subject: compared.name,
    type: compared.type,
    text: writtenText(linking, value),
  });
}

function writtenText(linking: Linking, value: Value): string {
  return linking.item.text.slice(value.start, value.end) || textOf(value);
}

function nameConstant(name: string | undefined): Constant | undefined {
  return name === undefined ? undefined : { kind: "name", name };
}

function decimalOf(digits: string): Constant | undefined {
  const value = parseDecimal(digits);
  return value && { kind: "decimal", value };
}

/** The decimals that values of a type have at most; undefined where there is always a value between two. */
export function grainOf(type: FieldType): number | undefined {
  if (type.kind === "money") return decimalsOf(type.currency);
  return type.kind === "duration" && type.unit.endsWith("days") ? 0 : undefined;
}

/** How many decimals a currency has (ISO 4217, by Intl): 0 for JPY, 2 for EUR and for what is not a currency. */
export function decimalsOf(currency: string): number {
  const known = decimalsByCurrency.get(currency);
  if (known !== undefined) return known;
  const decimals = /^[A-Z]{3}$/.test(currency)
    ? (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2)
    : 2;
  decimalsByCurrency.set(currency, decimals);
  return decimals;
}

const decimalsByCurrency = new Map<string, number>();

const valueSought: Sought = { spaces: ["value"], role: "use" };
