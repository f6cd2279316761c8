import type { RequestKind } from "../model/model.ts";
import type { ValuesOf } from "./meet.ts";

/** The values that the fields of a request kind can have; a customer's attribute can also be absent, so its values are not listed. */
export function valuesIn(kind: RequestKind | undefined): ValuesOf {
  return (subject) => {
    if (subject.kind !== "field") return undefined;
    const type = kind?.fields.find((field) => field.name === subject.name)?.type;
    return type?.kind === "enum" ? type.values : undefined;
  };
}
