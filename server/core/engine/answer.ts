import { type Calendar, isOpen, nextOpening } from "../time/calendar.ts";
import { clockStart, deadlineOf, receivedAt } from "../time/deadline.ts";
import type { Instant, Target } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import type { Commitment, Decision, LadderRung, Outcome, SurchargeDue, Timed } from "./decision.ts";
import type { RungPlan, Terms } from "./plan.ts";
import { type Route, routeOf } from "./route.ts";
import { sentenceOf } from "./sentence.ts";
import type { Situation } from "./situation.ts";
import { doerFor, reached, type Staffing, type StaffPerson, type StaffTeam, staffingOf, teamBehind } from "./staff.ts";
import { surchargeDue } from "./surcharge.ts";
import { calendarOf, type Resources } from "./terms.ts";

/** What a clause's terms answer to a request (language.md M4), beside what may be promised and the exceptions set aside. */
export function answerOf(
  terms: Terms,
  situation: Situation,
  commitment: Commitment | undefined,
  aside: Decision["aside"],
  resources: Resources,
): Decision {
  if (terms.lines.decline) return { ...declined(terms, situation, commitment, terms.lines.decline.value), aside };
  const doer = doerFor(terms.doer, situation, resources.staff);
  const team = teamBehind(doer);
  const calendar = calendarOf(terms, team, resources.calendars);
  const when = timingOf(terms, situation.request.at, calendar, hasHours(terms, team));
  const staffing = staffingOf(doer, localDay(team?.zone ?? calendar.zone, when.start ?? situation.request.at));
  const route = routeOf(terms, situation, team);
  return handled({ terms, situation, commitment, aside, resources, team, calendar, when, staffing, route });
}

interface Parts {
  readonly terms: Terms;
  readonly situation: Situation;
  readonly commitment: Commitment | undefined;
  readonly aside: Decision["aside"];
  readonly resources: Resources;
  readonly team: StaffTeam | undefined;
  readonly calendar: Calendar;
  readonly when: Timing;
  readonly staffing: Staffing;
  readonly route: Route;
}

function handled(parts: Parts): Decision {
  const { terms, situation, calendar, when, staffing, route, team } = parts;
  const { request } = situation;
  const outcome = outcomeOf(staffing, route);
  const redirect = outcome === "redirect" ? route.channels : nowhere;
  const resolve = timed(calendar, terms.resolve, request.at, terms);
  return {
    request,
    outcome,
    clause: terms.plan.id,
    decidedBy: terms.decidedBy,
    overlays: terms.overlays,
    conflictsWith: terms.clashes,
    zone: terms.plan.agreement.zone.id,
    team: team?.name,
    person: staffing.person?.name,
    personBecause: staffing.because,
    insteadOf: staffing.insteadOf?.name,
    channel: outcome === "redirect" ? undefined : request.channel,
    redirect,
    redirectBecause: outcome === "redirect" ? route.because : undefined,
    provisional: outcome === "redirect",
    closed: when.closed,
    clockStart: when.start,
    respond: timed(calendar, terms.respond, request.at, terms),
    resolve,
    ladder: terms.rungs.length === 0 ? noLadder : ladderOf(parts),
    surcharge: terms.surcharge && surchargeOf(parts, resolve?.deadline),
    commitment: parts.commitment,
    exception: terms.exception,
    aside: parts.aside,
    say: sentenceOf(terms, redirect, request.channel, team),
    needs: undefined,
  };
}

const nowhere: readonly string[] = [];
const noLadder: readonly LadderRung[] = [];
const noAside: Decision["aside"] = [];

function outcomeOf(staffing: Staffing, route: Route): Outcome {
  if (!staffing.left) return "unstaffed";
  return route.because === undefined ? "handled" : "redirect";
}

// times ---------------------------------------------------------------------------------------------------------------

interface Timing {
  readonly closed: Decision["closed"];
  readonly start: Instant | undefined;
}

