// Bundles test/bench/*.bench.ts, runs each in processes of its own and prints the medians beside their budgets.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as esbuild from "esbuild";

const rounds = 5;
const [wanted = ""] = process.argv.slice(2);
const sources = fs
  .readdirSync("test/bench")
  .filter((name) => name.endsWith(".bench.ts") && name.includes(wanted))
  .map((name) => "test/bench/" + name);
const folder = "dist-test/bench";

fs.rmSync(folder, { recursive: true, force: true });
await esbuild.build({
  entryPoints: [...sources, "test/bench/texts.ts"],
  bundle: true,
  minify: true,
  logLevel: "warning",
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["*/holidays.libraries.ts"],
  outdir: folder,
  outExtension: { ".js": ".cjs" },
});

const benches = fs.readdirSync(folder).filter((file) => file.endsWith(".bench.cjs"));
once(`${folder}/texts.cjs`);
const rows = benches.flatMap((file) => medians(`${folder}/${file}`));
const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, value, unit, budget } of rows) {
  const isAtMost = unit === "ms" || unit === "MiB" || unit === "times";
  const isKept = isAtMost ? value <= budget : value >= budget;
  const bound = `${isAtMost ? "at most" : "at least"} ${shown(budget)} ${unit}`;
  console.log(`${isKept ? "ok  " : "OVER"}  ${name.padEnd(width)}  ${shown(value).padStart(12)} ${unit}  (${bound})`);
}

function medians(file) {
  const runs = Array.from({ length: rounds }, () => once(file));
  return runs[0].map((first, index) => {
    const values = runs.map((run) => run[index].value).sort((a, b) => a - b);
    return { ...first, value: values[rounds >> 1] };
  });
}

function once(file) {
  const script = `require(${JSON.stringify(path.resolve(file))}).run().then((rows) => console.log(JSON.stringify(rows ?? [])));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }));
}

function shown(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 });
}
