/**
 * What `torikime` starts: the program with its compiled code beside it. Compiling takes longer than checking a sample, so
 * the build keeps what V8 made of it (`check.cache` for a check, `program.cache` for all else); a Node of another version
 * ignores that and compiles. The build writes each program as one function, in ASCII alone, so that it is read as it lies
 * there, with nothing to decode or to copy.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { Script } from "node:vm";

const name = process.argv[2] === "check" ? "check" : "program";
const program = path.join(__dirname, `${name}.js`);
const cache = path.join(__dirname, `${name}.cache`);

const script = new Script(fs.readFileSync(program, "latin1"), { filename: program, cachedData: readCache() });
if (process.env.TORIKIME_WRITE_CACHE) process.once("exit", () => fs.writeFileSync(cache, script.createCachedData()));
script.runInThisContext()({}, createRequire(program), { exports: {} }, program, __dirname);

function readCache(): Buffer | undefined {
  try {
    return fs.readFileSync(cache);
  } catch {
    return undefined;
  }
}
