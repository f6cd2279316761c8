import type { Stated, Surcharge } from "../model/model.ts";
import { isOpenOrCloses, nextOpening } from "../time/calendar.ts";
import { clockStart, deadlineOf, receivedAt } from "../time/deadline.ts";
import type { Instant, Interval, Target } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import type { Commitment, Decision, LadderRung, Request, SurchargeDue, Timed } from "./decision.ts";
import { type Doer, doerAtStart, doerFor, namesReached, staffingOf } from "./doer.ts";
import { channelsOfTeam, doorBit, doorFor, notListed, notOpen, openDoors, replyFor, replyWith } from "./door.ts";
import { isUnresolved, nobodyBecause } from "./nobody.ts";
import type { Reply, RungPlan, Setting, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { settingFor } from "./setting.ts";
import type { Situation } from "./situation.ts";
import { handlerIn } from "./steps.ts";
import { timelineOf } from "./stepWalk.ts";
import { surchargeDue } from "./surcharge.ts";
import { declined } from "./undecided.ts";
import { clockStartAround, pausesOf } from "./waiting.ts";

/** What a clause's terms answer to a request (language.md M4), beside what may be promised and the exceptions set aside. */
export function answerOf(
  terms: Terms,
  situation: Situation,
  commitment: Commitment | undefined,
  aside: Decision["aside"],
  resources: Resources,
): Decision {
  if (terms.decline !== undefined) return declined(terms, situation, commitment, aside);
  const { request } = situation;
  const { at, channel, to } = request;
  const pauses = pausesOf(request);
  const written = terms.steps === undefined ? terms.doer : handlerIn(terms, situation);
  const doer = handlerOf(written, terms, situation, resources, pauses);
  const setting = settingFor(terms, doer.team, resources);
  const opening = openingOf(setting, at);
  const isTimeless = !setting.hasHours && isUnresolved(doer);
  const start = isTimeless && !terms.startsOnReceipt ? undefined : startOf(terms, setting, at, opening, pauses);
  const staffing = staffingOf(doer, localDay(setting.zone, start ?? at));
  const astray = to === undefined ? undefined : misaddressed(to, doer, resources);
  const door = channel === undefined || terms.doors.length === 0 ? anyDoor : doorFor(terms.doors, channel, at);
  const redirected = staffing.left && (astray !== undefined || door === notListed || door === notOpen);
  const reply = redirected || setting.say !== undefined ? replyTo(terms, setting, request, door) : unsaid;
  const told: Targets = isTimeless ? hourless(terms) : terms;
  const respond = timed(setting, told.respond, at, terms, pauses);
  const resolve = timed(setting, told.resolve, at, terms, pauses);
  return {
    request,
    outcome: redirected ? "redirect" : staffing.left ? "handled" : "unstaffed",
    clause: terms.clause,
    decidedBy: terms.decidedBy,
    overlays: terms.overlays,
    conflictsWith: terms.clashes,
    zone: terms.zone,
    team: doer.team?.name,
    person: staffing.person?.name,
    personBecause: staffing.because,
    insteadOf: staffing.insteadOf?.name,
    unstaffedBecause: staffing.left ? undefined : nobodyBecause(written, doer, request),
    handover: doer.handover,
    channel: redirected ? undefined : channel,
    redirect: redirected ? reply.channels : nowhere,
    redirectBecause: redirected ? (astray ?? fault(door)) : undefined,
    provisional: redirected,
    closed: opening === at ? undefined : { until: opening },
    clockStart: start,
    respond,
    resolve,
    ladder: told.rungs.length === 0 ? noLadder : ladderOf(told.rungs, respond, terms, setting, situation, pauses),
    timeline:
      terms.steps === undefined
        ? undefined
        : timelineOf(terms.steps, { terms, setting, situation, resources, pauses }, resolve),
    surcharge: terms.surcharge && surchargeOf(terms.surcharge, terms, setting, start ?? at, resolve?.deadline),
    commitment,
    exception: terms.exception,
    aside,
    say: reply.say,
    needs: undefined,
  };
}

// What a function that is made within another remembers takes memory at each call, used or not: here nearly all decisions pass.

const nowhere: readonly string[] = [];
const noLadder: readonly LadderRung[] = [];

// channels ------------------------------------------------------------------------------------------------------------

/** The request names no channel, or the clause takes every one. */
const anyDoor = -3;

/** The doors to name: the one that was used, else those that are open, else all; a clause without `via` takes every channel. */
function replyTo(terms: Terms, setting: Setting, { at, channel }: Request, door: number): Reply {
  const { doors } = terms;
  if (doors.length === 0) return replyWith(setting, channel === undefined ? channelsOfTeam(setting.team) : [channel]);
  return replyFor(setting, door >= 0 ? doorBit(door) : openDoors(doors, at));
}

/** Where nothing is said, no channel need be named to one that came in by the right door. */
const unsaid: Reply = { channels: nowhere, say: undefined };

/** Whether a request is addressed to a person, or to a team other than the one that handles it, that of a named person included. */
function misaddressed(to: string, doer: Doer, { staff }: Resources): Decision["redirectBecause"] {
  if (staff.named.has(to)) return "addressed to a person";
  const { team, person } = doer;
  if (team === undefined || team.name === to || !staff.teams.has(to)) return undefined;
  return person?.teams.some(({ name }) => name === to) ? undefined : "addressed to another team";
}

function fault(door: number): Decision["redirectBecause"] {
  return door === notListed ? "channel not listed" : "channel not open now";
}

/** Who handles it: the owner of a customer as of the clock's start, which the hours of who owns it on receipt tell. */
function handlerOf(
  written: Doer,
  terms: Terms,
  situation: Situation,
  resources: Resources,
  pauses: readonly Interval[],
): Doer {
  if (written.kind === "owner of customer") return ownerAtStart(written, terms, situation, resources, pauses);
  return doerFor(written, situation, terms.plan.agreement, situation.request.at);
}

function ownerAtStart(
  written: Doer,
  terms: Terms,
  situation: Situation,
  resources: Resources,
  pauses: readonly Interval[],
): Doer {
  const { at } = situation.request;
  return doerAtStart(written, situation, terms.plan.agreement, at, ({ team }) => {
    const setting = settingFor(terms, team, resources);
    return startOf(terms, setting, at, openingOf(setting, at), pauses);
  });
}

// times ---------------------------------------------------------------------------------------------------------------

type Targets = Pick<Terms, "respond" | "resolve" | "rungs">;

/** What can be told without knowing anybody's hours. */
function hourless({ respond, resolve, rungs }: Targets): Targets {
  return {
    respond: respond && isBusiness(respond) ? undefined : respond,
    resolve: resolve && isBusiness(resolve) ? undefined : resolve,
    rungs: rungs.filter(({ after }) => !isBusiness(after)),
  };
}

function isBusiness({ unit }: Target): boolean {
  return unit.startsWith("business");
}

/** From when on somebody is there; at once where no hours are known. */
function openingOf({ calendar, hasHours }: Setting, at: Instant): Instant | undefined {
  return hasHours ? nextOpening(calendar, at) : at;
}

/** Where the clock starts, given the next opening from the time of the request on. */
function startOf(
  terms: Terms,
  setting: Setting,
  at: Instant,
  opening: Instant | undefined,
  pauses: readonly Interval[],
): Instant | undefined {
  const { cutoff } = terms;
  if (terms.startsOnReceipt || !setting.hasHours) return receivedAt(setting.calendar, at, cutoff);
  const start = cutoff === undefined ? opening : clockStart(setting.calendar, at, cutoff);
  return pauses.length === 0 || start === undefined ? start : clockStartAround(setting.calendar, start, pauses);
}

function timed(
  { calendar }: Setting,
  target: Target | undefined,
  at: Instant,
  terms: Terms,
  pauses: readonly Interval[],
): Timed | undefined {
  if (target === undefined) return undefined;
  const { deadline, breachedAfter } = deadlineOf(calendar, target, at, terms.cutoff, pauses);
  return { deadline, breachedAfter, target };
}

// escalation ----------------------------------------------------------------------------------------------------------

/** The rungs in the order in which they fire, those that never do last. */
function ladderOf(
  rungs: readonly RungPlan[],
  respond: Timed | undefined,
  terms: Terms,
  setting: Setting,
  situation: Situation,
  pauses: readonly Interval[],
): readonly LadderRung[] {
  const [only] = rungs;
  if (only !== undefined && rungs.length === 1) return [rungOf(only, respond, terms, setting, situation, pauses)];
  const ladder = rungs.map((rung) => rungOf(rung, respond, terms, setting, situation, pauses));
  return ladder.sort((one, other) => (one.at ?? Number.MAX_VALUE) - (other.at ?? Number.MAX_VALUE));
}

function rungOf(
  { after, to, doer }: RungPlan,
  respond: Timed | undefined,
  { cutoff, plan }: Terms,
  setting: Setting,
  situation: Situation,
  pauses: readonly Interval[],
): LadderRung {
  const { calendar, zone } = setting;
  // Equal targets are one object, and most ladders begin where the time to respond ends.
  const isDueThen = respond !== undefined && respond.target === after;
  const { deadline: at } = isDueThen ? respond : deadlineOf(calendar, after, situation.request.at, cutoff, pauses);
  if (at === undefined) return { at, after, to, people: nowhere, offHours: false };
  const found = doerFor(doer, situation, plan.agreement, at);
  const hours = found.team?.calendar;
  const people = namesReached(found, localDay(hours?.zone ?? zone, at));
  return { at, after, to, people, offHours: hours !== undefined && !isOpenOrCloses(hours, at) };
}

function surchargeOf(
  { value, place }: Stated<Surcharge>,
  { resolve }: Terms,
  { calendar }: Setting,
  start: Instant,
  end: Instant | undefined,
): SurchargeDue {
  return surchargeDue(value, place, { calendar, start, end, resolve });
}
