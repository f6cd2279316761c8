import { spawnSync } from "node:child_process";
import * as fs from "node:fs";

const program = "dist/cli.js";
const pairs = 15;

/**
 * How long the command line takes to check one sample, against what node takes to do nothing: pairs in turn, median of ratios; in
 * this environment, and without the certificates that it may have node read at each start, which hide half of the difference.
 */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  if (!fs.existsSync(program)) throw new Error("build first: npm run build");
  const { NODE_EXTRA_CA_CERTS, ...plain } = process.env;
  const unit = "times";
  const rows = [
    { name: "torikime check of one sample, in starts of node", value: ratioIn(process.env), unit, budget: 2 },
  ];
  if (NODE_EXTRA_CA_CERTS === undefined) return rows;
  return [...rows, { name: "the same without extra certificates", value: ratioIn(plain), unit, budget: 2 }];
}

function ratioIn(env: NodeJS.ProcessEnv): number {
  const check = [program, "check", "samples/product-support/support.sla"];
  const ratios = Array.from({ length: pairs }, () => took(check, env) / took(["-e", "0"], env)).sort((a, b) => a - b);
  return ratios[Math.floor(pairs / 2)] ?? Number.POSITIVE_INFINITY;
}

function took(words: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
