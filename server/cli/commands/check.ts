import type { Severity } from "../../core/checks/define.ts";
import type { Locale } from "../../core/checks/message.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { dayOption } from "../dayOption.ts";
import { localeSetting, type Project, readAgreements } from "../project.ts";
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

/** Trying a repair takes as long as another check, and nobody waits for more than these. */
const mostTrials = 40;

/** `torikime check`: exit code 1 where a finding is at or above the level asked for, 2 where a file cannot be read. */
export async function checkCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", formats) ?? "pretty";
  const failOn = oneOf(given, "fail-on", levels) ?? "error";
  const localeAsked = localeOption(given);
  const today = dayOption(given, "today");
  const trials = format === "json" || given.flags.has("repairs") ? mostTrials : 0;
  const project = await readAgreements(given.operands, filesToCheck, terminal, today, trials);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const shown = given.flags.has("hints") ? everySeverity : levels;
  const report = reportOf(project, shown, locale);
  terminal.write(written(report, format, project, terminal, locale));
  if (project.troubles.length > 0) return exitCodes.unusable;
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
