import type { Step, StepTiming } from "../model/work.ts";
import { receivedAt } from "../time/deadline.ts";
import type { Deadline, Instant, Interval } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import { type Doer, doerAtStart, staffingOf } from "./doer.ts";
import type { Setting, StepPlan, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import type { Situation } from "./situation.ts";
import { nobody, type Staffing } from "./staff.ts";
import { isDone } from "./steps.ts";
import { clockStartOfStep, endOfStep } from "./stepTime.ts";
import type { StepPass, Timeline, TimelineStep } from "./timeline.ts";

/** What the steps of a clause are walked with. */
export interface Walk {
  readonly terms: Terms;
  readonly setting: Setting;
  readonly situation: Situation;
  readonly resources: Resources;
  readonly pauses: readonly Interval[];
}

/** The request's way through the steps, the plain one and the worst, against the clause's own resolve deadline. */
export function timelineOf(steps: readonly StepPlan[], walk: Walk, resolve: Deadline | undefined): Timeline {
  const { terms, setting, situation } = walk;
  const start = receivedAt(setting.calendar, situation.request.at, terms.cutoff);
  const plain = walked(plainTurns(steps, situation), start, walk);
  const worst = walked(worstTurns(steps, situation), start, walk);
  const doneBy = endOf(plain, start);
  // Where it is not known who does a step, nor is how long it takes.
  const isTimeless = plain.some(({ pass, staffed, team }) => pass !== "skipped" && !staffed && team === undefined);
  const late = isTimeless && doneBy === undefined ? false : isLate(doneBy, resolve);
  const unstaffedAt = plain.find(({ pass, staffed }) => pass !== "skipped" && !staffed)?.name;
  return { plain, worst, doneBy, worstDoneBy: endOf(worst, start), late, unstaffedAt };
}

/** Late is what breaks the target (language.md M2), and what never ends. */
function isLate(doneBy: Instant | undefined, resolve: Deadline | undefined): boolean {
  if (resolve?.deadline === undefined) return false;
  if (doneBy === undefined) return true;
  return resolve.breachedAfter !== undefined && doneBy > resolve.breachedAfter;
}

// the turns -----------------------------------------------------------------------------------------------------------

/** A step in its turn. */
interface Turn {
  readonly plan: StepPlan;
  readonly pass: StepPass;
  readonly timing: StepTiming;
  readonly returnedBy: string | undefined;
}

function plainTurns(steps: readonly StepPlan[], situation: Situation): readonly Turn[] {
  return steps.map((plan) => turn(plan, isDone(plan, situation) ? "plain" : "skipped", undefined));
}

/** Each step that may send something back does so once: what it names is mended, and all from there to it is done again. */
function worstTurns(steps: readonly StepPlan[], situation: Situation): readonly Turn[] {
  return plainTurns(steps, situation).flatMap((first, index) => [
    first,
    ...(first.pass === "skipped" ? [] : returnTurns(first.plan.step, index, steps, situation)),
  ]);
}

/** What a return costs. A step that comes later, and one that was skipped, mend nothing. */
function returnTurns(
  { name, back }: Step,
  index: number,
  steps: readonly StepPlan[],
  situation: Situation,
): readonly Turn[] {
  const to = steps.findIndex(({ step }) => step.name === back?.to);
  if (back === undefined || to < 0) return noTurns;
  const mending: StepTiming | undefined = back.within && { kind: "within", target: back.within };
  const again = steps.slice(to, index + 1).filter((plan) => isDone(plan, situation));
  return again.map((plan) => (plan === steps[to] ? turn(plan, "mended", name, mending) : turn(plan, "again", name)));
}

const noTurns: readonly Turn[] = [];

function turn(plan: StepPlan, pass: StepPass, returnedBy: string | undefined, timing = plan.step.timing): Turn {
  return { plan, pass, timing, returnedBy };
}

// the times -----------------------------------------------------------------------------------------------------------

/** Each turn begins where the one before ends. */
function walked(turns: readonly Turn[], start: Instant | undefined, walk: Walk): readonly TimelineStep[] {
  let at = start;
  return turns.map((each) => {
    const step = each.pass === "skipped" ? skipped(each) : taken(each, at, walk);
    if (each.pass !== "skipped") at = step.end;
    return step;
  });
}

function endOf(steps: readonly TimelineStep[], start: Instant | undefined): Instant | undefined {
  const last = steps.findLast(({ pass }) => pass !== "skipped");
  return last ? last.end : start;
}

function skipped(each: Turn): TimelineStep {
  return stepIn(each, { team: undefined, staffing: nobody, start: undefined, clockStart: undefined, end: undefined });
}

function taken(each: Turn, start: Instant | undefined, { terms, setting, situation, resources, pauses }: Walk) {
  const { plan, timing } = each;
  const { agreement } = terms.plan;
  const calendarOf = ({ team }: Doer) => team?.calendar ?? resources.calendars.closed(agreement.zone.id);
  const startFor = (doer: Doer) =>
    start === undefined ? undefined : clockStartOfStep(calendarOf(doer), timing, start, pauses);
  const doer = doerAtStart(plan.doer, situation, agreement, start ?? situation.request.at, startFor);
  const calendar = calendarOf(doer);
  const clockStart = startFor(doer);
  const end = start === undefined ? undefined : endOfStep(calendar, timing, start, pauses);
  const day = localDay(doer.team?.calendar?.zone ?? setting.zone, clockStart ?? start ?? situation.request.at);
  return stepIn(each, { team: doer.team?.name, staffing: staffingOf(doer, day), start, clockStart, end });
}

/** What is found out about a step on the way. */
interface Found {
  readonly team: string | undefined;
  readonly staffing: Staffing;
  readonly start: Instant | undefined;
  readonly clockStart: Instant | undefined;
  readonly end: Instant | undefined;
}

function stepIn({ plan, pass, timing, returnedBy }: Turn, { team, staffing, start, clockStart, end }: Found) {
  const { name, who, when, needs, checks, twice, place } = plan.step;
  const { left, person, insteadOf } = staffing;
  const found: TimelineStep = {
    name,
    who,
    team,
    person: person?.name,
    insteadOf: insteadOf?.name,
    staffed: left,
    start,
    clockStart,
    end,
    timing,
    needs,
    checks,
    twice,
    pass,
    returnedBy,
    condition: when && { place: when.place },
    place,
  };
  return found;
}
