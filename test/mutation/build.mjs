// Bundles the suites of time and engine, and the twin's with fewer pairs, into dist-test/mutation.
import * as fs from "node:fs";
import * as esbuild from "esbuild";

const folders = ["time", "engine", "twin"];
const entryPoints = folders.flatMap((folder) =>
  fs
    .readdirSync(`test/unit/${folder}`)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/unit/${folder}/${name}`),
);
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
