import type { Decision } from "../../core/engine/decision.ts";
import { fieldValueWritten } from "../../core/features/fieldValue.ts";
import type { Agreed } from "../../core/questions/asked.ts";
import { formatDate } from "../../core/time/date.ts";
import type { Day, Instant } from "../../core/time/spec.ts";
import { utc, type Zone, zoneOf } from "../../core/time/zone.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { isoText } from "../isoText.ts";

/** What a decision is written with: names and places of the agreements, and its own clock. */
export interface Writing {
  readonly snapshot: Snapshot;
  /** What decided: the snapshot itself, or the same agreements as they would be. */
  readonly agreed: Agreed;
  readonly zone: Zone;
}

/** The writing of one decision. */
export function writingOf(snapshot: Snapshot, agreed: Agreed, decision: Decision): Writing {
  return { snapshot, agreed, zone: zoneOf(decision.zone) ?? utc };
}

/** What was asked, values as written. */
export function shownRequest(writing: Writing, { request }: Decision): object {
  const { agreed, zone } = writing;
  const { kind, at, fields, channel, customer, asker, to, waiting = [] } = request;
  return {
    kind,
    at: isoText(zone, at),
    zone: zone.id,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, fieldValueWritten(agreed.model, kind, name, value)]),
    ),
    channel: orNull(channel),
    customer: orNull(customer),
    asker: orNull(asker),
    to: orNull(to),
    waiting: waiting.map((wait) => ({ from: time(writing, wait.from), to: time(writing, wait.to) })),
  };
}

/** An instant on the decision's clock. */
export function time({ zone }: Writing, at: Instant | undefined): string | null {
  return at === undefined ? null : isoText(zone, at);
}

/** A date. */
export function day(at: Day | undefined): string | null {
  return at === undefined ? null : formatDate(at);
}

/** What is absent is `null`. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
