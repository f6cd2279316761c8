import { phrase } from "../../core/checks/message.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { readProject } from "../project.ts";
import { prettyScenarios } from "../reports/scenariosPretty.ts";
import { isBroken, scenarioRuns, totalOf } from "../scenarioRuns.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf } from "../trouble.ts";
import { UsageError } from "../usageError.ts";
import { localeSetting } from "./check.ts";

/** `torikime test`: exit code 1 where a scenario fails, 2 where one cannot be understood, a file cannot be read, or there is nothing to run. */
export async function testCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", ["pretty", "json"]) ?? "pretty";
  const localeAsked = localeOption(given);
  const project = await readProject(given.operands, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const runs = scenarioRuns(project);
  if (runs.length === 0 && project.troubles.length === 0) throw nothingToRun();
  if (format === "json") terminal.write((await import("../reports/scenariosJson.ts")).jsonScenarios(runs, locale));
  else terminal.write(prettyScenarios(runs, terminal, locale));
  if (project.troubles.length > 0 || runs.some(isBroken)) return exitCodes.unusable;
  return totalOf(runs).failed > 0 ? exitCodes.found : exitCodes.clean;
}

function nothingToRun(): UsageError {
  return new UsageError(
    phrase(
      "There are no *.scenarios.yaml files here, so nothing was tested. Name the folder that has them.",
      "ここには *.scenarios.yaml がなく、何もテストしていません。シナリオのあるフォルダーを指定してください。",
      {},
    ),
  );
}
