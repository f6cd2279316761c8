/* The product's decision as the plain texts that the twin gives. */
import { compile, type Engine } from "../../server/core/engine/compile.ts";
import { decide } from "../../server/core/engine/decide.ts";
import type { Commitment, Decision, LadderRung, Request } from "../../server/core/engine/decision.ts";
import type { Timeline, TimelineStep } from "../../server/core/engine/timeline.ts";
import { link } from "../../server/core/model/link.ts";
import type { Constant, Model, Who } from "../../server/core/model/model.ts";
import type { Deadline, Target as ProductTarget } from "../../server/core/time/spec.ts";
import type { Asked } from "./asked.ts";
import { treeOf } from "./book.ts";
import { dayOfText, decimalOf, textOfDay, textOfDecimal, textOfMinute } from "./dates.ts";
import { type Target, targetText } from "./deadline.ts";
import type { Answer } from "./decide.ts";
import { productHolidays } from "./holidays.ts";
import { instantOf, isBeyond, type World } from "./world.ts";

/** The product's model of a text. */
export function modelOf(text: string): Model {
  return link([{ path: "random.sla", syntax: treeOf(text) }]);
}

/** The product, ready to decide by a text. */
export function engineOf(text: string, world: World): Engine {
  return compile(modelOf(text), productHolidays(world));
}

/** The product's decision. */
export function productDecision(engine: Engine, world: World, asked: Asked): Decision {
  const fields = Object.entries(asked.fields).map(([name, text]) => [name, constantOf(text)] as const);
  const request: Request = {
    kind: asked.kind,
    at: instantOf(world, asked.at),
    fields: Object.fromEntries(fields),
    channel: asked.channel,
    customer: asked.customer,
    asker: asked.asker,
    to: asked.to,
    waiting: asked.waits.map(({ from, to }) => ({
      from: instantOf(world, from),
      to: Number.isFinite(to) ? instantOf(world, to) : undefined,
    })),
  };
  return decide(engine, request);
}

/** A field's text as the product's constant; texts that are no names begin with a quote. */
function constantOf(text: string): Constant {
  if (text.startsWith('"')) return { kind: "text", text: text.slice(1) };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { kind: "day", day: dayOfText(text) };
  const time = /^(\d\d):(\d\d)$/.exec(text);
  if (time) return { kind: "time", minute: Number(time[1]) * 60 + Number(time[2]) };
  if (!/^-?\d/.test(text)) return { kind: "name", name: text };
  const [whole = "", fraction = ""] = text.split(".");
  return { kind: "decimal", value: { unscaled: BigInt(whole + fraction), scale: fraction.length } };
}

/** The product's constant as a field's text. */
export function textOfConstant(value: Constant): string {
  switch (value.kind) {
    case "name":
      return value.name;
    case "decimal":
      return textOfDecimal(decimalOf(String(value.value.unscaled)) / 10n ** BigInt(value.value.scale));
    case "day":
      return textOfDay(value.day);
    case "time":
      return textOfMinute(value.minute);
    case "text":
      return '"' + value.text;
  }
}

/** A decision as texts; parts that the twin does not give are left out. */
export function partsOf(decision: Decision, world: World): Answer {
  const at = (instant: number | undefined) => (instant === undefined ? "far" : instantText(world, instant));
  const deadline = (timed: Deadline | undefined, key: keyof Deadline) => (timed ? at(timed[key]) : "");
  const { surcharge, closed, commitment } = decision;
  return {
    outcome: decision.outcome,
    clause: decision.clause ?? "",
    "decided by": decision.decidedBy ?? "",
    overlays: decision.overlays.join(", "),
    conflicts: [...decision.conflictsWith].sort().join(", "),
    zone: decision.zone,
    exception: decision.exception ?? "",
    aside: decision.aside
      .map(({ name, because }) => `${name} ${because}`)
      .sort()
      .join(", "),
    team: decision.team ?? "",
    handover: decision.handover?.name ?? "",
    person: decision.person ?? "",
    "unstaffed because": decision.unstaffedBecause ?? "",
    "person because": decision.personBecause ?? "",
    "instead of": decision.insteadOf ?? "",
    channel: decision.channel ?? "",
    redirect: decision.redirect.join(", "),
    "redirect because": decision.redirectBecause ?? "",
    provisional: String(decision.provisional),
    say: decision.say ?? "",
    closed: closed ? at(closed.until) : "",
    "clock start": decision.clockStart === undefined && isUntimed(decision) ? "" : at(decision.clockStart),
    respond: deadline(decision.respond, "deadline"),
    "respond breached": deadline(decision.respond, "breachedAfter"),
    resolve: deadline(decision.resolve, "deadline"),
    "resolve breached": deadline(decision.resolve, "breachedAfter"),
    "ladder in order": String(isOrdered(decision.ladder.map((rung) => rung.at ?? Number.MAX_VALUE))),
    ladder: decision.ladder
      .map((rung) => rungText(world, rung))
      .sort()
      .join(", "),
    surcharge: surcharge ? surchargeText(surcharge, decision, at) : "",
    ...commitmentParts(commitment, at),
    ...(decision.timeline ? timelineParts(decision.timeline, at) : {}),
  };
}

