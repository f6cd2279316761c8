/** What is proved of a kind of request about time that passes; kept while nothing that it depends on changes. */
import type { Model, RequestKind } from "../model/model.ts";
import type { Day } from "../time/spec.ts";
import { type Group, timedGroupOf, type Written } from "./group.ts";
import { type GuaranteeResult, guaranteeResults } from "./guarantees.ts";
import type { Ground } from "./space.ts";
import type { Working } from "./working.ts";

/** All that is known of one kind about time that passes. */
export interface TimeProof {
  readonly group: Group;
  readonly guarantees: readonly GuaranteeResult[];
}

/** What time proofs depend on beside what is written about the kind. */
export interface TimeContext {
  readonly today: Day;
  readonly steps: number;
  readonly ground: Ground;
}
