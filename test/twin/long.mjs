// npm run test:long: a million random models and requests through the product and its twin, from a random or a given seed.
// usage: node test/twin/long.mjs [seed] [pairs]
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import * as path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const [seed = String(randomInt(2 ** 31)), pairs = "1000000"] = process.argv.slice(2);
const env = { ...process.env, SEED: seed, TWIN_PAIRS: pairs, TWIN_CALENDARS: String(Math.ceil(Number(pairs) / 100)) };
const run = (...command) => {
  const { status } = spawnSync(process.execPath, command, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};

console.log(`SEED=${seed}, ${pairs} pairs`);
run("esbuild.mjs", "--tests");
run("--enable-source-maps", "node_modules/mocha/bin/mocha.js", "--timeout", "0", "dist-test/unit/unit/twin/*.mjs");
