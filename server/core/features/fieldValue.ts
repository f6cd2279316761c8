import { formatDecimal } from "../model/decimal.ts";
import type { Constant, FieldType, Model } from "../model/model.ts";
import { constantInWords } from "./hoverNames.ts";

/** A field's value as a request writes it, with its unit: "8%", "50000 JPY", "3 business days". */
export function fieldValueInWords(model: Model, kind: string, field: string, value: Constant): string {
  const type = model.kinds.get(kind)?.fields.find(({ name }) => name === field)?.type;
  return value.kind === "decimal" ? formatDecimal(value.value) + unitOf(type) : constantInWords(value);
}

function unitOf(type: FieldType | undefined): string {
  switch (type?.kind) {
    case "percent":
      return "%";
    case "money":
      return ` ${type.currency}`;
    case "duration":
      return ` ${type.unit}`;
    case "enum":
    case "number":
    case "date":
    case "time":
    case "text":
    case undefined:
      return "";
    default:
      return type satisfies never;
  }
}
