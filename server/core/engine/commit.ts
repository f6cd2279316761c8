import { meaningOfTarget, plainText } from "../model/meaning.ts";
import type { Calendar } from "../time/calendar.ts";
import { clockStart, deadlineOf } from "../time/deadline.ts";
import type { Deadline, Instant, Target } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import { candidates } from "./choice.ts";
import { no, type Truth, unknown, yes } from "./condition.ts";
import type { Ask, Commitment } from "./decision.ts";
import { askedInstead, type Doer, doerAtStart, doerFor, othersAreThere, staffingOf } from "./doer.ts";
import { inForce } from "./force.ts";
import { heldOverlays } from "./layer.ts";
import { byText } from "./order.ts";
import type { CommitOverlay, CommitPlan, KindPlan, VerdictPlan } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { dayIn, type Situation } from "./situation.ts";

const silent: Commitment = {
  verdict: "silent",
  asks: [],
  answeredBy: undefined,
  because: undefined,
  decidedBy: undefined,
  place: undefined,
};

/**
 * What may be promised (language.md M3): of the lines that hold the strictest, over all commit clauses on the kind and
 * of the asking party. `undefined`: only handle clauses mention the kind. `"unknown"`: a missing field decides.
 */
export function commitmentOf(
  kind: KindPlan,
  situation: Situation,
  resources: Resources,
): Commitment | undefined | "unknown" {
  if (!kind.hasCommits) return kind.hasHandles ? undefined : silent;
  const counted: VerdictPlan[] = [];
  return addAllLines(kind, situation, counted) === unknown ? "unknown" : strictest(counted, situation, resources);
}

/** Whether a commit clause speaks for the asker and is in force; its condition left aside. */
export function speaksFor({ agreement, party }: CommitPlan, situation: Situation): boolean {
  const { askers } = situation;
  if (askers !== undefined && (party === undefined || !askers.includes(party))) return false;
  return inForce(agreement.force, dayIn(situation, agreement.zone));
}

/** The lines of a clause that count for a request: those of the topmost overlays that have any, else its own. */
export function countedLines(plan: CommitPlan, situation: Situation): readonly VerdictPlan[] {
  const counted: VerdictPlan[] = [];
  addLines(plan, situation, counted);
  return counted;
}

// the lines that count ------------------------------------------------------------------------------------------------

function addAllLines({ onlyCommit, commits }: KindPlan, situation: Situation, into: VerdictPlan[]): Truth {
  if (onlyCommit !== undefined) return addLines(onlyCommit, situation, into);
  for (const plan of candidates(commits, situation)) if (addLines(plan, situation, into) === unknown) return unknown;
  return yes;
}

function addLines(plan: CommitPlan, situation: Situation, into: VerdictPlan[]): Truth {
  if (!speaksFor(plan, situation)) return no;
  const truth = plan.test === undefined ? yes : plan.test(situation);
  if (truth !== yes) return truth;
  const held = heldOverlays(plan, situation);
  if (held === undefined) return unknown;
  return held.length === 0 ? addHolding(plan.verdicts, situation, into) : addTopmost(plan, held, situation, into);
}

/** Adds the holding lines of the topmost overlays that have any, else those of the clause. */
function addTopmost(
  plan: CommitPlan,
  held: readonly CommitOverlay[],
  situation: Situation,
  into: VerdictPlan[],
): Truth {
  const result = addExceptions(-1, held, situation, into);
  return result === no ? addCase(-1, plan.verdicts, held, situation, into) : result;
}

/** The lines of the exceptions to the cases inside a case (or inside the clause: -1), else of those to itself. */
function addExceptions(
  index: number,
  held: readonly CommitOverlay[],
  situation: Situation,
  into: VerdictPlan[],
): Truth {
  let result: Truth = no;
  for (const inner of held)
    if (!inner.isException && inner.inside === index)
      result = together(result, addExceptions(inner.index, held, situation, into));
  if (result !== no) return result;
  for (const overlay of held)
    if (overlay.isException && overlay.inside === index)
      result = together(result, addHolding(overlay.says, situation, into));
  return result;
}

/** The lines of the cases inside a case (or inside the clause: -1), else its own. */
function addCase(
  index: number,
  own: readonly VerdictPlan[],
  held: readonly CommitOverlay[],
  situation: Situation,
  into: VerdictPlan[],
): Truth {
  let result: Truth = no;
  for (const inner of held)
    if (!inner.isException && inner.inside === index)
      result = together(result, addCase(inner.index, inner.says, held, situation, into));
  return result === no ? addHolding(own, situation, into) : result;
}

function addHolding(lines: readonly VerdictPlan[], situation: Situation, into: VerdictPlan[]): Truth {
  let result: Truth = no;
  for (const line of lines) {
    const truth = line.test === undefined ? yes : line.test(situation);
    if (truth === yes) into.push(line);
    result = together(result, truth);
  }
  return result;
}

