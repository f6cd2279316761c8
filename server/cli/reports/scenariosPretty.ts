import { type Filled, fillHoles, type Locale } from "../../core/checks/message.ts";
import { answerOf } from "../../core/features/answer.ts";
import { decidingReasons } from "../../core/features/answerWhy.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Problem } from "../../core/scenarios/problem.ts";
import type { Failure, ScenarioResult } from "../../core/scenarios/run.ts";
import { paint, type Style } from "../colour.ts";
import { placeIn, placeText, shownPlace } from "../places.ts";
import { type Counts, isBroken, type ScenarioFileRun, totalOf } from "../scenarioRuns.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";

type Screen = Pick<Terminal, "colours" | "columns">;

/** What became of the scenarios, for a person: a line for each file, then all that needs a look, then the sum. */
export function prettyScenarios(runs: readonly ScenarioFileRun[], screen: Screen, locale: Locale): string {
  const page: Page = { screen, locale, width: Math.max(...runs.map(({ path }) => displayWidth(path)), 0) };
  const lines = [...runs.flatMap((run) => fileLines(run, page)), "", summary(runs, page)];
  // Every block ends with an empty line; between blocks one is enough.
  return lines
    .filter((line, index) => line !== "" || lines[index - 1] !== "")
    .map((line) => `${line}\n`)
    .join("");
}

interface Page {
  readonly screen: Screen;
  readonly locale: Locale;
  /** Of the widest path. */
  readonly width: number;
}

const words = {
  passed: { en: "{n} passed", ja: "成功 {n} 件" },
  failed: { en: "{n} failed", ja: "失敗 {n} 件" },
  skipped: { en: "{n} skipped", ja: "省略 {n} 件" },
  broken: { en: "{n} not understood", ja: "読めないもの {n} 件" },
  notUnderstood: { en: "not understood", ja: "読めない箇所あり" },
  none: { en: "no scenarios", ja: "シナリオなし" },
  files: { en: "in {n} files.", ja: "（{n} ファイル）" },
  file: { en: "in 1 file.", ja: "（1 ファイル）" },
  expected: { en: "expected", ja: "期待" },
  found: { en: "found", ja: "結果" },
} as const;

type Word = keyof typeof words;

function word<Name extends Word>(page: Page, name: Name, holes: Filled<(typeof words)[Name]["en"]>): string {
  return fillHoles(words[name][page.locale], holes, page.locale);
}

const marks = { passed: "✓", failed: "✗", skipped: "–", broken: "!" } as const;
const styles: Readonly<Record<ScenarioResult["status"], Style>> = {
  passed: "green",
  failed: "red",
  skipped: "dim",
  broken: "red",
};

function fileLines(run: ScenarioFileRun, page: Page): readonly string[] {
  const status = isBroken(run) ? "broken" : run.counts.failed > 0 ? "failed" : "passed";
  const counts =
    run.problems.length > 0
      ? [...countTexts(run.counts, page), paint(page.screen, "red", word(page, "notUnderstood", {}))]
      : countTexts(run.counts, page);
  const head = `${paint(page.screen, styles[status], marks[status])} ${padTo(run.path, page.width)}  ${listed(counts, page)}`;
  const details = [
    ...run.problems.map((problem) => problemLine(run, problem, page)),
    ...run.results.flatMap((result) => resultLines(run, result, page)),
  ];
  return details.length > 0 ? [head, "", ...details, ""] : [head];
}

function countTexts(counts: Counts, page: Page): readonly string[] {
  const names = ["passed", "failed", "skipped", "broken"] as const;
  const given = names.filter((name) => counts[name] > 0);
  if (given.length === 0) return [word(page, "none", {})];
  return given.map((name) => paint(page.screen, styles[name], word(page, name, { n: String(counts[name]) })));
}

function listed(texts: readonly string[], { locale }: Page): string {
  return texts.join(locale === "ja" ? "、" : ", ");
}

function summary(runs: readonly ScenarioFileRun[], page: Page): string {
  const files = runs.length === 1 ? word(page, "file", {}) : word(page, "files", { n: String(runs.length) });
  return `${listed(countTexts(totalOf(runs), page), page)}${page.locale === "ja" ? "" : " "}${files}`;
}

// what needs a look ---------------------------------------------------------------------------------------------------

const indent = "  ";

function resultLines(run: ScenarioFileRun, result: ScenarioResult, page: Page): readonly string[] {
  switch (result.status) {
    case "passed":
      return [];
    case "skipped":
      return [`${headOf(run, result, page)}  ${paint(page.screen, "dim", result.reason[page.locale])}`];
    case "broken":
      return [headOf(run, result, page), ...result.problems.map((problem) => indent + problemLine(run, problem, page))];
    case "failed":
      return [
        headOf(run, result, page),
        ...result.failures.flatMap((failure) => failureLines(run, failure, page)),
        ...whyLines(run, result.decision, page),
        "",
      ];
    default:
      return result satisfies never;
  }
}

function headOf(run: ScenarioFileRun, { status, scenario }: ScenarioResult, { screen }: Page): string {
  const where = paint(screen, "underline", placeText(placeIn(run.path, run.lines, scenario.start)));
  return `${indent}${paint(screen, styles[status], marks[status])} ${paint(screen, "bold", scenario.name)}  ${where}`;
}

function problemLine(run: ScenarioFileRun, { start, message }: Problem, { screen, locale }: Page): string {
  const where = paint(screen, "underline", placeText(placeIn(run.path, run.lines, start)));
  return `${indent}${where}  ${message[locale]}`;
}

/** Expected and found stand one below the other, so that the eye finds the difference. */
function failureLines(run: ScenarioFileRun, { key, expected, found, start }: Failure, page: Page): readonly string[] {
  const { screen } = page;
  const [first, second] = [word(page, "expected", {}), word(page, "found", {})];
  const width = Math.max(displayWidth(first), displayWidth(second)) + 2;
  const where = paint(screen, "underline", placeText(placeIn(run.path, run.lines, start)));
  const inner = indent.repeat(3);
  return [
    `${indent.repeat(2)}${key}  ${where}`,
    `${inner}${padTo(first, width)}${paint(screen, "green", expected)}`,
    `${inner}${padTo(second, width)}${paint(screen, "red", found)}`,
  ];
}

/** The answer in a sentence, and the clauses that gave it. */
function whyLines(
  { snapshot }: ScenarioFileRun,
  decision: Extract<ScenarioResult, { status: "failed" }>["decision"],
  { screen, locale }: Page,
): readonly string[] {
  const { headline, why } = answerOf(snapshot, decision, locale);
  const deciding = decidingReasons(why);
  return [
    ...wrapped(headline, screen.columns - 4).map((line) => indent.repeat(2) + paint(screen, "dim", line)),
    ...deciding.map(({ text, place }) => {
      const where = shownPlace(snapshot, place);
      const link = where ? `  ${paint(screen, "underline", placeText(where))}` : "";
      return `${indent.repeat(2)}${paint(screen, "dim", text)}${link}`;
    }),
  ];
}
