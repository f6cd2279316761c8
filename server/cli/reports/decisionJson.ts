import type { Locale } from "../../core/checks/message.ts";
import { relatedCommitments } from "../../core/engine/decide.ts";
import type {
  Commitment,
  Decision,
  LadderRung,
  SurchargeDue,
  Timed,
  TraceReason,
  TraceStep,
} from "../../core/engine/decision.ts";
import { traceOf } from "../../core/engine/trace.ts";
import { answerOf } from "../../core/features/answer/answer.ts";
import { fieldValueWritten } from "../../core/features/fieldValue.ts";
import { targetInWords, whoInWords } from "../../core/features/words.ts";
import { formatDecimal } from "../../core/model/decimal.ts";
import type { Place } from "../../core/model/model.ts";
import type { Agreed } from "../../core/questions/asked.ts";
import { factsAgainst, writtenFact } from "../../core/questions/impossible.ts";
import type { Deadline } from "../../core/time/spec.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { type ShownPlace, shownPlace } from "../places.ts";
import type { Unread } from "../trouble.ts";
import { shownChanges } from "./changesJson.ts";
import { day, orNull, shownRequest, time, type Writing, writingOf } from "./jsonParts.ts";
import { shownOwed } from "./owedJson.ts";
import { shownHandover, shownTimeline } from "./timelineJson.ts";

/** Decisions as JSON by `schemas/decision.schema.json`; a change that could break a reader raises `version`. */
export function jsonDecisions(
  snapshot: Snapshot,
  decisions: readonly Decision[],
  { locale, whole }: Reporting,
  unread: Unread,
): string {
  // For each of many requests, what would change it takes longer than all else.
  const changes = whole || decisions.length === 1 ? shownChanges : () => null;
  const shown = decisions.map((decision) => ({
    ...shownDecision(snapshot, snapshot, decision, locale),
    changes: changes(snapshot, snapshot, decision, locale),
  }));
  return written(shown, unread);
}

/** What `jsonDecisions` writes where the requests could not be read: no decision, and why. */
export function jsonNoDecisions(unread: Unread): string {
  return written([], unread);
}

function written(decisions: readonly object[], unread: Unread): string {
  return `${JSON.stringify({ schema: "torikime/decision", version: 1, decisions, ...unread }, undefined, 2)}\n`;
}

/** How decisions are reported: `whole` with what would change each of many. */
export interface Reporting {
  readonly locale: Locale;
  readonly whole: boolean;
}

/** One decision of some agreements, written in the snapshot's files; what is absent is `null`, so that every key is always there. */
export function shownDecision(snapshot: Snapshot, agreed: Agreed, decision: Decision, locale: Locale): object {
  const writing = writingOf(snapshot, agreed, decision);
  const { outcome, team, person, personBecause, insteadOf, channel, redirect, redirectBecause, provisional } = decision;
  return {
    request: shownRequest(writing, decision),
    headline: answerOf(agreed, decision, locale).headline,
    outcome,
    handler: orNull(team),
    person: orNull(person),
    personBecause: orNull(personBecause),
    insteadOf: orNull(insteadOf),
    unstaffedBecause: orNull(decision.unstaffedBecause),
    handover: decision.handover ? shownHandover(writing, decision.handover) : null,
    channel: orNull(outcome === "handled" ? channel : undefined),
    redirect,
    redirectBecause: orNull(redirectBecause),
    provisional,
    ...shownTimes(writing, decision),
    ...shownTerms(writing, decision),
    owed: shownOwed(writing, decision),
    say: orNull(decision.say),
    needs: decision.needs ? shownNeeds(writing, decision.needs, locale) : null,
    clause: orNull(decision.clause),
    decidedBy: orNull(decision.decidedBy),
    overlays: decision.overlays,
    conflictsWith: decision.conflictsWith,
    impossible: factsAgainst(agreed, decision).map((fact) => ({
      condition: writtenFact(fact),
      place: orNull(shownPlace(snapshot, fact.place)),
    })),
    trace: traceOf(agreed.engine, decision).map((step) => shownStep(writing, step)),
    changes: null,
  };
}

function shownNeeds(
  { snapshot, agreed }: Writing,
  { field, answers }: NonNullable<Decision["needs"]>,
  locale: Locale,
): object {
  return {
    field,
    answers: answers.map(({ value, decision }) => ({
      value: fieldValueWritten(agreed.model, decision.request.kind, field, value),
      decision: shownDecision(snapshot, agreed, decision, locale),
    })),
  };
}

// times ---------------------------------------------------------------------------------------------------------------