/** Unknown if either is, else whether either holds. */
function together(one: Truth, other: Truth): Truth {
  return one === unknown || other === unknown ? unknown : one > other ? one : other;
}

// the strictest -------------------------------------------------------------------------------------------------------

/** Of equally strict lines the first by name decides. */
function strictest(counted: readonly VerdictPlan[], situation: Situation, resources: Resources): Commitment {
  let first: VerdictPlan | undefined;
  for (const line of counted) if (first === undefined || comesFirst(line, first)) first = line;
  if (first === undefined) return silent;
  const { answer, because, decidedBy, place } = first;
  const asks = answer === "ask" ? asksOf(counted, situation, resources) : noAsks;
  return { verdict: answer, asks, answeredBy: latest(asks), because, decidedBy, place };
}

function comesFirst(line: VerdictPlan, other: VerdictPlan): boolean {
  if (line.strictness !== other.strictness) return line.strictness > other.strictness;
  return line.decidedBy < other.decidedBy;
}

const noAsks: readonly Ask[] = [];

/** Everybody who is asked, once each, in the order of the lines' names; a line that names nobody asks nobody. */
function asksOf(counted: readonly VerdictPlan[], situation: Situation, resources: Resources): readonly Ask[] {
  const [only] = counted;
  // One line is what nearly all requests meet.
  if (only !== undefined && counted.length === 1) {
    const ask = askOf(only, situation, resources);
    return ask === undefined ? noAsks : [ask];
  }
  const asks: Ask[] = [];
  for (const line of [...counted].sort((one, other) => byText(one.decidedBy, other.decidedBy))) {
    const ask = askOf(line, situation, resources);
    if (ask !== undefined && !asks.some((each) => isSameQuestion(each, ask))) asks.push(ask);
  }
  return asks;
}

/**
 * Two lines that send the same question to the same one, to be answered within the same time, are one question. Where nobody
 * is known for it, the days of two zones end apart.
 */
function isSameQuestion(one: Ask, other: Ask): boolean {
  const meant = ({ who, name, within, answeredBy }: Ask) =>
    plainText([who, name, within && meaningOfTarget(within), answeredBy?.deadline]);
  return meant(one) === meant(other);
}

/** Whom a line asks, on the day their clock starts; who would ask themselves asks their deputy. */
function askOf(line: VerdictPlan, situation: Situation, resources: Resources): Ask | undefined {
  const { who, doer, within, among } = line;
  if (!who) return undefined;
  const { at, asker } = situation.request;
  const asked =
    doer.kind === "owner of customer" ? ownerAsked(line, situation, resources) : doerFor(doer, situation, among, at);
  const calendar = hoursOf(asked, line, resources);
  const day = localDay(calendar.zone, startOn(calendar, within, at));
  const answeredBy = within && deadlineOf(calendar, within, at, undefined);
  const name = nameOf(asked, day, asker);
  // Within how many of nobody's hours decides nothing, as no time is told where it is not known who handles a request.
  const isNobodys = name === "" && isBusiness(within) && asked.team?.calendar === undefined;
  return { who, name, within: isNobodys ? undefined : within, answeredBy };
}

function ownerAsked(line: VerdictPlan, situation: Situation, resources: Resources): Doer {
  const { doer, within, among } = line;
  const { at } = situation.request;
  return doerAtStart(doer, situation, among, at, (each) => startOn(hoursOf(each, line, resources), within, at));
}

function hoursOf({ team }: Doer, { among }: VerdictPlan, { calendars }: Resources): Calendar {
  return team?.calendar ?? calendars.closed(among.zone.id);
}

/** Where the clock of those who are asked starts. */
function startOn(calendar: Calendar, within: Target | undefined, at: Instant): Instant {
  return isBusiness(within) ? (clockStart(calendar, at, undefined) ?? at) : at;
}

function isBusiness(within: Target | undefined): boolean {
  return within === undefined || within.unit.startsWith("business");
}

/** A person's name, else the team's where it answers as a whole; empty where nobody is left but the one who asks. */
function nameOf(doer: Doer, day: number, asker: string | undefined): string {
  const { left, person } = staffingOf(doer, day);
  if (!left) return "";
  if (person !== undefined && person.name !== asker) return person.name;
  const { team } = doer;
  const oneself = person ?? team?.people.find(({ name }) => name === asker);
  const isTeamThere = oneself === undefined || othersAreThere(doer, oneself, day);
  const instead = oneself && (person !== undefined || !isTeamThere) ? askedInstead(doer, oneself, day) : undefined;
  return instead?.name ?? (isTeamThere ? (team?.name ?? "") : "");
}

/** All are asked at once, so the latest answer counts; without a deadline if one of them has none. */
function latest(asks: readonly Ask[]): Deadline | undefined {
  let last: Deadline | undefined;
  for (const { answeredBy } of asks) {
    if (!answeredBy) continue;
    if (answeredBy.deadline === undefined) return answeredBy;
    if (last?.deadline === undefined || answeredBy.deadline > last.deadline) last = answeredBy;
  }
  return last;
}
