/** Files of people written anew by a command that changes them. */
import * as path from "node:path";
import { type Locale, phrase } from "../core/checks/message.ts";
import { writeText } from "./files.ts";
import { reasonNotWritten } from "./reasons.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a file anew, and tells whether it was written; where not, why is said on standard error. `file` is as shown to people. */
export function isRewritten(file: string, text: string, terminal: Terminal, locale: Locale): boolean {
  const failure = writeText(path.resolve(terminal.folder, file), text);
  if (failure === undefined) return true;
  const sentence = phrase(
    "{path}: {why}, so it was left as it is. {advice}",
    "{path}: {why}ため、変更していません。{advice}",
    { path: file, ...reasonNotWritten(failure) },
  );
  terminal.complain(`${sentence[locale]}\n`);
  return false;
}
