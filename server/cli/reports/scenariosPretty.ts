import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Problem } from "../../core/scenarios/problem.ts";
import type { ScenarioResult } from "../../core/scenarios/run.ts";
import { paint, type Style } from "../colour.ts";
import { placeIn, placeText } from "../places.ts";
import { type Counts, isBroken, type ScenarioFileRun, totalOf } from "../scenarioRuns.ts";
import { wrapped } from "../wrapped.ts";
import { failedLines } from "./scenarioFailure.ts";
import { indent, linkTo, type Page, uncoloured, withPlace, word } from "./scenarioPage.ts";

/** What became of the scenarios, for a person: a line for each file, then all that needs a look, then the sum. */
export function prettyScenarios(runs: readonly ScenarioFileRun[], page: Page): string {
  const width = Math.max(...runs.map(({ path }) => displayWidth(path)), 0);
  const lines = [...runs.flatMap((run) => fileLines(run, width, page)), "", ...summaryLines(runs, page)];
  // Every block ends with an empty line; between blocks one is enough.
  return lines
    .filter((line, index) => line !== "" || lines[index - 1] !== "")
    .map((line) => `${line}\n`)
    .join("");
}

const marks = { passed: "✓", failed: "✗", skipped: "–", broken: "!" } as const;
const styles: Readonly<Record<ScenarioResult["status"], Style>> = {
  passed: "green",
  failed: "red",
  skipped: "dim",
  broken: "red",
};

function fileLines(run: ScenarioFileRun, width: number, page: Page): readonly string[] {
  const status = isBroken(run) ? "broken" : run.counts.failed > 0 ? "failed" : "passed";
  const counts = (at: Page) => listed([...countTexts(run.counts, at), ...problemCount(run.problems, at)], at);
  const mark = paint(page.screen, styles[status], marks[status]);
  const isWide = width + displayWidth(counts(uncoloured(page))) + 4 > page.screen.columns;
  const head = isWide
    ? [`${mark} ${run.path}`, ...listLines(counts, indent, page)]
    : [`${mark} ${padTo(run.path, width)}  ${counts(page)}`];
  const told = new Set(run.problems.map(keyOf));
  const details = [
    ...run.problems.flatMap((problem) => problemLines(run, problem, "red", page)),
    ...run.warnings.flatMap((problem) => problemLines(run, problem, "yellow", page)),
    ...run.results.flatMap((result) => resultLines(run, result, told, page)),
  ];
  return details.length > 0 ? [...head, "", ...details, ""] : head;
}

/** On one line in colours, else wrapped without. */
function listLines(text: (page: Page) => string, before: string, page: Page): readonly string[] {
  const lines = wrapped(text(uncoloured(page)), page.screen.columns - before.length);
  return (lines.length === 1 ? [text(page)] : lines).map((line) => before + line);
}

function problemCount(problems: readonly Problem[], page: Page): readonly string[] {
  if (problems.length === 0) return [];
  const text =
    problems.length === 1 ? word(page, "problem", {}) : word(page, "problems", { n: String(problems.length) });
  return [paint(page.screen, "red", text)];
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

function summaryLines(runs: readonly ScenarioFileRun[], page: Page): readonly string[] {
  const files = runs.length === 1 ? word(page, "file", {}) : word(page, "files", { n: String(runs.length) });
  const problems = runs.flatMap((run) => run.problems);
  const counts = (at: Page) => [...countTexts(totalOf(runs), at), ...problemCount(problems, at)];
  const text = (at: Page) => `${listed(counts(at), at)}${at.locale === "ja" ? "" : " "}${files}`;
  return listLines(text, "", page);
}

// what needs a look ---------------------------------------------------------------------------------------------------

/** `told` are the problems that were told already: one in `defaults` is every scenario's. */
function resultLines(run: ScenarioFileRun, result: ScenarioResult, told: Set<string>, page: Page): readonly string[] {
  switch (result.status) {
    case "passed":
      return [];
    case "skipped":
      return skippedLines((at) => headLines(run, result, at), result.reason[page.locale], page);
    case "broken": {
      const fresh = result.problems.filter((problem) => !told.has(keyOf(problem)));
      for (const problem of fresh) told.add(keyOf(problem));
      if (fresh.length === 0) return [];
      return [
        ...headLines(run, result, page),
        ...fresh.flatMap((problem) => problemLines(run, problem, undefined, page).map((line) => indent + line)),
      ];
    }
    case "failed":
      return [...headLines(run, result, page), ...failedLines(run, result, page), ""];
    default:
      return result satisfies never;
  }
}

/** The reason beside the scenario or, where that is too wide, below it. */
function skippedLines(headAt: (page: Page) => readonly string[], reason: string, page: Page): readonly string[] {
  const { screen } = page;
  const head = headAt(page);
  if (reason === "") return head;
  const [plain = "", ...below] = headAt(uncoloured(page));
  const isWide = below.length > 0 || displayWidth(`${plain}  ${reason}`) > screen.columns;
  if (!isWide) return [`${head.join("")}  ${paint(screen, "dim", reason)}`];
  const left = indent.repeat(2);
  const lines = wrapped(reason, screen.columns - left.length);
  return [...head, ...lines.map((line) => left + paint(screen, "dim", line))];
}

function keyOf({ start, message }: Problem): string {
  return `${start} ${message.en}`;
}

function headLines(run: ScenarioFileRun, { status, scenario }: ScenarioResult, page: Page): readonly string[] {
  const text = ({ screen }: Page) =>
    `${paint(screen, styles[status], marks[status])} ${paint(screen, "bold", scenario.name)}`;
  return withPlace(text, (at) => linkTo(run, scenario, at), indent, page);
}

/** A problem beside its place or, where that is too wide, below it. */
function problemLines(run: ScenarioFileRun, problem: Problem, style: Style | undefined, page: Page): readonly string[] {
  const { screen, locale } = page;
  const text = problem.message[locale];
  const painted = (line: string) => (style ? paint(screen, style, line) : line);
  const link = `${indent}${linkTo(run, problem, page)}`;
  const width = displayWidth(placeText(placeIn(run.path, run.lines, problem.start))) + displayWidth(text);
  if (width <= screen.columns - 3 * indent.length) return [`${link}  ${painted(text)}`];
  return [link, ...wrapped(text, screen.columns - 3 * indent.length).map((line) => indent + indent + painted(line))];
}
