// Packages the built extension as dist/torikime.vsix and lists what is in it. (npm run package)
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { newerNode } from "./environment.mjs";
import { installVscodeTools } from "./install.mjs";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");

/** Where the package is written. */
export const VSIX = path.join(ROOT, "dist/torikime.vsix");

/** Writes the .vsix from what esbuild.mjs built; returns vsce's listing. */
export function packageExtension() {
  const vsce = path.join(HERE, "node_modules/@vscode/vsce/vsce");
  const options = ["package", "--no-dependencies", "--no-rewrite-relative-links", "--out", VSIX];
  return execFileSync(newerNode() ?? process.execPath, [vsce, ...options], { cwd: ROOT, encoding: "utf8" });
}

if (import.meta.filename === process.argv[1]) {
  installVscodeTools();
  console.log(packageExtension());
  console.log(`${fs.statSync(VSIX).size} bytes`);
}
