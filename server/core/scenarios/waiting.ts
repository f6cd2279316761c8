import type { Waiting } from "../engine/decision.ts";
import type { Zone } from "../time/zone.ts";
import { instantOf, parseMoment } from "./moment.ts";

/**
 * Reads `2026-08-24T10:00..2026-08-25T09:00`, several with commas between them; without the end it still waits. Undefined
 * where it is not written so, or something ends before it begins.
 */
export function parseWaiting(text: string, zone: Zone): readonly Waiting[] | undefined {
  const waits: Waiting[] = [];
  for (const part of text.normalize("NFKC").split(/[,、]/)) {
    const wait = oneOf(part.trim(), zone);
    if (!wait) return undefined;
    waits.push(wait);
  }
  return waits;
}

function oneOf(part: string, zone: Zone): Waiting | undefined {
  const [first = "", last, ...rest] = part.split("..");
  const from = parseMoment(first);
  if (!from || last === undefined || rest.length > 0) return undefined;
  if (last.trim() === "") return { from: instantOf(from, zone), to: undefined };
  const to = parseMoment(last);
  if (!to || instantOf(to, zone) < instantOf(from, zone)) return undefined;
  return { from: instantOf(from, zone), to: instantOf(to, zone) };
}
