/** Promises that contradict each other: yes and no to the same, and an answer that is due before whoever is asked has to answer. */
import { plainText } from "../model/meaning.ts";
import type { Who } from "../model/model.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Minute, Target } from "../time/spec.ts";
import type { Deciding } from "./clauses/conflicts.ts";
import { type Findings, ordinaryRequests } from "./clauses/handling.ts";
import { requestsOf } from "./clauses/promises.ts";
import { clausesOf, type Standing, type StandingLines, standingClauses } from "./clauses/verdictLines.ts";
import { type Known, keptEach, newSeries, recalled } from "./known.ts";
import { sameElements } from "./lists.ts";
import { type Box, fullBox, type Shape, sharedBoxes, wordAt } from "./space/box.ts";
import { type Budget, regions as regionsIn } from "./space/cover.ts";
import { duesOf, endsOf } from "./time/chain.ts";
import { arrivalsIn, type Curve, type Latest, latest, through } from "./time/curve.ts";
import { boxAround, timesIn } from "./time/kept.ts";
import { type Terms, termsIn } from "./time/terms.ts";
import { receipt } from "./time/timeRules.ts";
import { countingOf, handOf, teamsOf, type Working } from "./time/working.ts";
import type { Content } from "./written/content.ts";
import { eachNear, type Group } from "./written/group.ts";
import type { NearInPart } from "./written/near.ts";
import { mostRegions } from "./written/outside.ts";
import type { Part, PartOf } from "./written/part.ts";
import type { HandleRule } from "./written/rules.ts";

/** A yes and a no of one party to the same requests, in different clauses. */
export interface YesAndNo {
  readonly earlier: Deciding;
  readonly later: Deciding;
  readonly regions: readonly Box[];
}

/** For each `may` the `never` lines of other clauses of the party that take some of its requests away. */
export function yesAndNoIn(group: Group, lines: StandingLines, budget: Budget): Findings<YesAndNo> {
  const all = eachNear(series, group, lines.near, budget, (number) => yesAndNoInPart(group, lines, number, budget));
  const found: YesAndNo[] = [];
  for (let number = 0; number < all.length; number += 1)
    for (const { clause, later, other, earlier, regions } of all[number] ?? none) {
      const [one, two] = [lines.of(other)[earlier], lines.parts[number]?.lines[clause]?.[later]];
      if (one && two) found.push({ earlier: decidingOf(one), later: decidingOf(two), regions });
    }
  return { found, isDecided: budget.left >= 0 };
}

function yesAndNoInPart(group: Group, lines: StandingLines, number: number, budget: Budget): readonly InPart[] {
  return standingClauses(lines, number).flatMap(({ content, lines: own, near }, clause) => {
    const find = () => yesAndNoWith(group, lines, own, clausesBefore(content, near ?? clausesOf(lines)), budget);
    const found = near ? recalled(memory, near, budget, find) : find();
    return found.map((each) => ({ ...each, clause }));
  });
}

const none: readonly never[] = [];

function clausesBefore(content: Content, clauses: readonly Content[]): readonly Content[] {
  return clauses.slice(0, clauses.indexOf(content));
}

/** A line of a clause against one of another before it, by their numbers. */
interface WithEarlier extends Pick<YesAndNo, "regions"> {
  readonly later: number;
  readonly other: Content;
  readonly earlier: number;
}

/** The later clause by its number in its part. */
interface InPart extends WithEarlier {
  readonly clause: number;
}

/** By the clauses that are near, a list that stays the same while they do. */
const memory = new WeakMap<object, Known<readonly WithEarlier[]>>();
const series = newSeries<NearInPart, readonly InPart[]>();

