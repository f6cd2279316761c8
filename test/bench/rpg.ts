import { proofsOf } from "../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";

import { filesOf, newClauses } from "./clauses.ts";
import { beginWithLargeYoungGeneration } from "../../server/lsp/heap.node.ts";
beginWithLargeYoungGeneration();
const context = { today: 20544, holidays: japaneseHolidays, steps: 2_000_000 };

const clauses = newClauses(1000);
const snapshot = Snapshot.of(filesOf(clauses), context);
const { model } = snapshot;
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const c0 = cpu(), t0 = performance.now();
proofsOf(model, context);
console.log(`cold ${(performance.now()-t0).toFixed(0)} cpu ${(cpu()-c0).toFixed(0)}`);


process.exit(0)
