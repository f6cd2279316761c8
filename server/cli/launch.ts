/**
 * What `torikime` starts: the program with its compiled code beside it. Compiling takes longer than checking a sample, so
 * the build keeps what V8 made of it (`program.cache`); a Node of another version ignores that and compiles.
 */
import * as fs from "node:fs";
import { createRequire, wrap } from "node:module";
import * as path from "node:path";
import { Script } from "node:vm";

const program = path.join(__dirname, "program.js");
const cache = path.join(__dirname, "program.cache");

const script = new Script(wrap(fs.readFileSync(program, "utf8")), { filename: program, cachedData: readCache() });
if (process.env.TORIKIME_WRITE_CACHE) process.once("exit", () => fs.writeFileSync(cache, script.createCachedData()));
script.runInThisContext()({}, createRequire(program), { exports: {} }, program, __dirname);

function readCache(): Buffer | undefined {
  try {
    return fs.readFileSync(cache);
  } catch {
    return undefined;
  }
}
