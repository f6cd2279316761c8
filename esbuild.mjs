// Builds what ships (dist/), with --tests the mocha suites (dist-test/unit), with --vscode-tests the suites for VS Code (dist-test/vscode),
// with --stand-ins the parser of programs that begin without chevrotain, for its test (dist-test/standIns).
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const common = { bundle: true, minify: true, logLevel: "warning", legalComments: "none" };
// Libraries that are modules ask where they stand, which the format built here knows by another name.
const define = { "import.meta.url": "__filename" };
const node = { ...common, platform: "node", format: "cjs", target: "node20", define };
const web = { ...common, platform: "browser", target: "es2022" };

/**
 * The holidays of all countries are most of the product's size and rarely needed, so the programs that run on Node share
 * one file of them, and one of Japan's, and load each at the first question.
 */
const holidaysApart = {
  name: "holidays-apart",
  setup(build) {
    build.onResolve({ filter: /\/holidays\.(?:libraries|japan)\.ts$/ }, ({ kind, path }) =>
      kind === "entry-point"
        ? undefined
        : { path: path.endsWith("japan.ts") ? "./holidays.japan.js" : "./holidays.js", external: true },
    );
  },
};

/**
 * Programs that start at every commit begin without chevrotain, whose analysis of the grammar is committed as a table: what
 * is left of it stands in for it (`grammar/standIns`), and a file of its own has the parser that can analyse.
 */
const chevrotainApart = {
  name: "chevrotain-apart",
  setup(build) {
    const standIn = (name) => fileURLToPath(new URL(`grammar/standIns/${name}.ts`, import.meta.url));
    build.onResolve({ filter: /^chevrotain$/ }, () => ({ path: standIn("chevrotain") }));
    build.onResolve({ filter: /\/analysed\.ts$/ }, ({ kind }) =>
      kind === "require-call" ? { path: "./analysed.js", external: true } : { path: standIn("analysed") },
    );
  },
};

/** Writes out what esbuild leaves as it stands in regular expressions, so that the launcher need not decode the program. */
const inAscii = {
  name: "in-ascii",
  setup(build) {
    build.onEnd(({ outputFiles }) => {
      for (const { path, text } of outputFiles ?? []) fs.writeFileSync(path, text.replace(/[^\0-\x7f]/g, escaped));
    });
  },
};

function escaped(unit) {
  return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
}

/** Entry points that ship; an entry whose source does not exist is an error of the build. */
function shipped() {
  return [
    esbuild.build({
      ...node,
      entryPoints: { cli: "server/cli/launch.ts" },
      outdir: "dist",
      banner: { js: "#!/usr/bin/env node" },
    }),
    esbuild.build({
      ...node,
      entryPoints: { check: "server/cli/main.check.ts", program: "server/cli/main.ts" },
      outdir: "dist",
      plugins: [holidaysApart, chevrotainApart, inAscii],
      banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
      footer: { js: "})" },
      write: false,
    }),
    esbuild.build({
      ...node,
      entryPoints: {
        holidays: "server/core/time/holidays.libraries.ts",
        "holidays.japan": "server/core/time/holidays.japan.ts",
        analysed: "grammar/analysed.ts",
      },
      outdir: "dist",
    }),
    esbuild.build({
      ...node,
      entryPoints: { server: "server/lsp/main.node.ts" },
      outdir: "dist",
      plugins: [holidaysApart],
    }),
    esbuild.build({
      ...node,
      entryPoints: { extension: "client/extension.node.ts" },
      outdir: "dist",
      external: ["vscode"],
    }),
    esbuild.build({
      ...web,
      format: "cjs",
      entryPoints: { "extension.web": "client/extension.browser.ts" },
      outdir: "dist",
      external: ["vscode"],
    }),
    esbuild.build({
      ...web,
      format: "iife",
      entryPoints: { "server.web": "server/lsp/main.browser.ts" },
      outdir: "dist",
    }),
    esbuild.build({
      ...web,
      format: "iife",
      entryPoints: [
        { in: "client/simulator/page/main.ts", out: "simulator" },
        { in: "client/simulator/page/simulator.css", out: "simulator" },
        { in: "client/proof/page/main.ts", out: "proof" },
        { in: "client/proof/page/proof.css", out: "proof" },
        { in: "client/difference/page/main.ts", out: "difference" },
        { in: "client/difference/page/difference.css", out: "difference" },
      ],
      outdir: "dist",
    }),
  ];
}

