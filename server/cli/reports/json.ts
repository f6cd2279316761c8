import type { FindingsReport, ReportedFinding } from "./findings.ts";

/** Findings as JSON by `schemas/findings.schema.json`; a change that could break a reader raises `version`. */
export function jsonFindings({ findings, counts }: FindingsReport, troubles: readonly object[]): string {
  const written = {
    schema: "torikime/findings",
    version: 1,
    counts,
    findings: findings.map(findingWithExamples),
    troubles,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** A finding with the requests that show it. */
export function findingWithExamples(finding: ReportedFinding): object {
  return { ...finding, examples: finding.examples() };
}
