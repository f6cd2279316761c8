import type { Locale } from "../../core/checks/message.ts";
import type { Decision } from "../../core/engine/decision.ts";
import { changeInWords } from "../../core/features/answer/changes.ts";
import { fieldValueWritten } from "../../core/features/fieldValue.ts";
import type { Agreed } from "../../core/questions/asked.ts";
import { type Altered, type Change, changesOf } from "../../core/questions/changes.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { orNull, shownRequest, time, type Writing, writingOf } from "./jsonParts.ts";

/** The smallest changes of a request that give another answer, each with that answer. */
export function shownChanges(
  snapshot: Snapshot,
  agreed: Agreed,
  decision: Decision,
  locale: Locale,
): readonly object[] {
  const writing = writingOf(snapshot, agreed, decision);
  return changesOf(agreed, decision).map((change) => shownChange(writing, decision, change, locale));
}

function shownChange(writing: Writing, decision: Decision, change: Change, locale: Locale): object {
  const { altered, decision: other } = change;
  return {
    ...shownAltered(writing, altered, decision.request.kind),
    ...changeInWords(writing.agreed, decision, change, locale),
    differs: change.differs,
    request: shownRequest(writing, other),
    outcome: other.outcome,
    verdict: orNull(other.commitment?.verdict),
    handler: orNull(other.team),
    person: orNull(other.person),
    respondBy: time(writing, other.respond?.deadline),
    decidedBy: orNull(other.decidedBy ?? other.commitment?.decidedBy),
  };
}

function shownAltered(writing: Writing, altered: Altered, kind: string): object {
  switch (altered.kind) {
    case "field": {
      const { field, than, limit } = altered;
      return { what: "field", field, than, value: fieldValueWritten(writing.snapshot.model, kind, field, limit) };
    }
    case "channel":
      return { what: "channel", field: null, than: "is", value: altered.channel };
    case "not by name":
      return { what: "to", field: null, than: "is", value: null };
    case "asker":
      return { what: "asker", field: null, than: "is", value: altered.asker };
    case "customer":
      return { what: "customer", field: null, than: "is", value: orNull(altered.customer) };
    case "later":
      return { what: "at", field: null, than: "from", value: time(writing, altered.from) };
    case "earlier":
      return { what: "at", field: null, than: "before", value: time(writing, altered.before) };
    default:
      return altered satisfies never;
  }
}
