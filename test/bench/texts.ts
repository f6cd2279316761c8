import * as fs from "node:fs";
import { generate } from "./generate.ts";

const folder = "dist-test/bench-texts";
const texts = { "12,600 lines": () => generate(), "126,000 lines": () => generate({ lines: 126_000 }) };

/**
 * Writes the texts that are read by `textOf`. Another process does it, before: one that had made them would begin to read with a heap
 * that V8 has looked through already and keeps narrow, and a server that opens a file has none such.
 */
export async function run(): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(texts)) fs.writeFileSync(fileOf(name), make());
}

/** One of the texts. */
export function textOf(name: keyof typeof texts): string {
  return fs.readFileSync(fileOf(name), "utf8");
}

function fileOf(name: string): string {
  return `${folder}/${name}.sla`;
}
