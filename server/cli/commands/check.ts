import type { Severity } from "../../core/checks/define.ts";
import type { Locale } from "../../core/checks/message.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { dayOption } from "../dayOption.ts";
import { localeSetting, type Project, readAgreements } from "../project.ts";
import type { repairedProject } from "../repairing.ts";
import { type FindingsReport, reportOf } from "../reports/findings.ts";
import { githubFindings } from "../reports/github.ts";
import { jsonFindings } from "../reports/json.ts";
import { prettyFindings } from "../reports/pretty.ts";
import { sarifFindings } from "../reports/sarif.ts";
import { filesToCheck } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, shownTroubles } from "../trouble.ts";

const formats = ["pretty", "json", "github", "sarif"] as const;
const levels = ["error", "warning", "info"] as const;
const everySeverity = [...levels, "hint"] as const;

/** The others have no place for what was repaired, so it is told beside them. */
const tellsRepairs: ReadonlySet<string> = new Set(["pretty", "json"]);

/** Trying a repair takes as long as another check, and nobody waits for more than these. */
const mostTrials = 40;

/**
 * `torikime check`: exit code 1 where a finding is at or above the level asked for, 2 where a file cannot be read, or not be written.
 * What repairs is given only where repairs are asked for, so that a plain check need not load it.
 */
export async function checkCommand(
  given: Arguments,
  terminal: Terminal,
  repair?: typeof repairedProject,
): Promise<ExitCode> {
  const format = oneOf(given, "format", formats) ?? "pretty";
  const failOn = oneOf(given, "fail-on", levels) ?? "error";
  const localeAsked = localeOption(given);
  const today = dayOption(given, "today");
  const trials = format === "json" || given.flags.has("repairs") ? mostTrials : 0;
  const read = await readAgreements(given.operands, filesToCheck, terminal, today, trials);
  const locale = chosenLocale(localeAsked, localeSetting(read), terminal);
  complainOf(read, terminal, locale);
  const repaired = repair?.(read, terminal, locale);
  const project = repaired?.project ?? read;
  const shown = given.flags.has("hints") ? everySeverity : levels;
  const report = { ...reportOf(project, shown, locale), ...(repaired ? { repaired: repaired.made } : {}) };
  if (repaired && !tellsRepairs.has(format)) terminal.complain(`${repaired.made.sentence[locale]}\n`);
  terminal.write(written(report, format, project, terminal, locale));
  if (project.troubles.length > 0 || repaired?.isWritten === false) return exitCodes.unusable;
  return report.findings.some(({ severity }) => reaches(severity, failOn)) ? exitCodes.found : exitCodes.clean;
}

function written(
  report: FindingsReport,
  format: (typeof formats)[number],
  { troubles }: Project,
  terminal: Terminal,
  locale: Locale,
): string {
  switch (format) {
    case "pretty":
      return prettyFindings(report, terminal, locale);
    case "json":
      return jsonFindings(report, shownTroubles(troubles, locale));
    case "github":
      return githubFindings(report, shownTroubles(troubles, locale));
    case "sarif":
      return sarifFindings(report, shownTroubles(troubles, locale), locale);
  }
}

function reaches(severity: Severity, level: (typeof levels)[number]): boolean {
  const order: readonly Severity[] = levels;
  return order.includes(severity) && order.indexOf(severity) <= order.indexOf(level);
}
