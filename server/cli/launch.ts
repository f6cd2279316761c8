/**
 * What `torikime` starts: the program with its compiled code beside it. Compiling takes longer than checking a sample, so
 * the build keeps what V8 made of it (`check.cache` for a check that repairs nothing, `program.cache` for all else); a Node of another version
 * ignores that and compiles. The build writes each program as one function, in ASCII alone, so that it is read as it lies
 * there, with nothing to decode.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { Script } from "node:vm";

const isPlainCheck = process.argv[2] === "check" && !process.argv.includes("--fix");
const name = isPlainCheck ? "check" : "program";
const program = path.join(__dirname, `${name}.js`);
const cache = path.join(__dirname, `${name}.cache`);

// Both are read into the same memory, for what a start is the first to touch costs it as much as what it does with it.
const memory = Buffer.allocUnsafeSlow(Math.max(sizeOf(program), sizeOf(cache)));
const source = readInto(memory, program).toString("latin1");
const cachedData = readCache();

const script = new Script(source, { filename: program, cachedData });
if (process.env.TORIKIME_WRITE_CACHE) process.once("exit", () => fs.writeFileSync(cache, script.createCachedData()));
script.runInThisContext()({}, createRequire(program), { exports: {} }, program, __dirname);

function readCache(): Buffer | undefined {
  try {
    return sizeOf(cache) > 0 ? readInto(memory, cache) : undefined;
  } catch {
    return undefined;
  }
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readInto(memory: Buffer, file: string): Buffer {
  const handle = fs.openSync(file, "r");
  let read = 0;
  // File systems may give less at once than there is.
  for (let more = -1; more !== 0 && read < memory.length; read += more)
    more = fs.readSync(handle, memory, read, memory.length - read, null);
  fs.closeSync(handle);
  return memory.subarray(0, read);
}
