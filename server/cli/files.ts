/** Files and folders: the only place that reads and writes those of people; all trouble with them is a value. */
import * as fs from "node:fs";
import * as path from "node:path";

/** Files above this many bytes are refused: nobody writes agreements of that size by hand, and reading them takes long. */
export const largestFile = 20_000_000;

/** A file's text without its BOM, or why there is none. */
export type FileText =
  | { readonly text: string }
  | { readonly trouble: "unreadable" | "not UTF-8" | "too large"; readonly detail: string };

/** Reads a file as UTF-8; every failure is told, none is thrown. A pipe is not waited for: perhaps nobody ever writes to it. */
export function readText(file: string): FileText {
  return readAs(file, () => ({ trouble: "unreadable", detail: notAFile }));
}

/** Reads what somebody named to be read, which may be a pipe, as of a shell's `<(…)`; every failure is told, none is thrown. */
export function readInput(file: string): FileText {
  return readAs(file, readPipe);
}

/** The detail of the trouble with a pipe or a device, where the system has no code of its own. */
export const notAFile = "no file";

function readAs(file: string, readOther: (file: string) => FileText): FileText {
  try {
    const stats = fs.statSync(file);
    if (stats.size > largestFile) return tooLarge(stats.size);
    return stats.isFile() || stats.isDirectory() ? decode(fs.readFileSync(file)) : readOther(file);
  } catch (error) {
    return { trouble: "unreadable", detail: reasonOf(error) };
  }
}

/** A device may have no end, so no more is read than a file may have. */
function readPipe(file: string): FileText {
  const chunks: Buffer[] = [];
  let size = 0;
  const pipe = fs.openSync(file, "r");
  try {
    for (let read = -1; read !== 0 && size <= largestFile; size += read) {
      const chunk = Buffer.alloc(65_536);
      read = fs.readSync(pipe, chunk);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    fs.closeSync(pipe);
  }
  return size > largestFile ? tooLarge(size) : decode(Buffer.concat(chunks));
}

function tooLarge(size: number): FileText {
  return { trouble: "too large", detail: `${size} bytes` };
}

/** Decodes bytes as UTF-8; bytes that are not UTF-8 are told with the offset of the first wrong one. */
export function decode(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { trouble: "not UTF-8", detail: `byte ${firstWrongByte(bytes)}` };
  }
}

/** Writes a file's text anew, keeping the BOM that it had; gives the system's code where that fails. */
export function writeText(file: string, text: string): string | undefined {
  return failureOf(() => {
    const hadBom = fs.readFileSync(file).subarray(0, 3).equals(byteOrderMark);
    fs.writeFileSync(file, (hadBom ? "\ufeff" : "") + text);
  });
}

/** Writes a report of this program's own; gives the system's code where that fails. */
export function writeReport(file: string, text: string): string | undefined {
  return failureOf(() => fs.writeFileSync(file, text));
}

/** What a path is; a link is what it leads to. What one is not allowed to look at is a file, whose reading says so. */
export function kindOfPath(file: string): "file" | "folder" | "missing" {
  try {
    const stats = fs.statSync(file);
    return stats.isDirectory() ? "folder" : "file";
  } catch (error) {
    return missing.has(reasonOf(error)) ? "missing" : "file";
  }
}

/**
 * Every file below a folder whose name is accepted, absolute and in order, and every folder that cannot be looked into, whose reading
 * says why; hidden folders and node_modules are passed over.
 */
export function filesBelow(folder: string, accepts: (name: string) => boolean): readonly string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    const entries = entriesOf(at);
    if (!entries) found.push(at);
    for (const entry of entries ?? []) {
      const full = path.join(at, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") visit(full);
      else if (!entry.isDirectory() && accepts(entry.name)) found.push(full);
    }
  };
  visit(folder);
  return found;
}

/** The nearest folder at or above this one that has a file of this name. */
export function folderWith(name: string, folder: string): string | undefined {
  if (fs.existsSync(path.join(folder, name))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : folderWith(name, parent);
}

function entriesOf(folder: string): fs.Dirent[] | undefined {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}

const missing: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR"]);

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function failureOf(write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** Halves the stretch in which decoding fails until one byte is left. */
function firstWrongByte(bytes: Uint8Array): number {
  const decoder = () => new TextDecoder("utf-8", { fatal: true });
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    try {
      decoder().decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
