import type { Locale } from "../../core/checks/message.ts";
import { undecidedByReason } from "../../core/features/proofWords.ts";
import type { ClaimStatus } from "../../core/prover/claims.ts";
import type { Localized } from "../../core/text/localized.ts";
import { paint, type Style } from "../colour.ts";
import { placeText } from "../places.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";
import type { Location, ReportedExample, ReportedFinding } from "./findings.ts";
import { nothingToProve, type ProofsReport, type ReportedLine } from "./proofs.ts";

interface Showing {
  readonly terminal: Terminal;
  readonly locale: Locale;
}

/** Each agreement with what is known of it, property by property, and its counter-examples; then the claims that are written. */
export function prettyProofs(report: ProofsReport, showing: Showing): string {
  const { agreements, claims, others } = report;
  const blocks = [
    ...agreements.map(({ properties, ...agreement }) => {
      const lines = properties.flatMap((property) => property.lines);
      return [heading(agreement.name, agreement, showing), ...linesOf(lines, showing)];
    }),
    ...claims.map((claim) => [
      heading(`prove ${claim.name}`, claim, showing),
      ...lineOf({ ...claim, why: undefined, kinds: [] }, showing),
    ]),
    ...others.map((property) => [paint(showing.terminal, "bold", property.name), ...linesOf(property.lines, showing)]),
  ];
  if (blocks.length === 0) return `${nothingToProve[showing.locale]}\n`;
  return `${[...blocks, [summary(report, showing)]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const marks: Readonly<Record<ClaimStatus, Localized & { readonly style: Style }>> = {
  proved: { en: "proved     ", ja: "証明済み", style: "green" },
  "counter-example": { en: "not true   ", ja: "不成立　", style: "red" },
  "not decided": { en: "not decided", ja: "判定不能", style: "yellow" },
};

const indent = { en: 2 + 11 + 2, ja: 2 + 8 + 2 } as const;

function heading(name: string, location: Location, { terminal }: Showing): string {
  return `${paint(terminal, "bold", name)}  ${paint(terminal, "dim", placeOf(location))}`;
}

function placeOf({ file, range }: Location): string {
  return placeText({ file, ...range.start });
}

/** What needs a look comes first; what was not decided for one reason is told together. */
function linesOf(lines: readonly ReportedLine[], showing: Showing): readonly string[] {
  const of = (status: ClaimStatus) => lines.filter((line) => line.status === status);
  return [
    ...of("counter-example").flatMap((line) => lineOf(line, showing)),
    ...[...undecidedByReason(of("not decided"))].flatMap(([why, own]) => [
      ...markedLines("not decided", why, showing),
      ...own.flatMap(({ text }) => listed(text, showing)),
    ]),
    ...of("proved").flatMap((line) => lineOf(line, showing)),
  ];
}

function lineOf({ status, text, kinds, findings }: ReportedLine, showing: Showing): readonly string[] {
  const { terminal, locale } = showing;
  const sized = kinds.filter(({ size }) => size !== undefined);
  const sizes = sized.map(({ kind, size }) => `${kind} ${new Intl.NumberFormat(locale).format(size ?? 0)}`);
  const detail = sizes.length > 1 ? wrapped(sizes.join(" · "), terminal.columns - indent[locale]) : [];
  return [
    ...markedLines(status, text, showing),
    ...detail.map((line) => " ".repeat(indent[locale]) + paint(terminal, "dim", line)),
    ...findings.flatMap((finding) => findingLines(finding, showing)),
  ];
}

function markedLines(status: ClaimStatus, text: string, { terminal, locale }: Showing): readonly string[] {
  const [first = "", ...rest] = wrapped(text, terminal.columns - indent[locale]);
  const mark = paint(terminal, marks[status].style, marks[status][locale]);
  return [`  ${mark}  ${first}`, ...rest.map((line) => " ".repeat(indent[locale]) + line)];
}

function listed(text: string, { terminal, locale }: Showing): readonly string[] {
  const lines = wrapped(text, terminal.columns - indent[locale] - 2);
  return lines.map((line, index) => `${" ".repeat(indent[locale])}${index === 0 ? "• " : "  "}${line}`);
}

/** A counter-example: what is wrong, where, and a line that shows it. */
function findingLines({ message, code, examples, ...location }: ReportedFinding, showing: Showing): readonly string[] {
  const { terminal, locale } = showing;
  const left = " ".repeat(indent[locale]);
  const commands = examples().map((example) => simulateCommand(location.file, example));
  return [
    ...listed(message, showing),
    `${left}  ${paint(terminal, "dim", `${code}  ${placeOf(location)}`)}`,
    ...commands.map((command) => `${left}  ${paint(terminal, "dim", command)}`),
  ];
}

/** The command that puts a request to the simulator, of the folder that a file is in. */
function simulateCommand(file: string, { request, away }: ReportedExample): string {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
  const words = Object.entries(request).map(([key, value]) => {
    return own.has(key) ? `--${key} ${quoted(value)}` : `--set ${quoted(`${key}=${value}`)}`;
  });
  const supposed = away === null ? [] : [`--away ${quoted(away)}`];
  return ["torikime simulate", ...(folder === "" ? [] : [quoted(folder)]), ...words, ...supposed].join(" ");
}

const own: ReadonlySet<string> = new Set(["kind", "at", "zone", "channel", "customer", "asker", "to"]);

function quoted(value: string): string {
  return /^[\p{L}\p{N}_=%:.+/-]+$/u.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

function summary({ agreements, claims, others }: ProofsReport, { terminal, locale }: Showing): string {
  const lines = [...agreements.flatMap(({ properties }) => properties), ...others].flatMap(
    (property) => property.lines,
  );
  const all = [...lines, ...claims];
  const count = (status: ClaimStatus) => all.filter((each) => each.status === status).length;
  const broken = all.filter(({ status }) => status === "counter-example");
  const examples = broken.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const counted = [
    ...(examples > 0 ? [paint(terminal, "red", counting("counterExamples", examples, locale))] : []),
    ...(count("not decided") > 0
      ? [paint(terminal, "yellow", counting("undecided", count("not decided"), locale))]
      : []),
    paint(terminal, "green", counting("proved", count("proved"), locale)),
  ];
  const hint = count("not decided") > 0 ? wrapped(undecidedHint[locale], terminal.columns) : [];
  return [`${counted.join(locale === "ja" ? "、" : ", ")}${locale === "ja" ? "。" : "."}`, ...hint].join("\n");
}

const counts = {
  counterExamples: { en: ["1 counter-example", "{n} counter-examples"], ja: "反例 {n} 件" },
  undecided: { en: ["1 property not decided", "{n} properties not decided"], ja: "判定不能 {n} 件" },
  proved: { en: ["1 property proved", "{n} properties proved"], ja: "証明済み {n} 件" },
} as const;

function counting(what: keyof typeof counts, count: number, locale: Locale): string {
  const { en, ja } = counts[what];
  const text = locale === "ja" ? ja : en[count === 1 ? 0 : 1];
  return text.replace("{n}", String(count));
}

const undecidedHint: Localized = {
  en: "What was not decided may be true or not. Where the text can be mended so that it is, 'torikime check' says so.",
  ja: "判定不能のものは成り立つとは限りません。書き直せば判定できる箇所があれば、torikime check が示します。",
};
