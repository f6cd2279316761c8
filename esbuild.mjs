// Builds what ships (dist/) and, with --tests, the mocha suites (dist-test/).
import * as fs from "node:fs";
import * as esbuild from "esbuild";

const common = { bundle: true, minify: true, logLevel: "warning", legalComments: "none" };
const node = { ...common, platform: "node", format: "cjs", target: "node20" };
const web = { ...common, platform: "browser", target: "es2022" };

/** Entry points that ship; an entry whose source does not exist is an error of the build. */
function shipped() {
  return [
    esbuild.build({ ...node, entryPoints: { cli: "server/cli/main.ts" }, outdir: "dist", banner: { js: "#!/usr/bin/env node" } }),
    esbuild.build({ ...node, entryPoints: { server: "server/lsp/main.node.ts" }, outdir: "dist" }),
    esbuild.build({ ...node, entryPoints: { extension: "client/extension.node.ts" }, outdir: "dist", external: ["vscode"] }),
    esbuild.build({ ...web, format: "cjs", entryPoints: { "extension.web": "client/extension.browser.ts" }, outdir: "dist", external: ["vscode"] }),
    esbuild.build({ ...web, format: "iife", entryPoints: { "server.web": "server/lsp/main.browser.ts" }, outdir: "dist" }),
  ];
}

/** Each *.test.ts under test/ outside test/vscode, as one graph of shared chunks, so that mocha loads the product once. */
function unitTests() {
  const entries = [];
  for (const file of fs.readdirSync("test", { recursive: true })) {
    const path = String(file).replaceAll("\\", "/");
    if (path.endsWith(".test.ts") && !path.startsWith("vscode/")) entries.push("test/" + path);
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

fs.rmSync(process.argv.includes("--tests") ? "dist-test/unit" : "dist", { recursive: true, force: true });
await Promise.all(process.argv.includes("--tests") ? [unitTests()] : shipped());