function shownTimes(writing: Writing, { closed, clockStart, respond, resolve, ladder, timeline }: Decision): object {
  return {
    closed: closed ? { until: time(writing, closed.until) } : null,
    clockStart: time(writing, clockStart),
    respond: shownTarget(writing, respond),
    resolve: shownTarget(writing, resolve),
    ladder: ladder.map((rung) => shownRung(writing, rung)),
    timeline: timeline ? shownTimeline(writing, timeline) : null,
  };
}

function shownTarget(writing: Writing, timed: Timed | undefined): object | null {
  return timed ? { within: targetInWords(timed.target, "en"), ...shownDeadline(writing, timed) } : null;
}

function shownDeadline(writing: Writing, { deadline, breachedAfter }: Deadline): object {
  return { deadline: time(writing, deadline), breachedAfter: time(writing, breachedAfter) };
}

function shownRung(writing: Writing, { at, after, to, people, offHours }: LadderRung): object {
  return { at: time(writing, at), after: targetInWords(after, "en"), to: whoInWords(to, "en"), people, offHours };
}

// what may be promised, what it costs, which exceptions ---------------------------------------------------------------

function shownTerms(writing: Writing, decision: Decision): object {
  const { agreed } = writing;
  const related = decision.clause === undefined ? [] : relatedCommitments(agreed.engine, decision.request);
  return {
    commitment: decision.commitment ? shownCommitment(writing, decision.commitment) : null,
    relatedCommitments: related.map(({ kind, commitment }) => ({
      kind,
      commitment: shownCommitment(writing, commitment),
    })),
    surcharge: decision.surcharge ? shownSurcharge(writing, decision.surcharge) : null,
    exception: shownException(writing, decision.exception),
    aside: decision.aside.map(({ name, because, first, last }) => ({
      name,
      because,
      first: day(first),
      last: day(last),
    })),
  };
}

function shownCommitment(
  writing: Writing,
  { verdict, asks, answeredBy, because, decidedBy, place }: Commitment,
): object {
  return {
    verdict,
    asks: asks.map((ask) => ({
      name: ask.name,
      who: whoInWords(ask.who, "en"),
      within: ask.within ? targetInWords(ask.within, "en") : null,
      answeredBy: ask.answeredBy ? shownDeadline(writing, ask.answeredBy) : null,
    })),
    answeredBy: answeredBy ? shownDeadline(writing, answeredBy) : null,
    because: orNull(because),
    decidedBy: orNull(decidedBy),
    place: shown(writing, place),
  };
}

function shownSurcharge(writing: Writing, { rate, because, percent, further, place }: SurchargeDue): object {
  return {
    percent: rate.kind === "percent" ? fixedPercent(Number(formatDecimal(rate.percent))) : orNull(percent),
    amount: rate.kind === "amount" ? { value: formatDecimal(rate.amount), currency: rate.currency } : null,
    premiumOf: rate.kind === "premium" ? rate.region : null,
    because: orNull(because),
    further: further.map(({ from, percent: other }) => ({ from: time(writing, from), percent: other })),
    place: shown(writing, place),
  };
}

function fixedPercent(percent: number): object {
  return { least: percent, most: percent };
}

function shownException(writing: Writing, name: string | undefined): object | null {
  const exception = name === undefined ? undefined : writing.agreed.model.exceptions.get(name);
  if (!exception) return null;
  const { effective, owner, approved, reason, place } = exception;
  return {
    name: exception.name,
    first: day(effective?.value.first),
    last: day(effective?.value.last),
    owner: orNull(owner?.value),
    approvedBy: orNull(approved?.value.by),
    reason: orNull(reason?.value),
    place: shown(writing, place),
  };
}

// trace ---------------------------------------------------------------------------------------------------------------

function shownStep(writing: Writing, { id, place, result, because }: TraceStep): object {
  return { clause: id, result, because: because ? shownBecause(writing, because) : null, place: shown(writing, place) };
}

function shownBecause(writing: Writing, because: TraceReason): object {
  switch (because.kind) {
    case "condition":
      return {
        kind: because.kind,
        condition: because.condition.replace(/\s+/g, " "),
        found: orNull(because.found),
        at: time(writing, because.at),
        unknown: orNull(because.unknown),
        place: shown(writing, because.place),
      };
    case "not in force":
      return { kind: because.kind, first: day(because.first), last: day(because.last) };
    case "asker":
      return { kind: because.kind, parties: because.parties };
    case "later":
      return { kind: because.kind, than: because.than, target: because.target };
    case "stricter":
    case "by name":
    case "overlaid":
      return { kind: because.kind, than: because.than };
    case "outside":
      return { kind: because.kind, of: because.of };
    case "kind":
    case "unapproved":
    case "without end":
      return { kind: because.kind };
    default:
      return because satisfies never;
  }
}

function shown({ snapshot }: Writing, place: Place | undefined): ShownPlace | null {
  return orNull(shownPlace(snapshot, place));
}
