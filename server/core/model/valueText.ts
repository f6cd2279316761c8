import type { Value } from "../syntax/tree.ts";

/** A value as a person would write it. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.digits;
    case "percent":
      return value.digits + "%";
    case "money":
      return value.amount.digits + " " + value.currency.text;
    case "duration":
      return value.amount.digits + " " + (value.clock === undefined ? "" : value.clock + " ") + value.unit;
    case "date":
      return padded(value.year, 4) + "-" + padded(value.month, 2) + "-" + padded(value.day, 2);
    case "time":
      return padded(value.hour, 2) + ":" + padded(value.minute, 2);
    case "text":
      return value.value;
    case "name":
      return value.text;
  }
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
