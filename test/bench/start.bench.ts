import { spawnSync } from "node:child_process";
import * as fs from "node:fs";

const program = "dist/cli.js";
const pairs = 15;

/** How long the command line takes to check one sample, against what node takes to do nothing: pairs in turn, median of ratios. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  if (!fs.existsSync(program)) throw new Error("build first: npm run build");
  const check = [program, "check", "samples/product-support/support.sla"];
  const ratios = Array.from({ length: pairs }, () => took(check) / took(["-e", "0"])).sort((a, b) => a - b);
  const median = ratios[Math.floor(pairs / 2)] ?? Number.POSITIVE_INFINITY;
  return [{ name: "torikime check of one sample, in starts of node", value: median, unit: "times", budget: 2 }];
}

function took(words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
