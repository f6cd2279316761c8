import type { Field, FieldType, SimulatorModel } from "../../../server/lsp/protocol.ts";
import type { RequestText } from "../messages.ts";

/** The request without what is empty and without the fields of other kinds. */
export function givenParts(model: SimulatorModel, values: RequestText): RequestText {
  const fields = kindFields(model, values).map((field) => field.name);
  const names = new Set(["kind", "channel", "at", "zone", "customer", "asker", "to", ...fields]);
  const given = Object.entries(values).filter(([name, value]) => names.has(name) && value.trim() !== "");
  const waiting = waitingText(pausesIn(values.waiting ?? "").filter(({ from }) => from !== ""));
  return { ...Object.fromEntries(given), ...(waiting === "" ? {} : { waiting }) };
}

/** A time of waiting for the customer, in local times such as `2026-08-24T10:00`; what is empty is not filled in yet. */
export interface Pause {
  readonly from: string;
  readonly until: string;
}

/** The pauses in a request's `waiting`, such as `2026-08-24T10:00..2026-08-25T09:00, 2026-08-27T09:00..`. */
export function pausesIn(waiting: string): readonly Pause[] {
  if (waiting === "") return [];
  return waiting.split(",").map((part) => {
    const [from = "", until = ""] = part.split("..").map((time) => time.trim());
    return { from, until };
  });
}

/** What a request writes for pauses: the inverse of `pausesIn`. */
export function waitingText(pauses: readonly Pause[]): string {
  return pauses.map(({ from, until }) => `${from}..${until}`).join(", ");
}

/** The fields of the chosen kind. */
export function kindFields(model: SimulatorModel, values: RequestText): readonly Field[] {
  return model.kinds.find((kind) => kind.name === values.kind)?.fields ?? [];
}

/** The unit shown beside a field's value and written after it in the request. */
export function unitOf(type: FieldType): string {
  switch (type.kind) {
    case "percent":
      return "%";
    case "money":
      return type.currency;
    case "duration":
      return type.unit;
    case "enum":
    case "number":
    case "date":
    case "text":
      return "";
  }
}

/** What a request writes for what was typed into a field's box: `8` in a percent field is `8%`. Other words of one's own stay. */
export function withUnit(typed: string, type: FieldType): string {
  const unit = unitOf(type);
  const text = typed.trim();
  if (unit === "" || !/^[\d_,.]+$/.test(text)) return text;
  return unit === "%" ? `${text}%` : `${text} ${unit}`;
}

/** What a field's box shows for a request's value: the inverse of `withUnit`. */
export function withoutUnit(value: string, type: FieldType): string {
  const unit = unitOf(type);
  return unit !== "" && value.endsWith(unit) ? value.slice(0, -unit.length).trim() : value;
}

/** The present minute on the wall clock of a zone, as `2026-08-24T09:00`; on this machine's where the zone is not known. */
export function nowIn(zone: string): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const format = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat("sv-SE", { ...parts, ...(timeZone ? { timeZone } : {}) })
      .format(new Date())
      .replace(" ", "T");
  try {
    return format(zone);
  } catch {
    return format(undefined);
  }
}

/** The weekday of a local time such as `2026-08-24T09:00` in a language's words, or nothing where it is not a time. */
export function weekdayOf(localTime: string, language: string): string {
  const day = new Date(`${localTime.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(day.getTime())) return "";
  return new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(day);
}
