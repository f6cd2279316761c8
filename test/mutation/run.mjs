// Changes time/ and engine/ in thousands of places, one at a time, and says which changes no test notices.
// usage: npm run test:mutation [-- --mutate server/core/time/deadline.ts]
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { printSurvivors } from "./survivors.mjs";

const here = import.meta.dirname;
const root = path.resolve(here, "../..");
const shell = process.platform === "win32";

install();
const stryker = path.join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
const config = path.join(here, "stryker.config.mjs");
// The twin's random pairs are many in the usual run; here every change is met by them again, so fewer do.
const few = { TWIN_PAIRS: "400", TWIN_CALENDARS: "12" };
const env = { MUTATION_SUITES: suitesOf(process.argv.join(" ")), ...few, ...process.env };
const report = path.join(root, "dist-test/mutation.json");
fs.rmSync(report, { force: true });
const { status } = spawnSync(process.execPath, [stryker, "run", config, ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: "inherit",
});
if (fs.existsSync(report)) printSurvivors(report);
process.exit(status ?? 1);

/** The folders of suites that say what is changed; the tests of decisions would find what is wrong with time late and slowly. */
function suitesOf(what) {
  const isTime = what.includes("core/time");
  return isTime === what.includes("core/engine") ? "time engine twin" : isTime ? "time" : "engine twin";
}

/** Stryker in a folder of its own, once per lock file: nothing else needs its two hundred packages. */
function install() {
  const lock = fs.readFileSync(path.join(here, "package-lock.json"), "utf8");
  const stamp = path.join(here, "node_modules/.installed");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock) return;
  const options = ["ci", "--ignore-scripts", "--loglevel=error"];
  const { status } = spawnSync("npm", options, { cwd: here, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
  fs.writeFileSync(stamp, lock);
}
