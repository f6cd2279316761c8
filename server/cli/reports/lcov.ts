import type { Covered } from "../../core/scenarios/coverage.ts";
import { shownPlace } from "../places.ts";
import type { ModelCoverage } from "../scenarioRuns.ts";

/**
 * Coverage as LCOV has it (geninfo(1)), a record for each file: what has a name is a function, verdict lines and rungs are
 * lines; so every tool that shows coverage shows it.
 */
export function lcovOf(models: readonly ModelCoverage[]): string {
  const files = new Map<string, LineHits[]>();
  for (const { snapshot, things } of models) {
    for (const thing of things) {
      const where = shownPlace(snapshot, thing.place);
      if (where) files.set(where.file, [...(files.get(where.file) ?? []), { ...thing, line: where.line }]);
    }
  }
  return [...files].map(([file, things]) => record(file, things)).join("");
}

interface LineHits extends Covered {
  readonly line: number;
}

function record(file: string, things: readonly LineHits[]): string {
  const named = things.filter(({ kind }) => kind !== "verdict" && kind !== "rung");
  const lines = new Map<number, number>();
  // Two things on one line: the line is reached as often as the one that is reached less.
  for (const { line, hits } of things) lines.set(line, Math.min(lines.get(line) ?? hits, hits));
  const sorted = [...lines].sort(([a], [b]) => a - b);
  const rows = [
    "TN:",
    `SF:${file}`,
    ...named.map(({ line, id }) => `FN:${line},${id}`),
    ...named.map(({ hits, id }) => `FNDA:${hits},${id}`),
    `FNF:${named.length}`,
    `FNH:${named.filter(({ hits }) => hits > 0).length}`,
    ...sorted.map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${sorted.length}`,
    `LH:${sorted.filter(([, hits]) => hits > 0).length}`,
    "end_of_record",
  ];
  return rows.map((row) => `${row}\n`).join("");
}
