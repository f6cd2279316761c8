// The suite in the Node extension host, against the `main` entry. TORIKIME_VSCODE=desktop: in a downloaded desktop VS Code.
import * as fs from "node:fs";
import * as path from "node:path";
import { runTests } from "@vscode/test-electron";
import { temporaryFolder } from "./vscode.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const desktop = process.env.TORIKIME_VSCODE === "desktop";
const folder = temporaryFolder();
fs.cpSync(path.join(import.meta.dirname, "workspace"), folder, { recursive: true }); // the tests edit it

try {
  await runTests({
    ...(desktop ? { version: "stable" } : { vscodeExecutablePath: path.join(import.meta.dirname, "code-shim.mjs") }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, "dist-test/vscode/host.js"),
    launchArgs: [folder, "--disable-extensions"],
  });
} catch (problem) {
  console.error(String(problem));
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
