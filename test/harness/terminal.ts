import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { run } from "../../server/cli/run.ts";
import type { Terminal } from "../../server/cli/terminal.ts";

/** What a run of the command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** How a stand-in terminal differs from a plain one in English, a hundred columns wide, on Monday 2026-08-24. */
export interface Differing {
  readonly input?: string;
  readonly locale?: Terminal["locale"];
  readonly colours?: boolean;
  readonly unattended?: boolean;
  readonly columns?: number;
}

/** Runs `torikime` with these words in a folder, in this process. */
export async function torikime(folder: string, words: readonly string[], differing: Differing = {}): Promise<Ran> {
  let out = "";
  let errors = "";
  const terminal: Terminal = {
    folder,
    now: Date.UTC(2026, 7, 24, 3),
    locale: differing.locale ?? "en",
    colours: differing.colours ?? false,
    columns: differing.columns ?? 100,
    unattended: differing.unattended ?? false,
    expect: () => {},
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      errors += text;
    },
    readStandardInput: async () => new TextEncoder().encode(differing.input ?? ""),
  };
  const code = await run(words, terminal);
  return { code, out, errors };
}

/** A new folder with these files, removed after the test that made it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "torikime-test-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [];

after(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});
