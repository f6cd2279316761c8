import type { Fix, Invocation, Location, Log, Message, Result } from "sarif";
import { version } from "../../../package.json";
import { allChecks } from "../../core/checks/all.ts";
import { summaryOf } from "../../core/checks/catalogue.ts";
import type { Severity } from "../../core/checks/define.ts";
import { markdownOf, plainTextOf, withoutMarkup } from "../../core/checks/docs.ts";
import type { Locale } from "../../core/checks/message.ts";
import type { ShownTrouble } from "../trouble.ts";
import type { FindingsReport, ReportedEdit, ReportedFinding, ReportedFix, Location as Shown } from "./findings.ts";

/** Findings as SARIF 2.1.0, which code scanning services read; files that could not be read are notifications of a run that failed. */
export function sarifFindings({ findings }: FindingsReport, troubles: readonly ShownTrouble[], locale: Locale): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "torikime", version, rules: rulesOf(findings, locale) } },
        language: languages[locale],
        columnKind: "utf16CodeUnits",
        invocations: [invocationOf(troubles)],
        results: findings.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function invocationOf(troubles: readonly ShownTrouble[]): Invocation {
  if (troubles.length === 0) return { executionSuccessful: true };
  const toolExecutionNotifications = troubles.map(({ file, message }) => ({
    level: "error" as const,
    message: messageOf(message),
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  }));
  return { executionSuccessful: false, toolExecutionNotifications };
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

const languages: Readonly<Record<Locale, string>> = { en: "en-US", ja: "ja" };

function rulesOf(findings: readonly ReportedFinding[], locale: Locale) {
  const found = new Set(findings.map(({ code }) => code));
  return allChecks
    .filter(({ code }) => found.has(code))
    .map((check) => {
      const { code, name } = check;
      const docs = check.docs();
      return {
        id: code,
        name,
        shortDescription: { text: withoutMarkup(summaryOf(check, locale), locale) },
        help: { text: plainTextOf(docs, locale), markdown: markdownOf(docs, locale) },
      };
    });
}

function resultOf({ code, severity, message, fixes, related, ...place }: ReportedFinding): Result {
  return {
    ruleId: code,
    level: levels[severity],
    message: messageOf(message),
    locations: [locationOf(place)],
    ...(related.length > 0
      ? { relatedLocations: related.map((one) => ({ ...locationOf(one), message: messageOf(one.note) })) }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map(fixOf) } : {}),
  };
}

/** Braces would hold arguments, so those of the text are doubled (SARIF 2.1.0, 3.11.5). */
function messageOf(text: string): Message {
  return { text: text.replace(/[{}]/g, "$&$&") };
}

function locationOf({ file, range }: Shown): Location {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf({ file, range }) } };
}

function fixOf({ title, edits: editsOf }: ReportedFix): Fix {
  const edits = editsOf();
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: messageOf(title),
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits.filter((edit) => edit.file === file).map(replacementOf),
    })),
  };
}

function replacementOf(edit: ReportedEdit) {
  return { deletedRegion: regionOf(edit), insertedContent: { text: edit.newText } };
}

function regionOf({ range: { start, end } }: Shown) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function uriOf(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}
