// Installs the tools of the VS Code suites and the VS Code server, each once per lock file (30 s, 560 MB), without install scripts.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const HERE = import.meta.dirname;

/** Installs what is not installed yet; says so, since it takes a while. */
export function installVscodeTools() {
  installFolder(HERE, () => {});
  installFolder(path.join(HERE, "server"), linkServerModules);
}

function installFolder(folder, finish) {
  const lock = fs.readFileSync(path.join(folder, "package-lock.json"), "utf8");
  const stamp = path.join(folder, "node_modules/.installed");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock) return;
  console.log(`installing ${path.relative(process.cwd(), folder)} (once)`);
  const options = ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
  execFileSync("npm", options, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  finish(folder);
  fs.writeFileSync(stamp, lock);
}

/** VS Code's server looks for its modules in its own folder, and serves some of them to the browser from there. */
function linkServerModules(folder) {
  const link = path.join(folder, "node_modules/code-server/lib/vscode/node_modules");
  fs.rmSync(link, { recursive: true, force: true });
  fs.symlinkSync("../../..", link, "junction");
}

if (import.meta.filename === process.argv[1]) installVscodeTools();
