/** A request's way through the steps of its clause (language.md M5): plain data, instants in epoch milliseconds. */
import type { Place, Who } from "../model/model.ts";
import type { StepTiming } from "../model/work.ts";
import type { Instant } from "../time/spec.ts";

/** The steps of one request, on the plain path and with every form returned once. */
export interface Timeline {
  readonly plain: readonly TimelineStep[];
  readonly worst: readonly TimelineStep[];
  /** Where the plain path's last step ends; undefined: never. */
  readonly doneBy: Instant | undefined;
  readonly worstDoneBy: Instant | undefined;
  /** True where the plain path ends after the clause's own resolve deadline. */
  readonly late: boolean;
}

/** One step on the way: who has it from when to when. */
export interface TimelineStep {
  readonly name: string;
  readonly who: Who;
  readonly team: string | undefined;
  /** Undefined where the team as a whole has it, or nobody is left. */
  readonly person: string | undefined;
  readonly start: Instant | undefined;
  readonly end: Instant | undefined;
  readonly timing: StepTiming;
  readonly needs: readonly string[];
  readonly checks: readonly string[];
  readonly twice: boolean;
  /** plain: in its turn. mended: done again because `returnedBy` sent it back. again: checked again after that. skipped: its `when` is false. */
  readonly pass: "plain" | "mended" | "again" | "skipped";
  readonly returnedBy: string | undefined;
  readonly place: Place;
}
