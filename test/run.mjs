// npm test: builds, then checks types, style, the unit suites and the VS Code suites; ends with one line of counts.
// usage: node test/run.mjs [unit|vscode]
import { spawn } from "node:child_process";
import * as path from "node:path";
import { CHROMIUM_INSTALL, findChromium, newerNode, withNewerNode } from "./vscode/environment.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const BIN = path.join(ROOT, "node_modules/.bin");
const IN_CI = Boolean(process.env.CI) && process.env.CI !== "false";
const VSCODE_SUITES = ["host", "web", "ui"];

const total = { passed: 0, failed: 0, skipped: 0 };

switch (process.argv[2]) {
  case undefined:
    await build();
    await Promise.all([typecheck(), lint()]);
    await unit();
    await vscode();
    break;
  case "unit":
    await unit();
    break;
  case "vscode":
    await build();
    await vscode();
    break;
  default:
    console.error("usage: node test/run.mjs [unit|vscode]");
    process.exit(2);
}
finish();

async function build() {
  const { code, text } = await run("build", process.execPath, ["esbuild.mjs"]);
  if (code === 0) return;
  fail("build", `${text}\nNothing can be tested before it builds.`);
  finish();
}

/** One test: the whole program has the types it says, and the core none of Node's or the browser's. */
async function typecheck() {
  await single("typecheck", "npm", ["run", "--silent", "typecheck"]);
}

/** One test: biome finds nothing to say. */
async function lint() {
  await single("lint", path.join(BIN, "biome"), ["check", "--max-diagnostics=20"]);
}

async function unit() {
  const built = await run("build of the unit suites", process.execPath, ["esbuild.mjs", "--tests"]);
  if (built.code !== 0) return fail("unit", built.text);
  const reporter = path.join(ROOT, "test/vscode/reporter.mjs");
  const options = ["--reporter", reporter, "--timeout", "60000", "dist-test/unit/**/*.mjs"];
  await suite("unit", path.join(BIN, "mocha"), options, { NODE_OPTIONS: "--enable-source-maps" });
}

async function vscode() {
  if (!findChromium()) return skip(`no Chromium is installed. This line installs it:\n    ${CHROMIUM_INSTALL}`);
  await run("installation of the VS Code tools", process.execPath, ["test/vscode/install.mjs"], { show: true });
  const node = newerNode();
  if (!node) return skip("they need Node 22.15 or later, which this machine does not have");
  const built = await run("build of the VS Code suites", process.execPath, ["esbuild.mjs", "--vscode-tests"]);
  if (built.code !== 0) return fail("vscode", built.text);
  const packaged = await run("packaging", process.execPath, ["test/vscode/package.mjs"]);
  if (packaged.code !== 0) return fail("packaging", packaged.text);
  const { PATH } = withNewerNode(); // for code-shim.mjs, which its first line starts
  await suite("host", node, ["test/vscode/run-host.mjs"], { PATH });
  await suite("web", node, ["test/vscode/run-web.mjs"]);
  const mocha = path.join(ROOT, "node_modules/mocha/bin/mocha.js");
  await suite("ui", node, [
    mocha,
    "--reporter",
    "test/vscode/reporter.mjs",
    "test/vscode/ui.test.mjs",
    "test/vscode/textmate.test.mjs",
  ]);
}

/** Runs a mocha suite and adds the counts of its closing line, "name: N passed, N failed, N skipped". */
async function suite(name, command, options, env = {}) {
  console.log(`\n${name}`);
  const started = Date.now();
  const { code, text } = await run(name, command, options, { show: true, env: { TORIKIME_SUITE: name, ...env } });
  const counts = new RegExp(`^${name}: (\\d+) passed, (\\d+) failed, (\\d+) skipped`, "m").exec(text);
  const [passed = 0, failed = 0, skipped = 0] = counts?.slice(1).map(Number) ?? [];
  add({ passed, failed, skipped });
  if (code !== 0 && failed === 0) fail(name, `it ended with ${code} without saying which test failed`);
  console.log(`  ${name} took ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

async function single(name, command, options) {
  const { code, text } = await run(name, command, options);
  if (code !== 0) return fail(name, text);
  add({ passed: 1 });
  console.log(`${name}: passed`);
}

function fail(name, text) {
  add({ failed: 1 });
  console.log(`${name}: failed\n${text.trimEnd()}`);
}

function skip(why) {
  add({ skipped: VSCODE_SUITES.length });
  console.log(`\nThe VS Code suites (${VSCODE_SUITES.join(", ")}) are skipped: ${why}`);
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** The last line; in CI a skip counts as a failure, since there everything is meant to run. */
function finish() {
  if (IN_CI && total.skipped > 0) console.log("\nA skipped suite is a failure where CI is set.");
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed > 0 || (IN_CI && total.skipped > 0) ? 1 : 0);
}

/** Runs a command in the root; its output is shown as it comes, or (without `show`) only where it fails. */
function run(name, command, options, { show = false, env = {} } = {}) {
  const child = spawn(command, options, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const read = (stream, chunk) => {
    text += chunk;
    if (show) stream.write(chunk);
  };
  child.stdout.setEncoding("utf8").on("data", (chunk) => read(process.stdout, chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk) => read(process.stderr, chunk));
  return new Promise((resolve) => {
    child.once("error", (problem) => resolve({ code: 1, text: `${name}: ${problem.message}` }));
    child.once("close", (code) => resolve({ code: code ?? 1, text }));
  });
}
