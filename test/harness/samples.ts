import * as fs from "node:fs";
import * as path from "node:path";

const folder = path.resolve("samples");

const faulty = /^(?:first-draft|faults)\b/;

/** The paths of all finished sample agreements, relative to samples/, sorted; others have mistakes on purpose. */
export function samplePaths(): string[] {
  const found = fs.readdirSync(folder, { recursive: true }).map(String);
  return found.filter((file) => file.endsWith(".sla") && !faulty.test(file)).sort();
}

/** The texts of all sample agreements, in the order of their paths. */
export function sampleTexts(): string[] {
  return samplePaths().map(textOf);
}

/** The texts of one sample, such as "handover", in the order of their paths. */
export function sampleNamed(name: string): string[] {
  return samplePaths()
    .filter((file) => file.startsWith(`${name}${path.sep}`))
    .map(textOf);
}

function textOf(file: string): string {
  return fs.readFileSync(path.join(folder, file), "utf8");
}
