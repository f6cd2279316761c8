import type { KindStatus } from "../../core/checks/agreementProofs.ts";
import { findingWithExamples } from "./json.ts";
import { orNull } from "./jsonParts.ts";
import type { ProofsReport, ReportedClaim, ReportedLine, ReportedProperty } from "./proofs.ts";

/** What is proved as JSON by `schemas/proofs.schema.json`; a change that could break a reader raises `version`. */
export function jsonProofs({ agreements, claims, others }: ProofsReport, troubles: readonly object[]): string {
  const written = {
    schema: "torikime/proofs",
    version: 1,
    agreements: agreements.map((agreement) => ({
      ...agreement,
      properties: agreement.properties.map(shownProperty),
    })),
    claims: claims.map(shownClaim),
    others: others.map(shownProperty),
    troubles,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function shownProperty(property: ReportedProperty): object {
  return { ...property, lines: property.lines.map(shownLine) };
}

function shownLine({ status, text, why, kinds, findings }: ReportedLine): object {
  return { status, text, why: orNull(why), kinds: kinds.map(shownKind), findings: findings.map(findingWithExamples) };
}

function shownKind({ kind, status, size, undecided }: KindStatus): object {
  return { kind, status, size: orNull(size), undecided: orNull(undecided) };
}

function shownClaim({ undecided, findings, ...claim }: ReportedClaim): object {
  return { ...claim, undecided: orNull(undecided), findings: findings.map(findingWithExamples) };
}
