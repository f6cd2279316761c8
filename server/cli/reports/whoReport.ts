import type { Responsibility } from "../../core/questions/responsibilities.ts";
import type { Subject } from "../../core/questions/subject.ts";
import type { Turn } from "../../core/questions/turns.ts";
import type { Day } from "../../core/time/spec.ts";

/** What `torikime who` found of a person or a team; `on` is the day asked for, if any. */
export interface WhoFound {
  readonly subject: Subject;
  readonly on: Day | undefined;
  readonly responsibilities: readonly Responsibility[];
  readonly turns: readonly Turn[];
  /** The last day on which turns that are told begin; undefined where a day was asked for, or there is no roster. */
  readonly turnsUntil: Day | undefined;
}
