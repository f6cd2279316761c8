import type { Commitment, Decision } from "../engine/decision.ts";
import { sameAnswer } from "../engine/needs.ts";

/** The parts of an answer that people act on. */
export type GistPart =
  | "outcome"
  | "hours"
  | "who"
  | "channels"
  | "respond"
  | "resolve"
  | "steps"
  | "ladder"
  | "surcharge"
  | "promise";

/**
 * The parts in which two answers come to something else, whatever the clock shows: targets count, deadlines do not. Which clause
 * decided is no part of it, as one that says the same changes nothing.
 */
export function differingParts(one: Decision, other: Decision): readonly GistPart[] {
  return gistParts.filter((part) => !isSame[part](one, other));
}

type Comparison = (one: Decision, other: Decision) => boolean;

const isSame: Readonly<Record<GistPart, Comparison>> = {
  outcome: (one, other) =>
    one.outcome === other.outcome &&
    one.redirectBecause === other.redirectBecause &&
    one.needs?.field === other.needs?.field &&
    (one.outcome !== "declined" || one.say === other.say),
  hours: (one, other) => hoursOf(one) === hoursOf(other),
  who: (one, other) =>
    one.team === other.team && one.person === other.person && one.handover?.name === other.handover?.name,
  channels: (one, other) => sameAnswer(insteadOf(one), insteadOf(other)),
  respond: (one, other) => sameAnswer(one.respond?.target, other.respond?.target),
  resolve: (one, other) => sameAnswer(one.resolve?.target, other.resolve?.target),
  steps: (one, other) => sameAnswer(stepsOf(one), stepsOf(other)),
  ladder: (one, other) =>
    one.ladder.length === other.ladder.length &&
    one.ladder.every(({ after, to }, index) => {
      const rung = other.ladder[index];
      return sameAnswer(after, rung?.after) && sameAnswer(to, rung?.to);
    }),
  surcharge: (one, other) =>
    sameAnswer(one.surcharge?.rate, other.surcharge?.rate) &&
    sameAnswer(one.surcharge?.percent, other.surcharge?.percent),
  promise: (one, other) => samePromise(one.commitment, other.commitment),
};

const gistParts: readonly GistPart[] = [
  "outcome",
  "hours",
  "who",
  "channels",
  "respond",
  "resolve",
  "steps",
  "ladder",
  "surcharge",
  "promise",
];

function hoursOf({ closed }: Decision): "open" | "closed" | "closed for good" {
  if (!closed) return "open";
  return closed.until === undefined ? "closed for good" : "closed";
}

/** Where only the addressee was wrong, it goes to the team by the same channel, whichever that is. */
function insteadOf({ redirect, request }: Decision): readonly string[] {
  const [only, ...others] = redirect;
  return others.length === 0 && only === request.channel ? [] : redirect;
}

/** Which steps there are, and which are passed over; who has them when moves with the clock. */
function stepsOf({ timeline }: Decision): readonly unknown[] {
  return timeline?.plain.map(({ name, timing, pass, staffed }) => [name, timing, pass, staffed]) ?? [];
}

function samePromise(one: Commitment | undefined, other: Commitment | undefined): boolean {
  if (!one || !other) return one === other;
  if (one.verdict !== other.verdict || one.asks.length !== other.asks.length) return false;
  return one.asks.every(({ name, within }, index) => {
    const ask = other.asks[index];
    return name === ask?.name && sameAnswer(within, ask.within);
  });
}

/** How welcome an answer is to the one who asks, 0 the most. */
export function disfavourOf({ outcome, closed, commitment }: Decision): number {
  switch (outcome) {
    case "handled":
      return closed ? 1 : 0;
    case "question":
      return commitment ? verdictOrder.indexOf(commitment.verdict) : verdictOrder.length;
    case "redirect":
      return 2;
    case "needs":
      return 3;
    case "declined":
      return 4;
    case "unhandled":
    case "unstaffed":
      return 5;
    default:
      return outcome satisfies never;
  }
}

const verdictOrder: readonly Commitment["verdict"][] = ["may", "ask", "silent", "never"];
