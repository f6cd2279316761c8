// The same suite in the Web Worker extension host, against the `browser` entry.
import * as fs from "node:fs";
import * as path from "node:path";
import { runInExtensionHost } from "./extension-host.mjs";
import { temporaryFolder } from "./vscode.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const folder = temporaryFolder();
fs.cpSync(path.join(import.meta.dirname, "workspace"), folder, { recursive: true });

try {
  const tests = path.join(root, "dist-test/vscode/web.js");
  process.exitCode = await runInExtensionHost({ kind: "worker", extension: root, tests, folder });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
