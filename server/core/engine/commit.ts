import { clockStart, deadlineOf } from "../time/deadline.ts";
import type { Deadline } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import { candidates } from "./choice.ts";
import { no, type Truth, unknown, yes } from "./condition.ts";
import type { Ask, Commitment } from "./decision.ts";
import { holds, inForce, isInside } from "./layer.ts";
import type { CommitOverlay, CommitPlan, KindPlan, VerdictPlan } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";
import { type Doer, deputyOf, doerFor, staffingOf, teamBehind } from "./staff.ts";
import type { Resources } from "./terms.ts";

/** A verdict line that counts, and the clause that it comes from. */
interface Counted {
  readonly plan: CommitPlan;
  readonly line: VerdictPlan;
}

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
  if (kind.commits.all.length === 0) return kind.handles.all.length === 0 ? silent : undefined;
  const counted: Counted[] = [];
  for (const plan of candidates(kind.commits, situation))
    if (addLines(plan, situation, counted) === unknown) return "unknown";
  return counted.length === 0 ? silent : strictest(counted, situation, resources);
}

/** Whether a commit clause speaks for the asker and is in force; its condition left aside. */
export function speaksFor(plan: CommitPlan, situation: Situation): boolean {
  const { askers } = situation;
  if (askers !== undefined && !askers.includes(plan.party)) return false;
  return inForce(plan.agreement.force, dayIn(situation, plan.agreement.zone));
}

function addLines(plan: CommitPlan, situation: Situation, into: Counted[]): Truth {
  if (!speaksFor(plan, situation)) return no;
  const truth = plan.test ? plan.test(situation) : yes;
  if (truth !== yes) return truth;
  if (plan.overlays.length === 0) return addHolding(plan, plan.verdicts, situation, into);
  const held = heldOverlays(plan, situation);
  return held === undefined ? unknown : addTopmost(plan, held, situation, into);
}

/** The overlays that hold, cases before exceptions; undefined when a missing field decides. */
export function heldOverlays(plan: CommitPlan, situation: Situation): readonly CommitOverlay[] | undefined {
  const held: CommitOverlay[] = [];
  const day = dayIn(situation, plan.agreement.zone);
  for (const overlay of plan.overlays) {
    if (!isInside(overlay, held)) continue;
    const truth = holds(overlay, situation, day);
    if (truth === unknown) return undefined;
    if (truth === yes) held.push(overlay);
  }
  return held;
}

/** Adds the holding lines of the topmost overlays that have any, else those of the clause. */
function addTopmost(plan: CommitPlan, held: readonly CommitOverlay[], situation: Situation, into: Counted[]): Truth {
  const exceptions = held.filter((overlay) => overlay.isException);
  for (let depth = Math.max(-1, ...exceptions.map((each) => each.depth)); depth >= 0; depth -= 1) {
    const truth = addAll(
      plan,
      exceptions.filter((each) => each.depth === depth),
      situation,
      into,
    );
    if (truth !== no) return truth;
  }
  return addCase(plan, -1, plan.verdicts, held, situation, into);
}

function addAll(plan: CommitPlan, overlays: readonly CommitOverlay[], situation: Situation, into: Counted[]): Truth {
  let result: Truth = no;
  for (const { verdicts } of overlays) result = worse(result, addHolding(plan, verdicts, situation, into));
  return result;
}

/** The lines of the cases inside a case (or inside the clause: -1), else its own. */
function addCase(
  plan: CommitPlan,
  index: number,
  own: readonly VerdictPlan[],
  held: readonly CommitOverlay[],
  situation: Situation,
  into: Counted[],
): Truth {
  let result: Truth = no;
  for (const inner of held)
    if (!inner.isException && inner.inside === index)
      result = worse(result, addCase(plan, inner.index, inner.verdicts, held, situation, into));
  return result === no ? addHolding(plan, own, situation, into) : result;
}

function addHolding(plan: CommitPlan, lines: readonly VerdictPlan[], situation: Situation, into: Counted[]): Truth {
  let result: Truth = no;
  for (const line of lines) {
    const truth = line.test ? line.test(situation) : yes;
    if (truth === yes) into.push({ plan, line });
    result = worse(result, truth);
  }
  return result;
}

/** Unknown if either is, else whether either holds. */
function worse(one: Truth, other: Truth): Truth {
  return one === unknown || other === unknown ? unknown : one > other ? one : other;
}

function strictest(counted: readonly Counted[], situation: Situation, resources: Resources): Commitment {
  let most = 0;
  for (const { line } of counted) if (line.strictness > most) most = line.strictness;
  let first: Counted | undefined;
  for (const each of counted)
    if (each.line.strictness === most && (!first || each.line.decidedBy < first.line.decidedBy)) first = each;
  if (!first) return silent;
  const { verdict, decidedBy } = first.line;
  const asks = verdict.verdict === "ask" ? asksOf(counted, most, situation, resources) : noAsks;
  return {
    verdict: verdict.verdict,
    asks,
    answeredBy: latest(asks),
    because: verdict.because,
    decidedBy,
    place: verdict.place,
  };
}

const noAsks: readonly Ask[] = [];

function asksOf(
  counted: readonly Counted[],
  strictness: number,
  situation: Situation,
  resources: Resources,
): readonly Ask[] {
  const asking = counted.filter((each) => each.line.strictness === strictness);
  asking.sort((one, other) =>
    one.line.decidedBy < other.line.decidedBy ? -1 : one.line.decidedBy > other.line.decidedBy ? 1 : 0,
  );
  return asking.flatMap((each) => askOf(each, situation, resources) ?? []);
}

/** Whom a line asks, on the day their clock starts; who would ask themselves asks their deputy. A line that names nobody asks nobody. */
function askOf({ plan, line }: Counted, situation: Situation, { staff, calendars }: Resources): Ask | undefined {
  const { who, within } = line.verdict;
  if (!who) return undefined;
  const doer = doerFor(line.doer, situation, staff);
  const team = teamBehind(doer);
  const { at, asker } = situation.request;
  const calendar = team?.calendar ?? calendars.closed(plan.agreement.zone.id);
  const day = localDay(calendar.zone, clockStart(calendar, at, undefined) ?? at);
  return {
    who,
    name: nameOf(doer, day, asker),
    within,
    answeredBy: within && deadlineOf(calendar, within, at, undefined),
  };
}

function nameOf(doer: Doer, day: number, asker: string | undefined): string {
  const { person } = staffingOf(doer, day);
  const asked = person !== undefined && person.name === asker ? deputyOf(person, day) : person;
  return asked?.name ?? teamBehind(doer)?.name ?? "";
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
