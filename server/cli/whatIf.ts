import { phrase } from "../core/checks/message.ts";
import { compile } from "../core/engine/compile.ts";
import type { Decision } from "../core/engine/decision.ts";
import type { DayRange, Model } from "../core/model/model.ts";
import type { Agreed } from "../core/questions/asked.ts";
import { decideSupposing } from "../core/questions/cutOff.ts";
import { always, type Supposition, supposing } from "../core/questions/whatIf.ts";
import { instantOf, notAMoment, parseMoment, type WrittenMoment } from "../core/scenarios/moment.ts";
import type { Localized } from "../core/text/localized.ts";
import { parseDate } from "../core/time/date.ts";
import { utc, zoneOf } from "../core/time/zone.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import type { Arguments } from "./arguments.ts";
import { declaredName } from "./names.ts";
import { UsageError } from "./usageError.ts";

/** A decision as it is and as it would be. */
export interface Compared {
  readonly now: Decision;
  readonly whatIf: Decision;
}

/** What is supposed, what would be decided, and the agreements as they would be, to tell it by. */
export interface Comparison {
  readonly suppositions: readonly Supposition[];
  readonly supposed: Agreed;
  readonly compared: readonly Compared[];
}

/** Decides the requests of some decisions once more as the options suppose; undefined where they suppose nothing. */
export function comparisonIn(
  given: Arguments,
  { model, holidays }: Snapshot,
  decisions: readonly Decision[],
): Comparison | undefined {
  const suppositions = suppositionsIn(given, model);
  const written = given.options.get("or-at");
  if (suppositions.length === 0 && written === undefined) return undefined;
  const at = written === undefined ? undefined : momentOf(written);
  const changed = supposing(model, suppositions);
  const supposed = { model: changed, engine: compile(changed, holidays), supposed: suppositions };
  const compared = decisions.map((now) => {
    // In each decision's own zone, unless it says which.
    const time = at ? { at: instantOf(at, zoneOf(now.zone) ?? utc) } : {};
    return { now, whatIf: decideSupposing(supposed, { ...now.request, ...time }) };
  });
  return { suppositions, supposed, compared };
}

/** Whether the options ask for a comparison. */
export function supposesAnything({ lists, options }: Arguments): boolean {
  return options.has("or-at") || ["away", "without", "with-channel-down"].some((name) => lists.has(name));
}

/** What the options suppose of the company: who is away or gone, which channel is down. */
export function suppositionsIn({ lists }: Arguments, model: Model): readonly Supposition[] {
  return [
    ...(lists.get("away") ?? []).map((written) => awayOf(written, model)),
    ...(lists.get("without") ?? []).map((name) => ({
      kind: "without" as const,
      person: declaredName(name, "person", [model]),
    })),
    ...(lists.get("with-channel-down") ?? []).map((name) => {
      return { kind: "channel down" as const, channel: declaredName(name, "channel", [model]) };
    }),
  ];
}

/** "Tanaka:2026-06-01..2026-06-10"; without an end from then on, without dates always. */
function awayOf(written: string, model: Model): Supposition {
  const [name = "", dates] = written.normalize("NFKC").split(/:(.*)/s);
  const person = declaredName(name, "person", [model]);
  const days = dates === undefined ? always : daysIn(dates);
  if (days) return { kind: "away", person, days };
  throw new UsageError(awayWrittenOtherwise(written));
}

function daysIn(dates: string): DayRange | undefined {
  const [, from = "", dots, to = ""] = /^\s*([\d-]+)\s*(?:(\.\.)\s*([\d-]*)\s*)?$/.exec(dates) ?? [];
  const first = parseDate(from);
  const last = dots === undefined ? first : to === "" ? undefined : parseDate(to);
  if (first === undefined || (to !== "" && (last === undefined || last < first))) return undefined;
  return { first, last };
}

function awayWrittenOtherwise(written: string): Localized {
  return phrase(
    "--away needs a person and dates, such as Tanaka:2026-06-01..2026-06-10 or Tanaka:2026-06-01.., not '{written}'.",
    "--away には Tanaka:2026-06-01..2026-06-10 や Tanaka:2026-06-01.. のように人と日付が要ります。「{written}」は読めません。",
    { written },
  );
}

function momentOf(written: string): WrittenMoment {
  const moment = parseMoment(written);
  if (moment) return moment;
  const { en, ja } = notAMoment(written);
  throw new UsageError({ en: `--or-at: ${en}`, ja: `--or-at: ${ja}` });
}
