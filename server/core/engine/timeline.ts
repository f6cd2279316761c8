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
  /** True where the plain path breaks the clause's own resolve target, or never ends. */
  readonly late: boolean;
  /** The name of the first step of the plain path that nobody is left to do, after which no end can be relied on. */
  readonly unstaffedAt: string | undefined;
}

/**
 * plain: in its turn. mended: done again because `returnedBy` sent it back. again: done again after that, up to the step
 * that sent it back. skipped: its `when` is false.
 */
export type StepPass = "plain" | "mended" | "again" | "skipped";

/** One step on the way: who has it from when to when. */
export interface TimelineStep {
  readonly name: string;
  readonly who: Who;
  readonly team: string | undefined;
  /** Undefined where the team as a whole has it, or nobody is left. */
  readonly person: string | undefined;
  /** Whose turn it would have been. */
  readonly insteadOf: string | undefined;
  /** False where nobody is left to do it. */
  readonly staffed: boolean;
  /** When it gets there: the end of the step before, for the first one receipt. Undefined: never, or skipped. */
  readonly start: Instant | undefined;
  /** When its clock starts: for business time at the next opening of its team's calendar. */
  readonly clockStart: Instant | undefined;
  readonly end: Instant | undefined;
  /** Of a mended step with the time that it has for that. */
  readonly timing: StepTiming;
  readonly needs: readonly string[];
  readonly checks: readonly string[];
  readonly twice: boolean;
  readonly pass: StepPass;
  /** The step that sent it back. */
  readonly returnedBy: string | undefined;
  /** Where its `when` is written. */
  readonly condition: { readonly place: Place } | undefined;
  readonly place: Place;
}
