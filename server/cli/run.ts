import type { Arguments } from "./arguments.ts";
import { type RunCommand, runWords } from "./commandLine.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Runs one command; what it cannot understand or read is told, and gives exit code 2. */
export function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  return runWords(words, terminal, anyCommand);
}

/** Each command is loaded only when it is called, so that each starts fast. */
const anyCommand: RunCommand = async (name, given, terminal) => {
  switch (name) {
    case "check":
      return check(given, terminal);
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
};

/** What repairs is loaded where repairs are asked for. */
async function check(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { checkCommand } = await import("./commands/check.ts");
  const repair = given.flags.has("fix") ? (await import("./repairing.ts")).repairedProject : undefined;
  return checkCommand(given, terminal, repair);
}
