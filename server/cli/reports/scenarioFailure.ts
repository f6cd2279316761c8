import { answerOf } from "../../core/features/answer/answer.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Failure, ScenarioResult } from "../../core/scenarios/run.ts";
import { positionAt } from "../../core/text/lines.ts";
import { paint, type Style } from "../colour.ts";
import type { ScenarioFileRun } from "../scenarioRuns.ts";
import { wrapped } from "../wrapped.ts";
import { reasonLines } from "./decisionPretty.ts";
import { codeFrame } from "./frame.ts";
import { indent, linkTo, type Page, withPlace, word } from "./scenarioPage.ts";

/** A failed scenario: what was expected and found, shown in the file, then the answer and how it came about. */
export function failedLines(
  run: ScenarioFileRun,
  { failures }: Extract<ScenarioResult, { status: "failed" }>,
  page: Page,
): readonly string[] {
  const judged = new Set(failures.map(({ decision }) => decision));
  return [
    ...linesOfFile(run, failures).flatMap((group) => groupLines(run, group, page)),
    ...[...judged].flatMap((decision) => whyLines(run, decision, page)),
  ];
}

type Group = readonly [Failure, ...Failure[]];

/** Failures side by side on one line of the file share its frame. */
function linesOfFile({ lines }: ScenarioFileRun, failures: readonly Failure[]): readonly Group[] {
  const groups: Group[] = [];
  const lineOf = ({ start }: Failure) => positionAt(lines, start).line;
  for (const failure of failures) {
    const last = groups.at(-1);
    if (last && lineOf(last[0]) === lineOf(failure)) groups[groups.length - 1] = [...last, failure];
    else groups.push([failure]);
  }
  return groups;
}

function groupLines(run: ScenarioFileRun, group: Group, page: Page): readonly string[] {
  return [
    ...codeFrame(run.lines, group, "red", { ...page.screen, columns: page.screen.columns - indent.length }).map(
      (line) => indent + line,
    ),
    ...group.flatMap((failure) => failureLines(run, failure, page)),
  ];
}

/** Expected and found stand one below the other, so that the eye finds the difference. */
function failureLines(run: ScenarioFileRun, failure: Failure, page: Page): readonly string[] {
  const labels = [word(page, "expected", {}), word(page, "found", {})] as const;
  const width = Math.max(...labels.map(displayWidth)) + 2;
  const row = (label: string, value: string, style: Style) => {
    const left = indent.repeat(3);
    const [first = "", ...rest] = wrapped(value, page.screen.columns - left.length - width);
    const under = rest.map((line) => left + " ".repeat(width) + paint(page.screen, style, line));
    return [left + padTo(label, width) + paint(page.screen, style, first), ...under];
  };
  return [
    ...withPlace(
      () => failure.key,
      (at) => linkTo(run, failure, at),
      indent.repeat(2),
      page,
    ),
    ...row(labels[0], failure.expected, "green"),
    ...row(labels[1], failure.found, "red"),
  ];
}

// why -----------------------------------------------------------------------------------------------------------------

// A company has hundreds of clauses on one kind; those that decided come first.
const mostReasons = 12;

/** The answer in a sentence, and what became of the clauses that were considered. */
function whyLines({ snapshot }: ScenarioFileRun, decision: Failure["decision"], page: Page): readonly string[] {
  const { screen, locale } = page;
  const { headline, why } = answerOf(snapshot, decision, locale);
  const left = why.length - mostReasons;
  return [
    "",
    ...wrapped(headline, screen.columns - 4).map((line) => indent.repeat(2) + line),
    ...why.slice(0, mostReasons).flatMap((reason) => reasonLines(snapshot, reason, screen, indent.repeat(3))),
    ...(left > 0 ? [indent.repeat(3) + paint(screen, "dim", word(page, "more", { n: String(left) }))] : []),
  ];
}
