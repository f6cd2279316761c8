import { version } from "../../package.json";
import type { Locale } from "../core/checks/message.ts";
import { type Arguments, localeOption, readArguments } from "./arguments.ts";
import { helpOn } from "./help.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { UsageError } from "./usageError.ts";

/** Runs a command by its name. */
export type RunCommand = (
  name: NonNullable<Arguments["command"]>["name"],
  given: Arguments,
  terminal: Terminal,
) => Promise<ExitCode>;

/** Does what some words ask for; what it cannot understand or read is told, and gives exit code 2. */
export async function runWords(
  words: readonly string[],
  terminal: Terminal,
  runCommand: RunCommand,
): Promise<ExitCode> {
  try {
    const given = readArguments(words);
    const locale = chosenLocale(localeOption(given), undefined, terminal);
    if (given.flags.has("version")) terminal.write(`${version}\n`);
    else if (given.command && !given.flags.has("help")) return await runCommand(given.command.name, given, terminal);
    else terminal.write(helpOn(given.command, locale, terminal.columns));
    return given.command || given.flags.size > 0 ? exitCodes.clean : exitCodes.unusable;
  } catch (error) {
    if (error instanceof UsageError)
      terminal.complain(`torikime: ${error.localized[languageIn(words) ?? terminal.locale]}\n`);
    else terminal.complain(`torikime: this is a fault of the program, please report it.\n${stackOf(error)}\n`);
    return exitCodes.unusable;
  }
}

/** The language that the words ask for, also where the rest of them cannot be understood. */
function languageIn(words: readonly string[]): Locale | undefined {
  const after = words.indexOf("--locale") + 1;
  const written = [after > 0 ? words[after] : undefined, ...words.map((word) => /^--locale=(.*)$/.exec(word)?.[1])];
  const [asked] = written.flatMap((word) => word ?? []);
  return asked === "en" || asked === "ja" ? asked : undefined;
}

function stackOf(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