/**
 * Lets the command line do on a sample what people do most, and keeps what V8 compiled meanwhile for later starts. V8 also
 * keeps which functions were called so often that it made machine code of them, and makes it again at the first call of
 * each: what more samples call often does not pay in a start.
 */
function keepCompiledCode() {
  const env = { ...process.env, TORIKIME_WRITE_CACHE: "yes" };
  for (const command of ["check", "test", "prove"]) {
    const words = ["dist/cli.js", command, "samples/product-support"];
    const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: "utf8" });
    if (status === 2) throw new Error(`the command line does not start: ${stderr}`);
  }
}

/** Each *.test.ts under test/ outside test/vscode and of what is installed there, as one graph of shared chunks, so that mocha loads the product once. */
function unitTests() {
  const entries = [];
  for (const file of fs.readdirSync("test", { recursive: true })) {
    const path = String(file).replaceAll("\\", "/");
    const isOurs = !path.startsWith("vscode/") && !path.includes("node_modules/");
    if (isOurs && path.endsWith(".test.ts")) entries.push("test/" + path);
  }
  return esbuild.build({
    ...common,
    minify: false,
    sourcemap: "inline",
    platform: "node",
    format: "esm",
    target: "node20",
    splitting: true,
    packages: "external",
    entryPoints: entries,
    outbase: "test",
    outdir: "dist-test/unit",
    outExtension: { ".js": ".mjs" },
  });
}

/** The suites that run inside VS Code: one bundle for the Node extension host, one for the Web Worker host. */
function vscodeTests() {
  const suite = { ...common, minify: false, sourcemap: "inline", format: "cjs", external: ["vscode"] };
  const assert = fileURLToPath(new URL("test/vscode/node_modules/assert/build/assert.js", import.meta.url));
  return [
    esbuild.build({
      ...suite,
      entryPoints: { host: "test/vscode/suite/main.node.ts" },
      outdir: "dist-test/vscode",
      platform: "node",
      target: "node20",
      packages: "external",
    }),
    esbuild.build({
      ...suite,
      entryPoints: { web: "test/vscode/suite/main.browser.ts" },
      outdir: "dist-test/vscode",
      platform: "browser",
      alias: { "node:assert/strict": assert },
      define: { global: "globalThis", process: '{"env":{}}' },
      logOverride: { "commonjs-variable-in-esm": "silent" }, // mocha's own bundle
    }),
  ];
}

/** The parser as programs have it that begin without chevrotain, and what they load when that does not suffice. */
function parsersApart() {
  const options = { ...node, outdir: "dist-test/standIns" };
  return [
    esbuild.build({
      ...options,
      entryPoints: { parser: "grammar/parser.ts", door: "grammar/standIns/analysed.ts" },
      plugins: [chevrotainApart],
    }),
    esbuild.build({ ...options, entryPoints: { analysed: "grammar/analysed.ts" } }),
  ];
}

const tasks = {
  "--tests": { folder: "dist-test/unit", build: () => [unitTests()] },
  "--vscode-tests": { folder: "dist-test/vscode", build: vscodeTests },
  "--stand-ins": { folder: "dist-test/standIns", build: parsersApart },
};
const { folder, build } = tasks[process.argv[2]] ?? { folder: "dist", build: shipped };
fs.rmSync(folder, { recursive: true, force: true });
await Promise.all(build());
if (folder === "dist") keepCompiledCode();