function isUntimed({ outcome, closed, unstaffedBecause: why = "all away" }: Decision): boolean {
  if (outcome === "unstaffed") return !closed && why !== "all away" && why !== "no lead";
  return outcome === "declined" || outcome === "unhandled" || outcome === "question" || outcome === "needs";
}

function timelineParts(timeline: Timeline, at: (instant: number | undefined) => string): Answer {
  const text = ({ name, pass, team, person, staffed, start, clockStart, end }: TimelineStep) =>
    pass === "skipped"
      ? `${name} skipped`
      : `${name} ${pass} ${team} ${staffed ? (person ?? "team") : "nobody"} ${[start, clockStart, end].map(at).join(" ")}`;
  return {
    steps: timeline.plain.map(text).join(", "),
    "worst steps": timeline.worst.map(text).join(", "),
    "done by": at(timeline.doneBy),
    "worst done by": at(timeline.worstDoneBy),
    "unstaffed at": timeline.unstaffedAt ?? "",
    late: String(timeline.late),
  };
}

function instantText(world: World, instant: number): string {
  return isBeyond(world, instant / 60_000 - world.start) ? "far" : new Date(instant).toISOString();
}

function surchargeText(
  { rate, because, percent, further }: NonNullable<Decision["surcharge"]>,
  decision: Decision,
  at: (instant: number | undefined) => string,
): string {
  const text = `${rateText(rate)} ${because ?? ""}`;
  if (!percent) return text;
  const { clockStart, resolve } = decision;
  if (at(clockStart) === "far" && !isUntimed(decision)) return `${text} far`;
  const premium = ({ least, most }: typeof percent) => (least === most ? `${least}%` : `${least}%..${most}%`);
  if (resolve && at(resolve.deadline) === "far") return `${text} ${premium(percent)} far`;
  return `${text} ${[premium(percent), ...further.map((each) => `${premium(each.percent)} ${at(each.from)}`)].join(", ")}`;
}

function isOrdered(instants: readonly number[]): boolean {
  return instants.every((instant, index) => index === 0 || instant >= (instants[index - 1] ?? instant));
}

function rungText(world: World, { at, people, offHours }: LadderRung): string {
  const text = at === undefined ? "far" : instantText(world, at);
  return text === "far" ? text : `${text} ${people.join("+")}${offHours ? " off hours" : ""}`;
}

function rateText(rate: NonNullable<Decision["surcharge"]>["rate"]): string {
  switch (rate.kind) {
    case "percent":
      return textOfConstant({ kind: "decimal", value: rate.percent }) + "%";
    case "amount":
      return textOfConstant({ kind: "decimal", value: rate.amount }) + " " + rate.currency;
    case "premium":
      return "premium of " + rate.region;
  }
}

function commitmentParts(commitment: Commitment | undefined, at: (instant: number | undefined) => string): Answer {
  if (!commitment) return { verdict: "" };
  const asks = commitment.asks.map(
    ({ who, name, within, answeredBy }) =>
      `${whoText(who)}: ${name} within ${within ? textOfTarget(within) : ""} by ${answeredBy ? at(answeredBy.deadline) : ""}`,
  );
  return {
    verdict: commitment.verdict,
    asks: [...new Set(asks)].sort().join(", "),
    "answered by": commitment.answeredBy ? at(commitment.answeredBy.deadline) : "",
    "verdict because": commitment.because ?? "",
    "verdict decided by": commitment.decidedBy ?? "",
  };
}

function textOfTarget({ amount, unit, before }: ProductTarget): string {
  const [clock = "business", counted] = unit.split(" ");
  const days = counted === "days";
  return targetText({ clock: clockNamed(clock), days, amount: counted === "hours" ? amount * 60 : amount, before });
}

function clockNamed(word: string): Target["clock"] {
  return word === "clock" || word === "calendar" ? word : "business";
}

function whoText(who: Who): string {
  switch (who.kind) {
    case "team":
      return who.team;
    case "person":
      return who.of === undefined ? who.person : `${who.person} of ${who.of}`;
    case "lead of":
    case "all of":
      return `${who.kind} ${who.team}`;
    case "lead of asker":
    case "owner of customer":
      return who.kind;
  }
}
