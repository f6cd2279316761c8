import type { Engine } from "../../../server/core/engine/compile.ts";
import type { Request } from "../../../server/core/engine/decision.ts";
import { parseDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { parseDate, parseMinute } from "../../../server/core/time/date.ts";
import type { Deadline, Instant } from "../../../server/core/time/spec.ts";
import { formatInstant, toInstant, utc, zoneOf } from "../../../server/core/time/zone.ts";
import { agreedIn } from "../../harness/models.ts";

/** The engine of some files' texts. */
export function engineOf(...texts: readonly string[]): Engine {
  return agreedIn(...texts).engine;
}

/** The instant of "2026-08-24T09:00" in a zone. */
export function instantOf(text: string, zone = "Asia/Tokyo"): Instant {
  const [date = "", time = ""] = text.split("T");
  const [day, minute] = [parseDate(date), parseMinute(time)];
  if (day === undefined || minute === undefined) throw new Error(`no such time: ${text}`);
  return toInstant(zoneOf(zone) ?? utc, day, minute);
}

/** An instant as "2026-08-24T09:00" in a zone; "never" for none. */
export function localText(at: Instant | undefined, zone = "Asia/Tokyo"): string {
  return at === undefined ? "never" : formatInstant(zoneOf(zone) ?? utc, at);
}

/** A deadline as local time. */
export function deadlineText(deadline: Deadline | undefined, zone = "Asia/Tokyo"): string {
  return deadline ? localText(deadline.deadline, zone) : "none";
}

/** A request as people write it: `at` is local, the keys of `fields` are those of the kind. */
export function requestOf(kind: string, at: string, given: Given = {}): Request {
  const { fields = {}, zone = "Asia/Tokyo", ...rest } = given;
  const entries = Object.entries(fields).map(([name, text]) => [name, constantOf(text)] as const);
  const unnamed = { channel: undefined, customer: undefined, asker: undefined, to: undefined };
  return { kind, at: instantOf(at, zone), ...unnamed, ...rest, fields: Object.fromEntries(entries) };
}

/** What a request may have beside its kind and time. */
export interface Given {
  readonly channel?: string;
  readonly customer?: string;
  readonly asker?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** "10%", "5", "2026-08-22", "09:00" or a name, as the constant of a field. */
export function constantOf(text: string): Constant {
  const day = parseDate(text);
  if (day !== undefined) return { kind: "day", day };
  const minute = parseMinute(text);
  if (minute !== undefined) return { kind: "time", minute };
  const value = parseDecimal(text.replace(/%$/, ""));
  return value ? { kind: "decimal", value } : { kind: "name", name: text };
}
