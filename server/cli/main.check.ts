/** `torikime check` without `--fix`, which runs at every commit and so has a program of its own, with nothing in it that it does not need. */
import { runWords } from "./commandLine.ts";
import { checkCommand } from "./commands/check.ts";
import { processTerminal } from "./processTerminal.ts";

runWords(process.argv.slice(2), processTerminal(), (_, given, terminal) => checkCommand(given, terminal)).then(
  (code) => {
    process.exitCode = code;
  },
);
