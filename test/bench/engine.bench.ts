import { compile } from "../../server/core/engine/compile.ts";
import { decide } from "../../server/core/engine/decide.ts";
import type { Request } from "../../server/core/engine/decision.ts";
import { link } from "../../server/core/model/link.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { generate } from "./generate.ts";
import { requestsFor } from "./requests.ts";

/** Whole decisions a second on one core, with times and without the text of the trace. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  const small = decider(200);
  const large = decider(2000);
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    rates[0].push(decisionsPerSecond(small));
    rates[1].push(decisionsPerSecond(large));
  }
  const [atSmall, atLarge] = rates.map((each) => middle(each)) as [number, number];
  return [
    { name: "decisions at 200 clauses", value: atSmall, unit: "decisions/s", budget: 1_000_000 },
    { name: "decisions at 2,000 clauses", value: atLarge, unit: "decisions/s", budget: 800_000 },
    { name: "2,000 clauses against 200", value: atLarge / atSmall, unit: "ratio", budget: 0.8 },
  ];
}

const rounds = 7;
const millisecondsPerRound = 500;

interface Decider {
  readonly requests: readonly Request[];
  readonly decideAll: () => number;
}

function decider(clauses: number): Decider {
  const text = generate({ clauses });
  const engine = compile(link([{ path: "bench.sla", syntax: parse(text) }]), japaneseHolidays);
  const requests = requestsFor(7, 4096, { clauses });
  return {
    requests,
    decideAll: () => {
      let answered = 0;
      for (const request of requests) if (decide(engine, request).respond?.deadline !== undefined) answered += 1;
      return answered;
    },
  };
}

function decisionsPerSecond({ requests, decideAll }: Decider): number {
  const start = performance.now();
  let decisions = 0;
  while (performance.now() - start < millisecondsPerRound) {
    if (decideAll() > 0) decisions += requests.length;
  }
  return (decisions / (performance.now() - start)) * 1000;
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
