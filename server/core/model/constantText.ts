import { formatDate, formatMinute } from "../time/date.ts";
import { formatDecimal } from "./decimal.ts";
import type { Constant, FieldType } from "./model.ts";

/** A constant as it is written, without a unit. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case "name":
      return constant.name;
    case "decimal":
      return formatDecimal(constant.value);
    case "day":
      return formatDate(constant.day);
    case "time":
      return formatMinute(constant.minute);
    case "text":
      return constant.text;
    default:
      return constant satisfies never;
  }
}

/** A constant as a request writes it, in the unit of its field's type: "8%", "50000 JPY", "3 business days". */
export function constantInUnit(constant: Constant, type: FieldType | undefined): string {
  const text = constantText(constant);
  return constant.kind === "decimal" ? inUnit(text, type) : text;
}

function inUnit(digits: string, type: FieldType | undefined): string {
  switch (type?.kind) {
    case "percent":
      return `${digits}%`;
    case "money":
      return `${digits} ${type.currency}`;
    case "duration":
      return writtenAmount(digits, type.unit);
    case "enum":
    case "number":
    case "date":
    case "time":
    case "text":
    case undefined:
      return digits;
    default:
      return type satisfies never;
  }
}

/** An amount as it is written: "1 business day", "2 business days", "50 JPY". */
export function writtenAmount(number: string, unit: string): string {
  return `${number} ${number === "1" ? unit.replace(/s$/, "") : unit}`;
}
