import type { HandoverOnRoute } from "../../core/engine/decision.ts";
import type { Timeline, TimelineStep } from "../../core/engine/timeline.ts";
import { targetInWords, whoInWords } from "../../core/features/words.ts";
import type { StepTiming } from "../../core/model/work.ts";
import { formatMinute } from "../../core/time/date.ts";
import { shownPlace } from "../places.ts";
import { day, orNull, time, type Writing } from "./jsonParts.ts";

/** The way through the steps as JSON by `schemas/decision.schema.json`. */
export function shownTimeline(writing: Writing, timeline: Timeline): object {
  const { plain, worst, doneBy, worstDoneBy, late, unstaffedAt } = timeline;
  return {
    doneBy: time(writing, doneBy),
    worstDoneBy: time(writing, worstDoneBy),
    late,
    unstaffedAt: orNull(unstaffedAt),
    plain: plain.map((step) => shownStep(writing, step)),
    worst: worst.map((step) => shownStep(writing, step)),
  };
}

/** A handover as JSON by `schemas/decision.schema.json`. */
export function shownHandover({ snapshot }: Writing, { name, people, last, place }: HandoverOnRoute): object {
  return { name, people, last: day(last), place: shownPlace(snapshot, place) ?? null };
}

function shownStep(writing: Writing, step: TimelineStep): object {
  const { name, who, team, person, insteadOf, staffed, pass, returnedBy, needs, checks, twice, place } = step;
  return {
    name,
    who: whoInWords(who, "en"),
    team: orNull(team),
    person: orNull(person),
    insteadOf: orNull(insteadOf),
    staffed,
    start: time(writing, step.start),
    clockStart: time(writing, step.clockStart),
    end: time(writing, step.end),
    ...shownTiming(step.timing),
    needs,
    checks,
    twice,
    pass,
    returnedBy: orNull(returnedBy),
    place: shownPlace(writing.snapshot, place) ?? null,
  };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Of `within` and `atNext` one is null. */
function shownTiming(timing: StepTiming): object {
  if (timing.kind === "within") return { within: targetInWords(timing.target, "en"), atNext: null };
  const weekday = timing.weekday === undefined ? [] : [weekdays[timing.weekday] ?? ""];
  return { within: null, atNext: [...weekday, formatMinute(timing.minute)].join(" ") };
}