function yesAndNoWith(
  { space, impossible }: Group,
  lines: StandingLines,
  own: readonly Standing[],
  others: readonly Content[],
  budget: Budget,
): readonly WithEarlier[] {
  const found: WithEarlier[] = [];
  for (const [later, line] of own.entries())
    for (const other of others)
      for (const [earlier, before] of lines.of(other).entries()) {
        if (!areYesAndNo(before, line) || budget.left < 0) continue;
        const both = sharedBoxes(space.shape, before.boxes, line.boxes);
        const regions: Box[] = [];
        for (const domain of sharedBoxes(space.shape, requestsOf({ space }, line.rule), both)) {
          const options = { impossible: [...impossible, ...regions], order: space.order, atMost: mostRegions };
          regions.push(...regionsIn(space.shape, domain, [], options, budget).found);
        }
        if (regions.length > 0) found.push({ later, other, earlier, regions });
      }
  return found;
}

/** What is said within one clause, and by exceptions to it, was written together. */
function areYesAndNo(one: Standing, other: Standing): boolean {
  if (one.rule === other.rule || one.rule.clause.by !== other.rule.clause.by) return false;
  const [first, second] = [one.line.verdict.verdict, other.line.verdict.verdict];
  return first === "may" ? second === "never" : first === "never" && second === "may";
}

function decidingOf({ line: { verdict } }: Standing): Deciding {
  return { id: verdict.id, place: verdict.place };
}

// feasibility ---------------------------------------------------------------------------------------------------------

/** Requests that a party has to answer before whoever it asks has to answer it. */
export interface LateAnswer extends Latest {
  readonly ask: Deciding;
  readonly clause: Deciding;
  readonly regions: readonly Box[];
  /** The requests that come at times like that of the arrival. */
  readonly box: Box;
  /** The party's own at those times, where these are decided otherwise, so that its answer alone tells of the question. */
  readonly question: Box | undefined;
}

/** What was found of late answers, and whether all hours that matter are known. */
export interface LateAnswers extends Findings<LateAnswer> {
  readonly areHoursKnown: boolean;
}

/** Held against each other, over every minute: what the handling party's clauses answer by, and its own `ask` lines on the kind. */
export function lateAnswersIn(group: Group, lines: readonly Standing[], working: Working, budget: Budget): LateAnswers {
  const asks = lines.filter(({ line }) => line.verdict.verdict === "ask" && line.verdict.who && line.verdict.within);
  const found: LateAnswer[] = [];
  let areHoursKnown = true;
  const parties = new Set(asks.map(({ rule }) => rule.clause.by));
  const parts = asks.length > 0 ? group.parts : [];
  const doers = keptEach(doersOf, group.impossible, parts, ({ handles }) => doersIn(handles));
  const isAsked = (team: string | undefined) => team !== undefined && parties.has(team);
  for (const [number, { scope, handles }] of parts.entries()) {
    if (!doers[number]?.some((who) => teamsOf(working.model, who, scope).some(isAsked))) continue;
    for (const rule of handles.rules) {
      const terms = termsIn(group, rule, ordinaryRequests(group, scope), budget);
      for (const each of terms ?? [])
        for (const ask of asks) {
          const late = lateAnswer(group, each, ask, working);
          if (late === "hours differ") areHoursKnown = false;
          else if (late) found.push({ ...late, ...shownBy(group, each, ask, late.box, budget) });
        }
    }
  }
  return { found, isDecided: budget.left >= 0, areHoursKnown };
}

/** Everybody who handles requests or does a step of them by some clauses, each once. */
function doersIn({ rules }: PartOf<HandleRule>): readonly Who[] {
  const lines = rules.flatMap((rule) => [rule, ...rule.overlays]).map(({ says }) => says.lines);
  const all = lines.flatMap(({ by, steps }) => [
    ...(by ? [by.value] : []),
    ...(steps?.value ?? []).map(({ who }) => who),
  ]);
  return [...new Map(all.map((who) => [plainText(who), who])).values()];
}

const doersOf = newSeries<Part, readonly Who[]>();

