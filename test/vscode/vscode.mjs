// A real VS Code without a desktop: its server and web workbench (npm package code-server) and a Chromium to show it in.
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { chromium } from "playwright-core";
import { findChromium, newerNode } from "./environment.mjs";

const SERVER_ROOT = path.join(import.meta.dirname, "server/node_modules/code-server/lib/vscode");
const SERVER_MAIN = path.join(SERVER_ROOT, "out/server-main.js");

/** Built-in extensions to load: a theme and the file icons are what all tests need. */
const BUILTINS = ["theme-defaults", "theme-seti"];

/** Those that make VS Code's Git extension, for tests that need a repository. */
export const GIT_BUILTINS = ["git-base", "git"];

const SETTINGS = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,
  "files.autoSave": "off",
  "editor.accessibilitySupport": "off",
};

/** A fresh folder under the system's temporary one, which the server removes when it stops. */
export function temporaryFolder() {
  return fs.mkdtempSync(path.join(os.tmpdir(), "torikime-vscode-"));
}

/** Starts VS Code's server on a free port of 127.0.0.1, with some more built-in extensions perhaps; `stop()` ends it with all it started and removes `dataDir`. */
export async function startServer({ dataDir = temporaryFolder(), settings = {}, log = "info", builtins = [] } = {}) {
  prepareDataDir(dataDir, settings, [...BUILTINS, ...builtins]);
  const child = spawn(newerNode(), serverOptions(dataDir, log), {
    env: serverEnvironment({ XDG_RUNTIME_DIR: path.join(dataDir, "run") }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a process group of its own: server, extension host and language server end together
  });
  const release = endWithThisProcess(child, dataDir);
  const { port, output } = await listening(child);
  const authority = `127.0.0.1:${port}`;
  return {
    dataDir,
    output,
    /** The URI under which the workbench knows a file of this machine. */
    remoteUri: (file) => `vscode-remote://${authority}${path.resolve(file)}`,
    /** The address that opens `folder` in the workbench. */
    url({ folder, payload = [] }) {
      const query = new URLSearchParams({ folder: path.resolve(folder) });
      query.set("payload", JSON.stringify([["skipWelcome", "true"], ["skipReleaseNotes", "true"], ...payload]));
      return `http://${authority}/?${query}`;
    },
    async stop() {
      await endGroup(child);
      release();
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function prepareDataDir(dataDir, settings, builtins) {
  const builtin = path.join(dataDir, "builtin");
  const user = path.join(dataDir, "data/User");
  for (const folder of [builtin, user]) fs.mkdirSync(folder, { recursive: true });
  fs.mkdirSync(path.join(dataDir, "run"), { mode: 0o700 }); // the server's sockets, which would stay in /tmp
  for (const name of builtins) fs.symlinkSync(path.join(SERVER_ROOT, "extensions", name), path.join(builtin, name));
  if (builtins.includes("git")) copyGit(path.join(builtin, "git"));
  fs.writeFileSync(path.join(user, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
}

/** The Git extension asks for a native module, which is looked for where it really stands. */
function copyGit(folder) {
  fs.rmSync(folder);
  fs.cpSync(path.join(SERVER_ROOT, "extensions/git"), folder, { recursive: true });
  const stub = path.join(import.meta.dirname, "server/stubs/fs-copyfile");
  fs.cpSync(stub, path.join(folder, "node_modules/@vscode/fs-copyfile"), { recursive: true });
}

function serverOptions(dataDir, log) {
  return [
    SERVER_MAIN,
    ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
    ...["--server-data-dir", dataDir, "--builtin-extensions-dir", path.join(dataDir, "builtin")],
    ...["--telemetry-level", "off", "--disable-workspace-trust", "--disable-experiments"],
    ...["--disable-update-check", "--disable-getting-started-override"],
    "--enable-smoke-test-driver", // else the workbench of a built product ignores extensionTestsPath
    ...["--log", log], // below "info", what the tests print is lost
  ];
}

function serverEnvironment(extra) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_)/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: "{}", ...extra };
}

/** Ends the server's group also when this process is told to end; the returned function takes that back. */
function endWithThisProcess(child, dataDir) {
  const onExit = () => {
    killGroup(child, "SIGKILL");
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  const onSignal = () => process.exit(143); // so that "exit" is emitted
  const signals = ["SIGTERM", "SIGHUP", "SIGINT"];
  process.once("exit", onExit);
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    process.off("exit", onExit);
    for (const signal of signals) process.off(signal, onSignal);
  };
}

function listening(child) {
  let text = "";
  const output = () => text;
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      text += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port) resolve({ port, output });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`VS Code's server ended with ${code}\n${text.slice(-4000)}`)));
    child.once("error", reject);
  });
}

async function endGroup(child) {
  child.removeAllListeners("exit");
  const gone = new Promise((resolve) => child.once("exit", resolve));
  killGroup(child, "SIGTERM");
  const patience = setTimeout(() => killGroup(child, "SIGKILL"), 5000);
  await gone;
  clearTimeout(patience);
  killGroup(child, "SIGKILL"); // an extension host that lingers would keep our pipes open
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // the group is gone already
  }
}

/** Installs a .vsix into a data folder, as a person would. */
export function installVsix(dataDir, vsix) {
  const options = ["--install-extension", vsix, "--server-data-dir", dataDir, "--accept-server-license-terms"];
  const result = spawnSync(newerNode(), [SERVER_MAIN, ...options, "--telemetry-level", "off"], {
    env: serverEnvironment({}),
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`installing ${vsix} failed: ${result.stdout}${result.stderr}`);
}

/** Starts the installed Chromium, cut off from every host but this one. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    // the process that started us decides when to end, see endWithThisProcess
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--disable-features=LocalNetworkAccessChecks", // else an edited page may not open a WebSocket to this machine
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost",
    ],
  });
}

/** A page with a context of its own (storage, colours), 1280 by 800 unless told. */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  return context.newPage();
}
