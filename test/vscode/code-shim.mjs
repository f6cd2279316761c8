#!/usr/bin/env node
// Looks like the `code` command to @vscode/test-electron, and runs VS Code's server with Chromium in the place of Electron.
// usage: code-shim FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH [other options are ignored]
import { runInExtensionHost } from "./extension-host.mjs";

const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

process.exitCode = await runInExtensionHost({
  kind: "node",
  extension: option("extensionDevelopmentPath"),
  tests: option("extensionTestsPath"),
  folder: process.argv.slice(2).find((argument) => !argument.startsWith("-")),
});
