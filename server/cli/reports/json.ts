import type { FindingsReport } from "./findings.ts";

/** Findings as JSON by `schemas/findings.schema.json`; a change that could break a reader raises `version`. */
export function jsonFindings({ findings, counts }: FindingsReport, troubles: readonly object[]): string {
  return `${JSON.stringify({ schema: "torikime/findings", version: 1, counts, findings, troubles }, undefined, 2)}\n`;
}
