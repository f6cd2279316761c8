import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import type { Model } from "../../../server/core/model/model.ts";
import type { Box } from "../../../server/core/prover/space/box.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { type TimeProof, timeProofsOf } from "../../../server/core/prover/timeProofs.ts";
import type { Group } from "../../../server/core/prover/written/group.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import type { Instant } from "../../../server/core/time/spec.ts";
import { firstOfApril, flawlessModelOf } from "../../harness/models.ts";

/** What is proved of time in a text without problems, and requests of it put to `decide`. */
export interface Timed {
  readonly model: Model;
  readonly proofs: readonly TimeProof[];
  /** The decision on a request of a region that comes at a time. */
  readonly replayed: (group: Group, region: Box, at: Instant) => Decision;
}

/** Reads a text, which must have no problem, and proves what can be proved as of 2026-04-01. */
export function timed(text: string): Timed {
  const model = flawlessModelOf(text);
  const proofs = timeProofsOf(model, { today: firstOfApril, holidays: japaneseHolidays, steps: 100_000 });
  const engine = compile(model, japaneseHolidays);
  const replayed = (group: Group, region: Box, at: Instant): Decision => {
    const witness = witnessIn(group, [region], model.customers, { left: 100_000 });
    assert.ok(witness && witness.customer.kind !== "imagined", text);
    const customer = witness.customer.kind === "declared" ? witness.customer.name : undefined;
    return decide(engine, { ...witness, customer, at, to: undefined });
  };
  return { model, proofs, replayed };
}

/** By when a decision has it answered or resolved at the latest; infinite: never. */
export function endOf({ respond, resolve, timeline }: Decision, what: "respond" | "resolve"): Instant {
  const ends = [
    ...(what === "respond" && respond ? [respond.deadline] : []),
    ...(resolve ? [resolve.deadline] : []),
    ...(timeline ? [timeline.worstDoneBy] : []),
  ];
  return Math.min(...ends.map((end) => end ?? Number.POSITIVE_INFINITY));
}
