import { optimiseSeldomFor } from "./compiling.ts";
import { complaint } from "./complaint.ts";
import { largestFile } from "./files.ts";
import { harmless } from "./harmless.ts";
import { standardOutput } from "./standardOutput.ts";
import type { Terminal } from "./terminal.ts";

/** The terminal of this process. Colours: only on a screen, and as NO_COLOR and FORCE_COLOR say. */
export function processTerminal(): Terminal {
  const { env } = process;
  const output = standardOutput();
  return {
    folder: process.cwd(),
    now: Date.now(),
    locale: /^ja/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ja" : "en",
    colours: coloursWanted(env, output.isTerminal),
    columns: output.columns ?? columnsIn(env) ?? 100,
    unattended: isSet(env.CI),
    expect: optimiseSeldomFor,
    // Agreements and requests come from others: nothing in them may command the screen.
    write: (text) => output.write(harmless(text)),
    complain: (text) => process.stderr.write(harmless(complaint(text, process.stderr.columns ?? columnsIn(env)))),
    readStandardInput,
  };
}

function coloursWanted(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}

/** What `COLUMNS` says where no screen does, as for `COLUMNS=80 torikime check > report.txt`. */
function columnsIn({ COLUMNS }: NodeJS.ProcessEnv): number | undefined {
  const columns = /^\d{1,4}$/.test(COLUMNS ?? "") ? Number(COLUMNS) : 0;
  return columns > 0 ? columns : undefined;
}

/** Pipelines set `CI` to `true`, `1` or their name; people turn it off with `false`, `0` or nothing. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|false|no)$/i.test(value);
}

/** What has no end is not waited for: of more than a file may have, the rest is left unread, and the reader says that it is too much. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestFile) break;
  }
  return Buffer.concat(chunks);
}
