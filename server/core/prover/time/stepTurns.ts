/** The ways through the steps of a clause: as planned, and with every form returned once (language.md M5). */
import type { Step, StepTiming } from "../../model/work.ts";

/** A step in its turn, within the time that it has then. */
export interface StepTurn {
  readonly step: Step;
  readonly timing: StepTiming;
}

/** Each step once, in order. */
export function plainTurns(done: readonly Step[]): readonly StepTurn[] {
  return done.map((step) => ({ step, timing: step.timing }));
}

/**
 * Each step that may send something back does so once: what it names is mended, and all from there to it is done again. `done` are those of
 * `all` that are not skipped.
 */
export function worstTurns(all: readonly Step[], done: readonly Step[]): readonly StepTurn[] {
  return plainTurns(done).flatMap((turn) => {
    const { step } = turn;
    const [from, to] = [all.findIndex(({ name }) => name === step.back?.to), all.indexOf(step)];
    const again = from < 0 || from > to ? [] : all.slice(from, to + 1).filter((each) => done.includes(each));
    const returned = again.map((each): StepTurn => {
      const within = each.name === step.back?.to ? step.back.within : undefined;
      return {
        step: each,
        timing: within ? { kind: "within", target: within } : each.timing,
      };
    });
    return [turn, ...returned];
  });
}
