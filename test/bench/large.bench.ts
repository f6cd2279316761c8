import { parseDate } from "../../server/core/time/date.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";
import { beginWithLargeYoungGeneration, beginWithPlainCode } from "../../server/lsp/heap.node.ts";
import { textOf } from "./texts.ts";

/** A tenfold file, of which nobody edits one, but which a generator may write: time and the process's peak of memory. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  // As the language server does.
  beginWithLargeYoungGeneration();
  beginWithPlainCode();
  const text = textOf("126,000 lines");
  const surroundings = { today: parseDate("2026-08-24") ?? 0, holidays: japaneseHolidays };
  const start = performance.now();
  const snapshot = Snapshot.of(new Map([["bench.sla", text]]), surroundings);
  const count = snapshot.findings.all.length;
  const took = performance.now() - start;
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    { name: `126,000 lines: cold parse, link and check (${count} findings)`, value: took, unit: "ms", budget: 1000 },
    { name: "126,000 lines: peak of memory", value: peak, unit: "MiB", budget: 500 },
  ];
}
