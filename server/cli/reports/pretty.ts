import type { Severity } from "../../core/checks/define.ts";
import { type Locale, labelled, phrase } from "../../core/checks/message.ts";
import { displayWidth } from "../../core/format/width.ts";
import type { Localized } from "../../core/text/localized.ts";
import { paint } from "../colour.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";
import type { FindingsReport, ReportedFinding } from "./findings.ts";
import { codeFrame } from "./frame.ts";
import { severityStyles, severityWords } from "./severities.ts";

/** Findings for a person: where, the code frame, what is wrong with what to do, the repairs; then how many there are. */
export function prettyFindings(report: FindingsReport, terminal: Terminal, locale: Locale): string {
  const blocks = report.findings.map((finding) => block(finding, report, terminal, locale));
  const notes = untriedNote(report, locale).flatMap((note) => wrapped(note, terminal.columns));
  const repaired = report.repaired ? wrapped(report.repaired.sentence[locale], terminal.columns) : [];
  return [...blocks, ...repaired, summary(report, terminal, locale), ...notes].join("\n") + "\n";
}

/** That repairs were left untried, and how to have them tried. */
function untriedNote({ findings }: FindingsReport, locale: Locale): readonly string[] {
  const count = findings.filter(({ untried }) => untried).length;
  if (count === 0) return [];
  const note = phrase(
    "For {findings} not every repair was tried: each is tried by checking the whole model again. Mend what has a repair, or name fewer files, to have the others tried.",
    "{findings} は、直し方をすべては試していません（一つ試すごとにモデル全体を検査し直すため）。直し方のあるものを直すか、ファイルを絞って指定すると、残りも試します。",
    { findings: locale === "ja" ? `${count} 件` : `${count} ${count === 1 ? "finding" : "findings"}` },
  );
  return [note[locale]];
}

function block(finding: ReportedFinding, report: FindingsReport, terminal: Terminal, locale: Locale): string {
  const { file, range, code, name, severity, message, fixes, related } = finding;
  const style = severityStyles[severity];
  const place = `${file}:${range.start.line}:${range.start.column}`;
  const heading = `${paint(terminal, style, severityWords[severity][locale])} ${paint(terminal, "bold", code)} ${paint(terminal, "dim", name)}  ${paint(terminal, "underline", place)}`;
  const notes = [
    ...related.map((other) => `${other.file}:${other.range.start.line}:${other.range.start.column}  ${other.note}`),
    ...fixes.map(({ title }) => labelled(locale === "ja" ? "直し方" : "fix", title, locale)),
  ];
  return [
    heading,
    ...frame(finding, report, terminal),
    ...wrapped(message, terminal.columns - indent.length).map((line) => indent + line),
    ...notes.flatMap((note) =>
      wrapped(note, terminal.columns - indent.length).map((line) => indent + paint(terminal, "dim", line)),
    ),
    "",
  ].join("\n");
}

const indent = "  ";

/** The line that the finding is on, with marks under what is meant. */
function frame({ file, range, severity }: ReportedFinding, { texts }: FindingsReport, terminal: Terminal) {
  const lines = texts.get(file);
  if (!lines) return [];
  const offset = ({ line, column }: { readonly line: number; readonly column: number }) =>
    (lines.starts[line - 1] ?? 0) + column - 1;
  const span = { start: offset(range.start), end: offset(range.end) };
  return codeFrame(lines, [span], severityStyles[severity], terminal);
}

/** On one line, or where that is too wide what was found on one and what was read on others. */
function summary(report: FindingsReport, terminal: Terminal, locale: Locale): string {
  const read = readText(report, locale);
  const [plain, painted] = [{ colours: false }, terminal].map((screen) => foundText(report, screen, locale));
  if (plain === undefined || painted === undefined) return read;
  const between = locale === "ja" ? "" : " ";
  if (displayWidth(plain + between + read) <= terminal.columns) return painted + between + read;
  return [painted, ...wrapped(read, terminal.columns)].join("\n");
}

function readText({ counts, others }: FindingsReport, locale: Locale): string {
  const holding = phrase(
    "{files} files read: {agreements} agreements, {clauses} clauses.",
    "{files} ファイル、取り決め {agreements} 件、条項 {clauses} 件を読みました。",
    { files: String(counts.files), agreements: String(counts.agreements), clauses: String(counts.clauses) },
  )[locale].replace(/\b1 (file|agreement|clause)s/g, "1 $1");
  return others === 0 ? holding : `${holding}${besideText(others)[locale]}`;
}

function foundText(report: FindingsReport, screen: Pick<Terminal, "colours">, locale: Locale): string {
  const { findings, unshown } = report;
  if (findings.length === 0) return paint(screen, "green", nothingText(unshown, locale));
  const counted = (["error", "warning", "info", "hint"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [paint(screen, severityStyles[severity], counting(count, severity, locale))] : [];
  });
  const shown = `${counted.join(locale === "ja" ? "、" : ", ")}${locale === "ja" ? "。" : "."}`;
  return unshown === 0 ? shown : shown + unshownText(unshown)[locale];
}

/** Hints alone are no reason to look, but whoever is told that there is nothing should not find one in the editor. */
function nothingText(unshown: number, locale: Locale): string {
  const hints = counting(unshown, "hint", locale);
  if (locale === "ja")
    return unshown === 0 ? "問題はありません。" : `${hints}のほかに問題はありません（--hints で表示）。`;
  if (unshown === 0) return "Nothing found.";
  return `Nothing found but ${hints}; '--hints' shows ${unshown === 1 ? "it" : "them"}.`;
}

function unshownText(unshown: number): Localized {
  const hints = (locale: Locale) => counting(unshown, "hint", locale);
  return {
    en: ` ${hints("en")} ${unshown === 1 ? "is" : "are"} left out; '--hints' shows ${unshown === 1 ? "it" : "them"}.`,
    ja: `${hints("ja")}は省略しました（--hints で表示）。`,
  };
}

/** Where only some files of a model were named, the others still decide what is found in them. */
function besideText(others: number): Localized {
  return {
    en: ` ${others} more ${others === 1 ? "file of the model was" : "files of the model were"} read, and not reported on.`,
    ja: `同じモデルの他の ${others} ファイルも読みましたが、報告には含みません。`,
  };
}

function counting(count: number, severity: Severity, locale: Locale): string {
  if (locale === "ja") return `${severityWords[severity].ja} ${count} 件`;
  const plural = count === 1 || severity === "info" ? "" : "s";
  return `${count} ${severity}${plural}`;
}
