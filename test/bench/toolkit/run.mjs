// Measures our benches of editors and large files and the same on the usual toolkit, by turns, and prints both beside each other.
// usage: node test/bench/toolkit/run.mjs [strokes=60] [rounds=5]
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as esbuild from "esbuild";

const here = import.meta.dirname;
const root = path.resolve(here, "../../..");
const folder = path.join(root, "dist-test/bench-toolkit");
const [strokes = "60", rounds = "5"] = process.argv.slice(2);
const benches = ["editor", "large"];
/** Milliseconds of the toolkit on the machine for which our budgets were set; with a budget it says what ratio is asked. */
const whenBudgetsWereSet = {
  "12,600 lines: cold": 438,
  "12,600 lines: keystroke to diagnostics, p95": 297,
  "126,000 lines: cold": 4600,
};

install();
await bundle();
once("texts");
console.log(`load before: ${load()}`);
const measured = Array.from({ length: Number(rounds) }, () => benches.flatMap(round));
console.log(`load after:  ${load()}`);
print(measured[0].map((row, index) => medians(row, index)));

/** The toolkit, once per lock file. */
function install() {
  const lock = fs.readFileSync(path.join(here, "package-lock.json"), "utf8");
  const stamp = path.join(here, "node_modules/.installed");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock) return;
  console.log("installing the toolkit (once)");
  const options = ["ci", "--ignore-scripts", "--loglevel=error"];
  const shell = process.platform === "win32";
  execFileSync("npm", options, { cwd: here, stdio: ["ignore", "ignore", "inherit"], shell });
  fs.writeFileSync(stamp, lock);
}

/** Both sides are bundled alike, as ../run.mjs bundles ours. */
async function bundle() {
  fs.rmSync(folder, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [
      { in: path.join(here, "../texts.ts"), out: "texts" },
      ...benches.flatMap((name) => [
        { in: path.join(here, `../${name}.bench.ts`), out: `${name}.ours` },
        { in: path.join(here, `${name}.bench.mjs`), out: `${name}.toolkit` },
      ]),
    ],
    bundle: true,
    minify: true,
    logLevel: "warning",
    platform: "node",
    format: "cjs",
    target: "node20",
    loader: { ".langium": "text" },
    external: ["*/holidays.libraries.ts"],
    outdir: folder,
    outExtension: { ".js": ".cjs" },
  });
}

/** One bench on both sides, each in a process of its own, right after each other. */
function round(name) {
  const ours = once(`${name}.ours`);
  const toolkit = once(`${name}.toolkit`);
  return ours.map((row, index) => ({ ...row, ours: row.value, toolkit: toolkit[index].value }));
}

function once(name) {
  const file = JSON.stringify(path.join(folder, `${name}.cjs`));
  const script = `require(${file}).run(${Number(strokes)}).then((rows) => console.log(JSON.stringify(rows ?? [])));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
}

/** The ratio is the median of the rounds' own ratios, so that a load that comes and goes weighs little. */
function medians({ name, unit, budget }, index) {
  const rows = measured.map((all) => all[index]);
  const ours = median(rows.map((row) => row.ours));
  const toolkit = median(rows.map((row) => row.toolkit));
  const before = Object.entries(whenBudgetsWereSet).find(([start]) => name.startsWith(start))?.[1];
  const asked = before === undefined ? undefined : before / budget;
  return { name, unit, ours, toolkit, ratio: median(rows.map((row) => row.toolkit / row.ours)), asked };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function print(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${"".padEnd(width)}  ${"ours".padStart(10)}  ${"toolkit".padStart(10)}       ratio`);
  for (const { name, unit, ours, toolkit, ratio, asked } of rows) {
    const numbers = `${shown(ours).padStart(10)}  ${shown(toolkit).padStart(10)} ${unit.padEnd(3)}`;
    const verdict = asked === undefined ? "" : `  (at least ${shown(asked)}: ${ratio >= asked ? "ok" : "MISSED"})`;
    console.log(`${name.padEnd(width)}  ${numbers}  ${shown(ratio).padStart(6)}${verdict}`);
  }
}

function shown(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function load() {
  return os
    .loadavg()
    .map((value) => value.toFixed(2))
    .join(" ");
}
