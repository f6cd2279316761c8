import type { Locale } from "../../core/checks/message.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { dayOption } from "../dayOption.ts";
import { localeSetting, modelsNamed, type Project, readAgreements } from "../project.ts";
import { type ProofsReport, proofsReport } from "../reports/proofs.ts";
import { prettyProofs } from "../reports/provePretty.ts";
import { agreementFiles } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, complainOfErrors, shownTroubles } from "../trouble.ts";

const formats = ["pretty", "json", "markdown"] as const;

/** Steps for each property of each kind of request: a hundred times what an editor takes. */
const steps = 2_000_000;

/** `torikime prove`: what is proved about each agreement; exit code 1 where something is not, or a text has errors. */
export async function proveCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", formats) ?? "pretty";
  const localeAsked = localeOption(given);
  const project = await readAgreements(given.operands, agreementFiles, terminal, dayOption(given, "today"));
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const hasErrors = complainOfErrors(modelsNamed(project), terminal, locale, (file) => file).length > 0;
  const report = proofsReport(project, steps, locale);
  terminal.write(await written(report, format, project, terminal, locale));
  if (project.troubles.length > 0) return exitCodes.unusable;
  return report.isAllProved && !hasErrors ? exitCodes.clean : exitCodes.found;
}

async function written(
  report: ProofsReport,
  format: (typeof formats)[number],
  { troubles }: Project,
  terminal: Terminal,
  locale: Locale,
): Promise<string> {
  switch (format) {
    case "pretty":
      return prettyProofs(report, { terminal, locale });
    case "json":
      return (await import("../reports/proveJson.ts")).jsonProofs(report, shownTroubles(troubles, locale));
    case "markdown":
      return (await import("../reports/proveMarkdown.ts")).markdownProofs(report, locale);
    default:
      return format satisfies never;
  }
}
