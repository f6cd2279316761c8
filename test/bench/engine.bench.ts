import { compile, type Engine } from "../../server/core/engine/compile.ts";
import { decide } from "../../server/core/engine/decide.ts";
import type { Request } from "../../server/core/engine/decision.ts";
import { link } from "../../server/core/model/link.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { generate } from "./generate.ts";
import { requestsFor } from "./requests.ts";

/**
 * Whole decisions a second on one core, with clock start, deadlines and ladder and without the text of the trace. The two sizes
 * take turns, and the round that was disturbed least counts.
 */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  const [small, large] = [decidable(200), decidable(2000)];
  let [atSmall, atLarge] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    atSmall = Math.max(atSmall, decisionsPerSecond(small));
    atLarge = Math.max(atLarge, decisionsPerSecond(large));
  }
  return [
    { name: "decisions at 200 clauses", value: atSmall, unit: "decisions/s", budget: 1_000_000 },
    { name: "decisions at 2,000 clauses", value: atLarge, unit: "decisions/s", budget: 800_000 },
    { name: "decisions at 2,000 clauses against 200", value: atLarge / atSmall, unit: "of the speed", budget: 0.8 },
  ];
}

const rounds = 8;
const millisecondsPerRound = 250;
const requestsAsked = 1000;

interface Decidable {
  readonly engine: Engine;
  readonly requests: readonly Request[];
}

function decidable(clauses: number): Decidable {
  const model = link([{ path: "bench.sla", syntax: parse(generate({ clauses })) }]);
  return { engine: compile(model, japaneseHolidays), requests: requestsFor(7, requestsAsked, { clauses }) };
}

function decisionsPerSecond({ engine, requests }: Decidable): number {
  const start = performance.now();
  let decided = 0;
  let elapsed = 0;
  while (elapsed < millisecondsPerRound) {
    for (const request of requests) if (decide(engine, request).request === request) decided += 1;
    elapsed = performance.now() - start;
  }
  return (decided / elapsed) * 1000;
}
