import { processTerminal } from "./processTerminal.ts";
import { run } from "./run.ts";

run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