/** Whether a calendar is known at all; without one nobody can say that it is closed. */
function hasHours(terms: Terms, team: StaffTeam | undefined): boolean {
  return terms.calendar !== undefined || team?.calendar !== undefined || terms.openings.length > 0;
}

function timingOf(terms: Terms, at: Instant, calendar: Calendar, known: boolean): Timing {
  const closed = !known || isOpen(calendar, at) ? undefined : { until: nextOpening(calendar, at) };
  if (terms.startsOnReceipt || !known) return { closed, start: receivedAt(calendar, at, terms.cutoff) };
  if (terms.cutoff !== undefined) return { closed, start: clockStart(calendar, at, terms.cutoff) };
  return { closed, start: closed ? closed.until : at };
}

function timed(calendar: Calendar, target: Target | undefined, at: Instant, terms: Terms): Timed | undefined {
  if (!target) return undefined;
  const { deadline, breachedAfter } = deadlineOf(calendar, target, at, terms.cutoff);
  return { deadline, breachedAfter, target };
}

// escalation ----------------------------------------------------------------------------------------------------------

/** The rungs in the order in which they fire, those that never do last. */
function ladderOf(parts: Parts): readonly LadderRung[] {
  const { rungs } = parts.terms;
  const ladder: LadderRung[] = [];
  for (const rung of rungs) ladder.push(rungOf(rung, parts));
  return ladder.length < 2 ? ladder : ladder.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity) || 0);
}

function rungOf({ rung, doer }: RungPlan, { terms, situation, resources, calendar }: Parts): LadderRung {
  const { at: received } = situation.request;
  const at = deadlineOf(calendar, rung.after, received, terms.cutoff).deadline;
  const found = doerFor(doer, situation, resources.staff);
  const team = teamBehind(found);
  const day = localDay(team?.zone ?? calendar.zone, at ?? received);
  const people = at === undefined ? [] : reached(found, day);
  return {
    at,
    after: rung.after,
    to: rung.to,
    people: people.map(nameOfPerson),
    offHours: at !== undefined && team?.calendar !== undefined && !isOpen(team.calendar, at),
  };
}

function nameOfPerson(person: StaffPerson): string {
  return person.name;
}

function surchargeOf({ terms, situation, calendar, when }: Parts, end: Instant | undefined): SurchargeDue | undefined {
  const { surcharge, surchargePlace } = terms;
  const start = when.start ?? situation.request.at;
  return (
    surcharge &&
    surchargePlace &&
    surchargeDue(surcharge, surchargePlace, { calendar, start, end, resolve: terms.resolve })
  );
}

// nobody handles it ---------------------------------------------------------------------------------------------------

function declined(terms: Terms, situation: Situation, commitment: Commitment | undefined, because: string): Decision {
  const { plan } = terms;
  return {
    ...undecided(situation, "declined", plan.agreement.zone.id, commitment),
    clause: plan.id,
    decidedBy: terms.decidedBy,
    overlays: terms.overlays,
    conflictsWith: terms.clashes,
    exception: terms.exception,
    say: because,
  };
}

/** A decision that no clause's terms answer: unhandled, a question, or waiting for a field. */
export function undecided(
  { request }: Situation,
  outcome: Outcome,
  zone: string,
  commitment: Commitment | undefined,
): Decision {
  return {
    request,
    outcome,
    clause: undefined,
    decidedBy: undefined,
    overlays: [],
    conflictsWith: [],
    zone,
    team: undefined,
    person: undefined,
    personBecause: undefined,
    insteadOf: undefined,
    channel: undefined,
    redirect: nowhere,
    redirectBecause: undefined,
    provisional: false,
    closed: undefined,
    clockStart: undefined,
    respond: undefined,
    resolve: undefined,
    ladder: noLadder,
    surcharge: undefined,
    commitment,
    exception: undefined,
    aside: noAside,
    say: undefined,
    needs: undefined,
  };
}
