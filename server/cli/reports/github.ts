import type { Severity } from "../../core/checks/define.ts";
import type { FindingsReport } from "./findings.ts";

/** Findings as workflow commands, which GitHub shows on the changed lines of a pull request. */
export function githubFindings({ findings }: FindingsReport): string {
  const lines = findings.map(({ file, range, severity, code, name, message }) => {
    const { start, end } = range;
    // The end column is that of the last character there, and it counts only on the line that the finding begins on.
    const columns =
      start.line === end.line
        ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) }
        : { col: start.column };
    const properties = { file, line: start.line, endLine: end.line, ...columns, title: `${code} ${name}` };
    const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${levels[severity]} ${written.join(",")}::${escapeData(message)}\n`;
  });
  return lines.join("");
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
