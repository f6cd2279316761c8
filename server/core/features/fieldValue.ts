import { writtenAmount } from "../checks/words.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { Constant, FieldType, Model } from "../model/model.ts";
import { constantInWords } from "./hoverNames.ts";

/** A field's value as a request writes it, with its unit: "8%", "50000 JPY", "3 business days". */
export function fieldValueInWords(model: Model, kind: string, field: string, value: Constant): string {
  const type = model.kinds.get(kind)?.fields.find(({ name }) => name === field)?.type;
  return value.kind === "decimal" ? amountOf(formatDecimal(value.value), type) : constantInWords(value);
}

function amountOf(digits: string, type: FieldType | undefined): string {
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
