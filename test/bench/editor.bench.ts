import type { Finding } from "../../server/core/checks/define.ts";
import { parseDate } from "../../server/core/time/date.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";
import { addressesIn } from "../../server/lsp/addresses.ts";
import { diagnosticOf } from "../../server/lsp/diagnostics.ts";
import { beginWithLargeYoungGeneration, beginWithPlainCode, goOnWithInlining } from "../../server/lsp/heap.node.ts";
import { textOf } from "./texts.ts";
import { after, keystrokes } from "./typing.ts";

const path = "bench.sla";
const surroundings = { today: parseDate("2026-08-24") ?? 0, holidays: japaneseHolidays };
const audience = { addresses: addressesIn([]), locale: "en" } as const;

/** What an editor waits for, on 12,600 lines with 2,000 clauses in one file. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  // As the language server does.
  beginWithLargeYoungGeneration();
  beginWithPlainCode();
  const text = textOf("12,600 lines");
  const cold = timed(() => opened(text));
  goOnWithInlining();
  const strokes = typed(cold.result, text, 300);
  return [
    { name: "12,600 lines: cold parse, link and check", value: cold.took, unit: "ms", budget: 150 },
    { name: "12,600 lines: keystroke to diagnostics, p50", value: percentile(strokes, 0.5), unit: "ms", budget: 16 },
    { name: "12,600 lines: keystroke to diagnostics, p95", value: percentile(strokes, 0.95), unit: "ms", budget: 16 },
  ];
}

function opened(text: string): Snapshot {
  const snapshot = Snapshot.of(new Map([[path, text]]), surroundings);
  diagnosticsOf(snapshot);
  return snapshot;
}

function typed(snapshot: Snapshot, text: string, count: number): readonly number[] {
  let now = { snapshot, text };
  return keystrokes(text, count, 1).map((stroke) => {
    const { took, result } = timed(() => {
      const next = after(now.text, stroke);
      const later = now.snapshot.with(path, next);
      diagnosticsOf(later);
      return { snapshot: later, text: next };
    });
    now = result;
    return took;
  });
}

/** All diagnostics of the file as they are sent. */
function diagnosticsOf(snapshot: Snapshot): number {
  const findings: readonly Finding[] = snapshot.findings.byPath.get(path) ?? [];
  return findings.flatMap((finding) => diagnosticOf(snapshot, finding, audience) ?? []).length;
}

function timed<T>(work: () => T): { readonly took: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { took: performance.now() - start, result };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
