import type { HandleLines } from "./model.ts";
import { stepsLaidOver } from "./step.ts";

/** Lines with those of an overlay laid over them: what it states replaces, everything else is kept from below (language.md M3). */
export function linesLaidOver(below: HandleLines, above: HandleLines): HandleLines {
  return {
    by: above.by ?? below.by,
    via: above.via ?? below.via,
    hours: above.hours ?? below.hours,
    cutoff: above.cutoff ?? below.cutoff,
    respond: above.respond ?? below.respond,
    resolve: above.resolve ?? below.resolve,
    escalate: above.escalate ?? below.escalate,
    say: above.say ?? below.say,
    decline: above.decline ?? below.decline,
    surcharge: above.surcharge ?? below.surcharge,
    steps: stepsLaidOver(below.steps, above.steps),
    broken: above.broken.length > 0 ? [...above.broken, ...below.broken] : below.broken,
  };
}
