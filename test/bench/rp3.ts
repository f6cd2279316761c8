import { proofsOf } from "../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";
import { random } from "../harness/random.ts";
import { editedClause, fileAt, filesOf, newClauses } from "./clauses.ts";
const context = { today: 20544, holidays: japaneseHolidays, steps: 2_000_000 };
const strokes = 80;
const clauses = newClauses(1000);
let snapshot = Snapshot.of(filesOf(clauses), context);
const { model } = snapshot;
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
let c0 = cpu(), t0 = performance.now();
proofsOf(model, context);
0&&console.log(`cold ${(performance.now()-t0).toFixed(0)} cpu ${(cpu()-c0).toFixed(0)}`);
const chance = random(1);
const out: {n:number,t:number,c:number,what:string}[] = [];
for (let i=0;i<strokes;i++) {
  const at = chance.below(clauses.length);
  const clause = clauses[at]!; if (clause.sort!=="commit") { i -= 1; continue; }
  const next = { ...clause, amount: 1 + ((i * 7) % 14) + i / 100 };
  clauses[at] = next;
  const what = `${clause.sort} ${next.amount!==clause.amount?"amount":next.special!==clause.special?"special":[...next.when].join()!==[...clause.when].join()?"when":"same"}`;
  snapshot = snapshot.with(...fileAt(clauses, at));
  const edited = snapshot.model;
  c0 = cpu(); t0 = performance.now();
  proofsOf(edited, context);
  out.push({n:i,t:performance.now()-t0,c:cpu()-c0,what});
}


if (process.env.V) {
const by = new Map<string,number[]>(); for (const o of out) by.set(o.what,[...(by.get(o.what)??[]),o.t]);
for (const [k,v] of by) console.log(k, v.length, v.map(x=>x.toFixed(0)).join(" "));
}
