import type { Locale } from "../../core/checks/message.ts";
import { suppositionInWords } from "../../core/features/answer/whatIf.ts";
import type { Supposition } from "../../core/questions/whatIf.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import type { Unread } from "../trouble.ts";
import type { Compared, Comparison } from "../whatIf.ts";
import { shownChanges } from "./changesJson.ts";
import { type Reporting, shownDecision } from "./decisionJson.ts";
import { day } from "./jsonParts.ts";

/** Decisions as they are and as they would be, as JSON by `schemas/what-if.schema.json`. */
export function jsonComparison(
  snapshot: Snapshot,
  { suppositions, supposed, compared }: Comparison,
  { locale, whole }: Reporting,
  unread: Unread,
): string {
  const comparisons = compared.map((each) => {
    const shown = shownComparison(snapshot, supposed, each, locale);
    return whole
      ? { ...shown, whatIf: { ...shown.whatIf, changes: shownChanges(snapshot, supposed, each.whatIf, locale) } }
      : shown;
  });
  const supposing = suppositions.map((each) => ({ ...shownSupposition(each), text: suppositionInWords(each, locale) }));
  return written(supposing, comparisons, unread);
}

/** What `jsonComparison` writes where the requests could not be read: nothing is worked out of what would be supposed. */
export function jsonNoComparison(unread: Unread): string {
  return written([], [], unread);
}

function written(supposing: readonly object[], comparisons: readonly object[], unread: Unread): string {
  return `${JSON.stringify({ schema: "torikime/what-if", version: 1, supposing, comparisons, ...unread }, undefined, 2)}\n`;
}

function shownSupposition(supposition: Supposition): object {
  switch (supposition.kind) {
    case "away": {
      const { person, days } = supposition;
      return { kind: "away", name: person, first: day(days.first), last: day(days.last) };
    }
    case "without":
      return { kind: "without", name: supposition.person, first: null, last: null };
    case "channel down":
      return { kind: "channel down", name: supposition.channel, first: null, last: null };
    default:
      return supposition satisfies never;
  }
}

/** `differences`: the keys of a decision whose values differ, with both; of the sentence and the trace the decisions tell. */
function shownComparison(
  snapshot: Snapshot,
  supposed: Comparison["supposed"],
  { now, whatIf }: Compared,
  locale: Locale,
): { readonly differences: readonly object[]; readonly now: object; readonly whatIf: object } {
  const ours = shownDecision(snapshot, snapshot, now, locale);
  const theirs = shownDecision(snapshot, supposed, whatIf, locale);
  const others = new Map<string, unknown>(Object.entries(theirs));
  const differences = Object.entries(ours).flatMap(([part, value]: [string, unknown]) => {
    const other = others.get(part);
    const isSame = toldApart.has(part) || JSON.stringify(value) === JSON.stringify(other);
    return isSame ? [] : [{ part, now: value, whatIf: other }];
  });
  return { differences, now: ours, whatIf: theirs };
}

const toldApart: ReadonlySet<string> = new Set(["headline", "trace"]);