function lateAnswer(
  group: Group,
  terms: Terms,
  ask: Standing,
  working: Working,
): Omit<LateAnswer, "question"> | "hours differ" | undefined {
  const { lines, rule } = terms;
  const { who, within, place, id } = ask.line.verdict;
  if (!lines.respond || lines.decline || terms.isContested || !who || !within) return undefined;
  const party = ask.rule.clause.by;
  if (!firstTeamsOf(terms, working).includes(party)) return undefined;
  const both = sharedBoxes(
    group.space.shape,
    terms.boxes,
    ask.decides.map((box) => byAnybody(group, box)),
  );
  if (both.length === 0) return undefined;
  const counting = countingOf(working, terms);
  const hand = handOf(working, { who: askedBy(who, party), timing: { kind: "within", target: within } }, rule.scope);
  if (!counting || !hand) return "hours differ";
  const answer: Counted = { calendar: hand.calendar, target: within };
  const respond: Counted = { calendar: counting.calendar, target: lines.respond.value };
  const late = both.flatMap((box) => {
    const worst = furthestBehind(answer, respond, lines.cutoff?.value, arrivalsIn(timesIn(group, box)));
    const at = worst && worst.end > worst.due ? boxAround(group, box, worst.arrival) : undefined;
    return worst && at ? [{ worst, at, box }] : [];
  });
  const [first] = [...late].sort((one, other) => behind(other.worst) - behind(one.worst));
  if (!first) return undefined;
  return {
    ...first.worst,
    ask: { id, place },
    clause: rule.clause,
    regions: late.map(({ box }) => box),
    box: first.at,
  };
}

/**
 * Such a request of the party itself, where the clause decides one alike: its answer tells both by when the request is to be
 * answered and by when the question, while that of another tells nothing of the question.
 */
function shownBy(
  group: Group,
  terms: Terms,
  { decides }: Standing,
  box: Box,
  budget: Budget,
): Pick<LateAnswer, "box" | "question"> {
  const { shape } = group.space;
  const asked = sharedBoxes(shape, [byAnybody(group, box)], decides);
  const alike = termsIn(group, terms.rule, asked, budget)?.filter((each) => answersAlike(each, terms)) ?? [];
  const [own] = alike.flatMap(({ boxes }) => sharedBoxes(shape, boxes, asked));
  return own ? { box: own, question: undefined } : { box, question: asked[0] };
}

/** Whether the same are to respond in the same time, on the same hours. */
function answersAlike(one: Terms, other: Terms): boolean {
  const openings = ({ overlays }: Terms) => overlays.filter(({ exception }) => exception && exception.open.length > 0);
  const lines = ["by", "hours", "cutoff", "respond", "steps"] as const;
  const areSame = lines.every((line) => one.lines[line] === other.lines[line]);
  return !one.isContested && areSame && sameElements(openings(one), openings(other));
}

/** The teams that have the request first: of whoever handles it, else of the first step. */
function firstTeamsOf({ lines, rule, steps }: Terms, { model }: Working): readonly (string | undefined)[] {
  return teamsOf(model, lines.by?.value ?? steps?.[0]?.who, rule.scope);
}

/** A time, and the calendar that it counts on. */
interface Counted {
  readonly calendar: Calendar;
  readonly target: Target;
}

/** Of all arrivals that whose answer ends furthest behind the time to respond; only that counts from a cut-off. */
function furthestBehind(
  answer: Counted,
  respond: Counted,
  cutoff: Minute | undefined,
  arrivals: Curve,
): Latest | undefined {
  const received = cutoff === undefined ? arrivals : through(arrivals, receipt(respond.calendar, cutoff));
  const { calendar, target } = answer;
  const ends = endsOf({ calendar, cutoff: undefined, targets: [target], hands: undefined }, arrivals) ?? [];
  return latest(ends, duesOf(respond.calendar, respond.target, received));
}

function behind({ end, due }: Latest): number {
  return end - due;
}

/** The party's own lead, where it asks that of the asker. */
function askedBy(who: Who, party: string): Who {
  return who.kind === "lead of asker" ? { kind: "lead of", team: party } : who;
}

/** The same requests, whoever asks. */
function byAnybody({ space: { shape, byKey } }: Group, box: Box): Box {
  return withAll(shape, box, byKey.get("asker") ?? 0);
}

function withAll(shape: Shape, box: Box, dimension: number): Box {
  const [wide, all] = [box.slice(), fullBox(shape)];
  for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1) wide[word] = all[word] ?? 0;
  return wide;
}
