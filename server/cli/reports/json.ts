import type { FindingsReport, ReportedFinding } from "./findings.ts";

/** Findings as JSON by `schemas/findings.schema.json`; a change that could break a reader raises `version`. */
export function jsonFindings({ findings, counts, repaired }: FindingsReport, troubles: readonly object[]): string {
  const written = {
    schema: "torikime/findings",
    version: 1,
    counts,
    ...(repaired ? { repaired: { repairs: repaired.repairs, files: repaired.files } } : {}),
    findings: findings.map(findingWithExamples),
    troubles,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** A finding with all that is worked out when it is asked for. */
export function findingWithExamples(finding: ReportedFinding): object {
  const fixes = finding.fixes.map(({ title, edits }) => ({ title, edits: edits() }));
  return { ...finding, fixes, examples: finding.examples() };
}
