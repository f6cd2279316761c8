import type { Locale } from "../../core/checks/message.ts";
import { imaginedCustomer } from "../../core/comparison/asking.ts";
import type { Decided, Difference, Example, ToldChange } from "../../core/comparison/difference.ts";
import type { Decision } from "../../core/engine/decision.ts";
import { answerOf } from "../../core/features/answer/answer.ts";
import { agendaInWords } from "../../core/features/difference/agenda.ts";
import { countsOf } from "../../core/features/difference/heading.ts";
import { isComplete, notComparedIn, undecidedIn } from "../../core/features/difference/limits.ts";
import { changeInWords } from "../../core/features/difference/words.ts";
import type { SnapshotPair } from "../../core/workspace/pairs.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { shownTroubles } from "../trouble.ts";
import type { DiffReport } from "./diffReport.ts";
import { orNull, shownRequest, time, writingOf } from "./jsonParts.ts";

/**
 * What changes in decisions as JSON: `torikime/diff`, version 1. `counts` by class; of each difference its classes, the
 * parties, `requests` by kind in words (`anyOf` without `except`; an empty text is all of the kind), `changes` with the values before and after,
 * and `examples` with both decisions. `agenda`: reviews, dates of customers and handovers, on which no decision is told here. `undecided`: kinds of which not everything is known; `complete`
 * is false where there are any, or a text could not be read or has errors. `when` names all days on which something changes.
 */
export function jsonDiff(report: DiffReport, locale: Locale): string {
  const { revisions, compared } = report;
  const differences = compared.flatMap((each) => each.differences.map((difference) => ({ difference, pair: each })));
  const shown = {
    schema: "torikime/diff",
    version: 1,
    before: revisions.before,
    after: orNull(revisions.after),
    counts: Object.fromEntries(countsOf(differences.map(({ difference }) => difference))),
    differences: differences.map(({ difference, pair }) => shownDifference(difference, pair, locale)),
    agenda: agendaInWords(report, locale),
    undecided: undecidedIn(report),
    notCompared: notComparedIn(report),
    complete: isComplete(report),
    troubles: shownTroubles(revisions.troubles, locale),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

function shownDifference(difference: Difference, pair: SnapshotPair, locale: Locale): object {
  const { classes, requests, changes, examples, parties } = difference;
  return {
    classes,
    parties,
    requests: requests.map(({ kind, anyOf, except }) => ({
      kind,
      anyOf: anyOf.map((each) => each[locale]),
      except: except.map((each) => each[locale]),
    })),
    changes: changes.flatMap((change) => shownChange(change, locale)),
    examples: examples.map((example) => shownExample(example, pair, locale)),
  };
}

function shownChange(change: ToldChange, locale: Locale): readonly object[] {
  return changeInWords(change, locale, Number.POSITIVE_INFINITY).map(({ label, before, after, when }) => {
    return { property: change.property, class: change.class, label, before, after, when: orNull(when) };
  });
}

function shownExample({ request, isAlone, before, after }: Example, pair: SnapshotPair, locale: Locale): object {
  const writing = writingOf(pair.after, after, after.decision);
  return {
    text: request[locale],
    alone: isAlone,
    request: shownRequest(writing, declaredOnly(after.decision)),
    before: shownDecided(before, pair.before, locale),
    after: shownDecided(after, pair.after, locale),
  };
}

/** A customer that is only imagined has no name; the text tells what it is like. */
function declaredOnly(decision: Decision): Decision {
  const { request } = decision;
  return request.customer === imaginedCustomer
    ? { ...decision, request: { ...request, customer: undefined } }
    : decision;
}

function shownDecided(decided: Decided, snapshot: Snapshot, locale: Locale): object {
  const { decision } = decided;
  const writing = writingOf(snapshot, decided, decision);
  return {
    headline: answerOf(decided, decision, locale).headline,
    outcome: decision.outcome,
    handler: orNull(decision.team),
    person: orNull(decision.person),
    respondBy: time(writing, decision.respond?.deadline),
    resolveBy: time(writing, decision.resolve?.deadline),
    verdict: orNull(decision.commitment?.verdict),
    say: orNull(decision.say),
    decidedBy: orNull(decision.decidedBy ?? decision.commitment?.decidedBy),
  };
}
