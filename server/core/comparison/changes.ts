/** How the answers of two revisions to one request differ. */
import type { StepPlan, Terms, VerdictPlan } from "../engine/plan.ts";
import { meaningOfProperty, meaningOfTarget, plainText, type StatedProperty } from "../model/meaning.ts";
import { millisecondsOf } from "../time/duration.ts";
import type { Target } from "../time/spec.ts";
import type { PairedCalendars } from "./revision.ts";
import type { Said } from "./said.ts";

/** What becomes of requests, in the order in which it is told. */
export const differenceClasses = [
  "lost-cover",
  "declined",
  "looser",
  "tighter",
  "later",
  "earlier",
  "other-handler",
  "other-channel",
  "cost",
  "accepted",
  "won-cover",
  "other",
] as const;

/** One of `differenceClasses`; `other` is told by its property. */
export type DifferenceClass = (typeof differenceClasses)[number];

/** What of an answer differs. */
export type ChangedProperty =
  | "outcome"
  | "conflict"
  | Exclude<StatedProperty, "decline">
  /** The channels that are named to those who used another one, or none. */
  | "offered"
  | "steps"
  | "open"
  | "promise"
  | "approver"
  | "answer"
  | "reason";

/** One property that two revisions give another value. */
export interface Change {
  readonly property: ChangedProperty;
  /** Undefined: earlier or later, as decisions show. */
  readonly class: DifferenceClass | undefined;
  /** Equal where the values before and after mean the same. */
  readonly key: string;
  readonly before: Said;
  readonly after: Said;
}

/** How the handling of a request differs; where only one revision handles it, that is the only change. */
export function handlingChanges(before: Said, after: Said, calendars: PairedCalendars): readonly Change[] {
  const changed = changing(before, after);
  const [old, now] = [outcomeOf(before), outcomeOf(after)];
  if (old.text !== now.text) return [changed("outcome", old.text, now.text, outcomeClass(old.kind, now.kind))];
  return old.kind === "handled" ? termChanges(before, after, calendars, changed) : [];
}

function changing(before: Said, after: Said): Changed {
  return (property, one, other, kind) => {
    return { property, class: kind, key: plainText([property, one, other]), before, after };
  };
}

type Changed = (property: ChangedProperty, one: unknown, other: unknown, kind: Change["class"]) => Change;

interface OutcomeOf {
  readonly kind: "unhandled" | "declined" | "handled";
  readonly text: string;
}

function outcomeOf({ terms }: Said): OutcomeOf {
  if (!terms) return { kind: "unhandled", text: "unhandled" };
  return terms.decline === undefined
    ? { kind: "handled", text: "handled" }
    : { kind: "declined", text: `declined ${terms.decline}` };
}

function outcomeClass(old: OutcomeOf["kind"], now: OutcomeOf["kind"]): DifferenceClass {
  if (now === "unhandled") return "lost-cover";
  if (now === "declined") return old === "declined" ? "other" : "declined";
  return old === "declined" ? "accepted" : "won-cover";
}

// handling ------------------------------------------------------------------------------------------------------------

const stated: readonly { readonly property: Exclude<StatedProperty, "decline">; readonly kind: Change["class"] }[] = [
  { property: "by", kind: "other-handler" },
  { property: "cutoff", kind: undefined },
  { property: "escalate", kind: "other" },
  { property: "surcharge", kind: "cost" },
  { property: "say", kind: "other" },
];

function termChanges(before: Said, after: Said, calendars: PairedCalendars, changed: Changed): readonly Change[] {
  const [old, now] = [before.terms, after.terms];
  if (!old || !now) return [];
  const values = stated.flatMap(({ property, kind }) => {
    const [one, other] = [meaningOfProperty(property, old.lines), meaningOfProperty(property, now.lines)];
    return one === other ? [] : [changed(property, one, other, kind)];
  });
  const hours = [hoursOf(old), hoursOf(now)] as const;
  const areHours = hours[0].key === hours[1].key || calendars.areSame(hours[0].calendar, hours[1].calendar);
  return [
    ...values,
    ...targetChange("respond", old.respond, now.respond, changed),
    ...targetChange("resolve", old.resolve, now.resolve, changed),
    ...(areHours ? [] : [changed("hours", hours[0].key, hours[1].key, undefined)]),
    ...differing("open", openingsOf(old), openingsOf(now), undefined, changed),
    ...stepChange(before, after, changed),
    ...doorChange(before, after, changed),
    ...differing("conflict", before.isConflict, after.isConflict, "other", changed),
  ];
}

function differing(
  property: ChangedProperty,
  one: unknown,
  other: unknown,
  kind: Change["class"],
  changed: Changed,
): readonly Change[] {
  return plainText(one) === plainText(other) ? [] : [changed(property, one, other, kind)];
}

/** Of one team the hours are told with the team. */
function hoursOf({ lines, doer }: Terms): { readonly key: string; readonly calendar: string | undefined } {
  const calendar = lines.hours?.value ?? doer.team?.calendar?.name;
  return { calendar, key: lines.hours ? `hours ${lines.hours.value}` : `team ${doer.team?.name ?? doer.kind}` };
}

function openingsOf({ openings }: Terms): readonly unknown[] {
  return openings.map(({ key, effective }) => [key, effective]);
}

function stepChange(before: Said, after: Said, changed: Changed): readonly Change[] {
  const [old, now] = [otherSteps(before, after), otherSteps(after, before)].map((steps) => steps.map(stepText));
  if (old?.length === 0 && now?.length === 0) {
    const [one, other] = [before, after].map(({ steps }) => steps.map(({ step }) => step.name));
    return differing("steps", one, other, undefined, changed);
  }
  return [changed("steps", old, now, undefined)];
}

