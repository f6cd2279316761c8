import { version } from "../../package.json";
import type { Locale } from "../core/checks/message.ts";
import { type Arguments, localeOption, readArguments } from "./arguments.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { UsageError } from "./usageError.ts";

/** Runs one command; what it cannot understand or read is told, and gives exit code 2. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const given = readArguments(words);
    const locale = chosenLocale(localeOption(given), undefined, terminal);
    if (given.flags.has("version")) terminal.write(`${version}\n`);
    else if (given.command && !given.flags.has("help")) return await runCommand(given.command.name, given, terminal);
    else terminal.write((await import("./help.ts")).helpOn(given.command, locale, terminal.columns));
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

/** Each command is loaded only when it is called, so that a check starts fast. */
async function runCommand(
  name: NonNullable<Arguments["command"]>["name"],
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  switch (name) {
    case "check":
      return (await import("./commands/check.ts")).checkCommand(given, terminal);
    case "simulate":
      return (await import("./commands/simulate.ts")).simulateCommand(given, terminal);
    case "test":
      return (await import("./commands/test.ts")).testCommand(given, terminal);
    case "fmt":
      return (await import("./commands/fmt.ts")).fmtCommand(given, terminal);
    case "who":
      return (await import("./commands/who.ts")).whoCommand(given, terminal);
    case "agenda":
      return (await import("./commands/agenda.ts")).agendaCommand(given, terminal);
    case "prove":
      return (await import("./commands/prove.ts")).proveCommand(given, terminal);
    case "diff":
      return (await import("./commands/diff.ts")).diffCommand(given, terminal);
    case "explain":
      return (await import("./commands/explain.ts")).explainCommand(given, terminal);
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
