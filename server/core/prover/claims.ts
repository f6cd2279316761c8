/** What has been proved about each agreement, claim by claim, with the size of the space that was covered. */
import type { Agreement } from "../model/model.ts";
import type { Proof } from "../model/work.ts";
import { type Box, cellsIn, type Shape } from "./box.ts";
import { ordinaryRequests } from "./handling.ts";
import { requestsOf } from "./promises.ts";
import type { KindProof } from "./prove.ts";

/** One claim about all requests of a kind within an agreement: handled, in one way only; and promised or refused. */
export interface AgreementClaim {
  readonly claim: "handled" | "without conflict" | "spoken of";
  readonly agreement: Agreement;
  readonly kind: string;
  readonly status: ClaimStatus;
  /** How many requests the conditions can tell apart. */
  readonly size: number;
}

/** What is known of a claim. */
export type ClaimStatus = "proved" | "broken" | "not decided";

/** What somebody claims by `prove`. */
export interface WrittenClaim {
  readonly proof: Proof;
  readonly status: ClaimStatus;
}

/** The claims about the agreements on a kind, in the order of the files. */
export function agreementClaims(known: KindProof): readonly AgreementClaim[] {
  const { group, gaps, conflicts, silences } = known;
  const { shape } = group.space;
  return [...group.scopes.values()].flatMap((scope): readonly AgreementClaim[] => {
    const claimed = { agreement: scope.agreement, kind: group.kind.name };
    const claims: AgreementClaim[] = [];
    if (group.handles.some((rule) => rule.scope === scope)) {
      const size = pointsIn(shape, ordinaryRequests(group, scope));
      const isGap = gaps.found.some((gap) => gap.scope === scope);
      const ids = group.handles
        .filter((rule) => rule.scope === scope)
        .flatMap(({ clause, overlays }) => [clause.id, ...overlays.map(({ id }) => id)]);
      const isConflict = conflicts.found.some(({ later, earlier }) =>
        [later, earlier].some(({ id }) => ids.includes(id)),
      );
      claims.push({ ...claimed, claim: "handled", status: statusOf(isGap, gaps.isDecided), size });
      claims.push({ ...claimed, claim: "without conflict", status: statusOf(isConflict, conflicts.isDecided), size });
    }
    const [rule] = group.commits.filter((each) => each.scope === scope);
    if (rule) {
      const isSilent = silences.found.some((silence) => silence.rule.scope === scope);
      const size = pointsIn(shape, requestsOf(group, rule));
      claims.push({ ...claimed, claim: "spoken of", status: statusOf(isSilent, silences.isDecided), size });
    }
    return claims;
  });
}

/** The claims that are written about a kind. */
export function writtenClaims({ proofs }: KindProof): readonly WrittenClaim[] {
  return proofs.map(({ proof, result }) => ({
    proof,
    status: result.kind === "counter-example" ? "broken" : result.kind,
  }));
}

function statusOf(isBroken: boolean, isDecided: boolean): ClaimStatus {
  return isBroken ? "broken" : isDecided ? "proved" : "not decided";
}

function pointsIn(shape: Shape, boxes: readonly Box[]): number {
  return boxes.reduce(
    (sum, box) =>
      sum + shape.cells.reduce((product, _, dimension) => product * cellsIn(shape, box, dimension).length, 1),
    0,
  );
}
