import type { Severity } from "../../core/checks/define.ts";
import type { ShownTrouble } from "../trouble.ts";
import type { FindingsReport } from "./findings.ts";

/** Findings as workflow commands, which GitHub shows on the changed lines of a pull request; files that could not be read are errors. */
export function githubFindings({ findings }: FindingsReport, troubles: readonly ShownTrouble[]): string {
  const unread = troubles.map(({ file, trouble, message }) => commandFor("error", { file, title: trouble }, message));
  const lines = findings.map(({ file, range, severity, code, name, message }) => {
    const { start, end } = range;
    // The end column is that of the last character there, and it counts only on the line that the finding begins on.
    const columns =
      start.line === end.line
        ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) }
        : { col: start.column };
    const properties = { file, line: start.line, endLine: end.line, ...columns, title: `${code} ${name}` };
    return commandFor(levels[severity], properties, message);
  });
  return [...unread, ...lines].join("");
}

function commandFor(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(",")}::${escapeData(message)}\n`;
}

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
