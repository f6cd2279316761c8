// Bundles the suites that reach what is changed into dist-test/mutation: those whose cases are written down, which take
// seconds. With --random also the twins' and the others that try random models; they notice more, and take minutes a change.
import * as fs from "node:fs";
import * as esbuild from "esbuild";

const isRandom = /\/(?:time\/twin|engine\/total|twin\/calendars|twin\/decisions)\.test/;
const withRandom = process.argv.includes("--random");
const folders = (process.env.MUTATION_SUITES ?? "time engine twin").split(" ");
const entryPoints = folders
  .flatMap((folder) => fs.readdirSync(`test/unit/${folder}`).map((name) => `test/unit/${folder}/${name}`))
  .filter((file) => file.endsWith(".test.ts") && (withRandom || !isRandom.test(file)));
fs.rmSync("dist-test/mutation", { recursive: true, force: true });
await esbuild.build({
  entryPoints,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  splitting: true,
  packages: "external",
  outbase: "test",
  outdir: "dist-test/mutation",
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
});
