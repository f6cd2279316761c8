import type { Timeline, TimelineStep } from "../../engine/timeline.ts";
import { say, wording } from "../say.ts";
import { writtenAt } from "../spot.ts";
import { endText, type Telling } from "../telling.ts";
import { noEndText, passNote, stepDetails, stepHolder } from "./steps.ts";

/** A request's way through its steps, as planned and if every form comes back once. */
export interface AnswerTimeline {
  readonly passes: readonly AnswerPass[];
  /** When it is done. */
  readonly planned: string;
  /** Undefined where no step sends anything back. */
  readonly worst?: string;
  /** True where the plan is later than agreed. */
  readonly late: boolean;
}

/** One step on the way; what came back has no planned end, what is skipped none at all. */
export interface AnswerPass {
  readonly step: string;
  readonly who?: string;
  readonly details: readonly string[];
  readonly planned?: string;
  readonly worst?: string;
  readonly state: "plain" | "returned" | "skipped" | "unstaffed";
}

const texts = {
  atWorst: wording("at worst {who} has it", "最も遅い場合の担当：{who}"),
  notSo: wording("skipped, as this is not so: {condition}", "省略。当てはまらない条件：{condition}"),
};

/** The way in words, one entry a step and one more for each that is done again. */
export function timelineOf(telling: Telling): AnswerTimeline | undefined {
  const { timeline } = telling.decision;
  if (!timeline) return undefined;
  const { plain, worst, doneBy, worstDoneBy, late } = timeline;
  const returns = worst.some(({ returnedBy }) => returnedBy !== undefined);
  return {
    passes: (returns ? worst : plain).map((step) => passOf(telling, timeline, step, returns)),
    planned: endOf(telling, doneBy),
    late: late && doneBy !== undefined,
    ...(returns ? { worst: endOf(telling, worstDoneBy) } : {}),
  };
}

function passOf(telling: Telling, { plain }: Timeline, step: TimelineStep, returns: boolean): AnswerPass {
  const { locale } = telling;
  const { name, pass, condition } = step;
  if (pass === "skipped") {
    const written = condition ? writtenAt(condition.place).replace(/\s+/g, " ") : "";
    return { step: name, details: [say(texts.notSo, locale, { condition: written })], state: "skipped" };
  }
  const planned = pass === "plain" ? plain.find((each) => each.name === name) : undefined;
  const shown = planned ?? step;
  const [who, atWorst] = [stepHolder(telling, shown), stepHolder(telling, step)];
  const other = who === atWorst ? [] : [say(texts.atWorst, locale, { who: atWorst })];
  return {
    step: name,
    who,
    details: [...passNote(telling, step), ...stepDetails(telling, shown), ...other],
    state: !shown.staffed ? "unstaffed" : planned ? "plain" : "returned",
    ...(planned ? { planned: endOf(telling, planned.end) } : {}),
    ...(returns ? { worst: endOf(telling, step.end) } : {}),
  };
}

function endOf(telling: Telling, end: number | undefined): string {
  return end === undefined ? noEndText(telling) : endText(telling, end);
}
