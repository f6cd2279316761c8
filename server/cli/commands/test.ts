import * as path from "node:path";
import { phrase } from "../../core/checks/message.ts";
import { percentReached } from "../../core/scenarios/coverage.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { writeReport } from "../files.ts";
import { localeSetting, readProject } from "../project.ts";
import { reasonNotWritten } from "../reasons.ts";
import { prettyCoverage } from "../reports/coveragePretty.ts";
import { type Page, word } from "../reports/scenarioPage.ts";
import { prettyScenarios } from "../reports/scenariosPretty.ts";
import {
  coverageIn,
  isBroken,
  type ModelCoverage,
  type ScenarioFileRun,
  scenarioRuns,
  totalOf,
} from "../scenarioRuns.ts";
import { scenarioFiles } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, complainOfErrors } from "../trouble.ts";
import { UsageError } from "../usageError.ts";
import { wrapped } from "../wrapped.ts";

/**
 * `torikime test`: exit code 1 where a scenario fails, too little is covered, or a focus is left where none may be; 2 where
 * a scenario cannot be understood, a file cannot be read, or there is nothing to run.
 */
export async function testCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", ["pretty", "json"]) ?? "pretty";
  const localeAsked = localeOption(given);
  const threshold = thresholdOption(given);
  const project = await readProject(given.operands, scenarioFiles, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const isStrict = given.flags.has("no-focus") || terminal.unattended;
  const runs = scenarioRuns(project, isStrict ? "all" : undefined);
  complainOfErrors([...new Set(runs.map(({ snapshot }) => snapshot))], terminal, locale, (file) => file);
  const coverage = wantsCoverage(given) ? coverageIn(runs) : undefined;
  if (format === "json") {
    const { jsonScenarios } = await import("../reports/scenariosJson.ts");
    terminal.write(jsonScenarios(runs, coverage, project.troubles, locale));
  } else writePretty(runs, coverage, { terminal, threshold, page: { screen: terminal, locale }, isStrict });
  await writeLcov(given, coverage, terminal);
  if (project.troubles.length > 0 || runs.some(isBroken)) return exitCodes.unusable;
  const isFocusLeft = isStrict && runs.some(hasFocus);
  return totalOf(runs).failed > 0 || isFocusLeft || isBelow(coverage, threshold) ? exitCodes.found : exitCodes.clean;
}

interface Writing {
  readonly terminal: Terminal;
  readonly threshold: number | undefined;
  readonly page: Page;
  readonly isStrict: boolean;
}

function writePretty(
  runs: readonly ScenarioFileRun[],
  coverage: readonly ModelCoverage[] | undefined,
  { terminal, threshold, page, isStrict }: Writing,
): void {
  terminal.write(prettyScenarios(runs, page));
  if (isStrict && runs.some(hasFocus))
    terminal.write(`${wrapped(word(page, "focus", {}), terminal.columns).join("\n")}\n`);
  if (coverage) terminal.write(prettyCoverage(coverage, threshold, page));
}

function hasFocus({ warnings }: ScenarioFileRun): boolean {
  return warnings.length > 0;
}

function wantsCoverage({ flags, options }: Arguments): boolean {
  return flags.has("coverage") || options.has("coverage-lcov") || options.has("coverage-threshold");
}

function isBelow(coverage: readonly ModelCoverage[] | undefined, threshold: number | undefined): boolean {
  return (
    coverage !== undefined &&
    threshold !== undefined &&
    percentReached(coverage.flatMap(({ things }) => things)) < threshold
  );
}

async function writeLcov(
  { options }: Arguments,
  coverage: readonly ModelCoverage[] | undefined,
  { folder }: Terminal,
): Promise<void> {
  const file = options.get("coverage-lcov");
  if (file === undefined || !coverage) return;
  const { lcovOf } = await import("../reports/lcov.ts");
  const detail = writeReport(path.resolve(folder, file), lcovOf(coverage));
  if (detail === undefined) return;
  throw new UsageError(
    phrase(
      "{path}: {why}, so the coverage of --coverage-lcov was not written. {advice}",
      "{path}: {why}ため、--coverage-lcov の結果を書き込めませんでした。{advice}",
      { path: file, ...reasonNotWritten(detail) },
    ),
  );
}

function thresholdOption({ options }: Arguments): number | undefined {
  const given = options.get("coverage-threshold");
  if (given === undefined) return undefined;
  const digits = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(given)?.[1];
  if (digits !== undefined && Number(digits) <= 100) return Number(digits);
  throw new UsageError(
    phrase(
      "--coverage-threshold needs a percentage from 0 to 100, not '{given}'.",
      "--coverage-threshold には 0 から 100 までの百分率が要ります。「{given}」は使えません。",
      { given },
    ),
  );
}
