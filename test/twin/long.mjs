// npm run test:long: a million random models and requests through the product and its twin, from a random or a given seed.
// usage: node test/twin/long.mjs [seed] [pairs] [model]; with the number of a model, only decisions from that one on
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import * as path from "node:path";
import * as esbuild from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
const [seed = String(randomInt(2 ** 31)), pairs = "1000000", from] = process.argv.slice(2);

await esbuild.build({
  absWorkingDir: root,
  entryPoints: ["test/unit/twin/calendars.test.ts", "test/unit/twin/decisions.test.ts"],
  outdir: "dist-test/twin",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});
console.log(`SEED=${seed}, ${pairs} pairs, from model ${from ?? 0} on`);
const { status } = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "node_modules/mocha/bin/mocha.js",
    "--timeout",
    "0",
    `dist-test/twin/${from === undefined ? "*" : "decisions"}.test.mjs`,
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      SEED: seed,
      TWIN_PAIRS: pairs,
      TWIN_FROM: from ?? "0",
      TWIN_CALENDARS: String(Math.ceil(Number(pairs) / 100)),
    },
    stdio: "inherit",
  },
);
process.exit(status ?? 1);
