/** Guarantees with what is known of them, target by target. */
import type { Model, Stated } from "../model/model.ts";
import type { Guarantee } from "../model/work.ts";
import { type Covered, undecidedIn } from "../prover/claims.ts";
import type { GuaranteeResult } from "../prover/time/guarantees.ts";
import type { TimeProof } from "../prover/timeProofs.ts";
import type { Target } from "../time/spec.ts";
import type { CheckContext } from "./define.ts";
import { timeProofsFor } from "./proofs.ts";

/** One target of a guarantee with what is known of it for each kind of request. */
export interface GuaranteedTarget {
  readonly guarantee: Guarantee;
  readonly stated: Stated<Target>;
  readonly results: readonly (GuaranteeResult & Pick<TimeProof, "group">)[];
}

/** Every target that is guaranteed, each once. */
export function guaranteedTargets(model: Model, context: CheckContext): readonly GuaranteedTarget[] {
  const found = new Map<
    Stated<Target>,
    GuaranteedTarget & { readonly results: GuaranteedTarget["results"][number][] }
  >();
  for (const { group, guarantees } of timeProofsFor(model, context))
    for (const result of guarantees) {
      const stated = result.guarantee[result.what];
      if (!stated) continue;
      const known = found.get(stated) ?? { guarantee: result.guarantee, stated, results: [] };
      known.results.push({ ...result, group });
      found.set(stated, known);
    }
  return [...found.values()];
}

/** How far the guarantees of each agreement were held against the clauses. */
export function guaranteesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return timeProofsFor(model, context).flatMap(({ group, written, guarantees }) => {
    const agreements = new Set(written.guarantees.map(({ agreement }) => agreement));
    return [...agreements].map((agreement): Covered => {
      const own = guarantees.filter((each) => each.agreement === agreement);
      const [unheld] = own.flatMap(({ kept }) => kept.undecided);
      const isBroken = own.some(({ kept }) => kept.worst !== undefined);
      const undecided = undecidedIn(group, { found: [], isDecided: true }) ?? unheld?.because;
      return { agreement, kind: group.kind.name, isBroken, undecided, size: undefined };
    });
  });
}
