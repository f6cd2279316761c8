import type { Decision } from "../../core/engine/decision.ts";
import { targetInWords } from "../../core/features/words.ts";
import { type OwedWith, owedWith } from "../../core/questions/owedWith.ts";
import { shownPlace } from "../places.ts";
import { orNull, time, type Writing } from "./jsonParts.ts";

/** What is owed because of a request, as JSON. */
export function shownOwed(writing: Writing, decision: Decision): readonly object[] {
  return owedWith(writing.agreed, decision).map((each) => {
    const { id, from, to, what, by, unknown, isPast, place } = each;
    return {
      id,
      from,
      to,
      what,
      ...shownRhythm(each),
      by: time(writing, by),
      unknown: orNull(unknown),
      past: isPast,
      place: orNull(shownPlace(writing.snapshot, place)),
    };
  });
}

function shownRhythm({ rhythm }: OwedWith): object {
  switch (rhythm.kind) {
    case "with every":
      return { within: null, lead: null, field: null };
    case "before every":
      return { within: null, lead: targetInWords(rhythm.lead, "en"), field: rhythm.field };
    case "within of every":
      return { within: targetInWords(rhythm.within, "en"), lead: null, field: null };
    default:
      return rhythm satisfies never;
  }
}