/** The steps of an answer that the other has not, or otherwise; all, where only their order differs. */
export function otherSteps({ steps }: Said, other: Said): readonly StepPlan[] {
  const texts = new Set(other.steps.map(stepText));
  return steps.filter((each) => !texts.has(stepText(each)));
}

/** Whether a step is done stands in the steps that are; its condition says no more. */
function stepText({ step }: StepPlan): string {
  return plainText({ ...step, when: undefined });
}

/** Told by what is written, where it makes a difference for this channel at this time: taken or not, else which are named instead. */
function doorChange(before: Said, after: Said, changed: Changed): readonly Change[] {
  const [old, now] = [before, after].map(({ terms }) => terms && meaningOfProperty("via", terms.lines));
  // Where the same is written, the times of a calendar changed, which is told with the calendar.
  if (old === now) return [];
  if (before.isTaken !== after.isTaken) return [changed("via", old, now, "other-channel")];
  const isNamed = before.channels.length > 0 && after.channels.length > 0;
  const isSame = plainText(before.channels) === plainText(after.channels);
  return isNamed && !isSame ? [changed("offered", old, now, "other-channel")] : [];
}

function targetChange(
  property: "respond" | "resolve" | "answer",
  old: Target | undefined,
  now: Target | undefined,
  changed: Changed,
): readonly Change[] {
  const [one, other] = [old && meaningOfTarget(old), now && meaningOfTarget(now)];
  return one === other ? [] : [changed(property, one, other, sooner(old, now))];
}

/** Without a target nothing is promised; undefined where the units do not tell by themselves. */
function sooner(old: Target | undefined, now: Target | undefined): "earlier" | "later" | undefined {
  if (!old || !now) return now ? "earlier" : "later";
  if (old.before !== now.before || old.unit.split(" ")[0] !== now.unit.split(" ")[0]) return undefined;
  const [each, other] = [millisecondsOf(old.unit), millisecondsOf(now.unit)];
  if (each === undefined && other === undefined) return now.amount < old.amount ? "earlier" : "later";
  if (each === undefined || other === undefined) return undefined;
  return now.amount * other < old.amount * each ? "earlier" : "later";
}

// promises ------------------------------------------------------------------------------------------------------------

/** From the freest verdict to the strictest; a silent one is taken back and checked. */
const strictness = ["may", "ask", "silent", "never"] as const;

/** What the lines that count come to (language.md M3). */
export interface PromiseOf {
  readonly verdict: (typeof strictness)[number];
  /** The lines that decide; of `ask` all, else the first by name. */
  readonly lines: readonly VerdictPlan[];
}

/** The promise by the strictest of the lines that count. */
export function promiseOf({ lines }: Pick<Said, "lines">): PromiseOf {
  const strictest = Math.max(...lines.map((line) => line.strictness));
  const deciding = lines.filter((line) => line.strictness === strictest).sort(byDecider);
  const verdict = deciding[0]?.answer ?? "silent";
  return { verdict, lines: verdict === "ask" ? deciding : deciding.slice(0, 1) };
}

function byDecider(one: VerdictPlan, other: VerdictPlan): number {
  return one.decidedBy < other.decidedBy ? -1 : one.decidedBy > other.decidedBy ? 1 : 0;
}

/** How what may be promised differs. */
export function promiseChanges(before: Said, after: Said): readonly Change[] {
  const changed = changing(before, after);
  const [old, now] = [promiseOf(before), promiseOf(after)];
  if (old.verdict !== now.verdict) {
    const isLooser = strictness.indexOf(now.verdict) < strictness.indexOf(old.verdict);
    return [changed("promise", promiseText(old), promiseText(now), isLooser ? "looser" : "tighter")];
  }
  return [
    ...differing("approver", askedBy(old), askedBy(now), "other", changed),
    ...answerChange(old, now, changed),
    ...reasonChange(before, after, changed),
  ];
}

/** Where somebody is to be asked, it is told who, and within what time. */
function promiseText(promise: PromiseOf): string {
  return plainText([promise.verdict, askedBy(promise), answerTimes(promise)]);
}

function askedBy({ verdict, lines }: PromiseOf): readonly string[] {
  return verdict === "ask" ? [...new Set(lines.map(({ who }) => plainText(who)))].sort() : [];
}

function answerTimes({ lines }: PromiseOf): readonly string[] {
  return [...new Set(lines.map(({ within }) => (within ? meaningOfTarget(within) : "")))].sort();
}

/** Of several lines the first by name gives the reason; that alone may change with names, which say nothing. */
function reasonChange(before: Said, after: Said, changed: Changed): readonly Change[] {
  const [old, now] = [before, after].map(({ lines }) => lines.map(({ because }) => because ?? "").sort());
  if (plainText(old) === plainText(now)) return [];
  const [one, other] = [promiseOf(before), promiseOf(after)].map(({ lines }) => lines[0]?.because);
  return differing("reason", one, other, "other", changed);
}

/** Within what time those who are asked answer; of several the longest counts, which decisions show. */
function answerChange(old: PromiseOf, now: PromiseOf, changed: Changed): readonly Change[] {
  const [one, other] = [answerTimes(old), answerTimes(now)];
  if (plainText(one) === plainText(other)) return [];
  const isSingle = old.lines.length === 1 && now.lines.length === 1;
  if (isSingle) return targetChange("answer", old.lines[0]?.within, now.lines[0]?.within, changed);
  return [changed("answer", one, other, undefined)];
}
