import type { Locale } from "../../core/checks/message.ts";
import type { Problem } from "../../core/scenarios/problem.ts";
import type { ScenarioResult } from "../../core/scenarios/run.ts";
import { placeIn } from "../places.ts";
import { type ScenarioFileRun, totalOf } from "../scenarioRuns.ts";

/** What became of scenarios as JSON by `schemas/scenarios-result.schema.json`; a change that could break a reader raises `version`. */
export function jsonScenarios(runs: readonly ScenarioFileRun[], locale: Locale): string {
  const files = runs.map((run) => ({
    file: run.path,
    counts: run.counts,
    problems: run.problems.map((problem) => shownProblem(run, problem, locale)),
    scenarios: run.results.map((result) => shownResult(run, result, locale)),
  }));
  const result = { schema: "torikime/scenarios-result", version: 1, counts: totalOf(runs), files };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** What a result has no use for is empty or `null`, so that every key is always there. */
function shownResult(run: ScenarioFileRun, result: ScenarioResult, locale: Locale): object {
  const { scenario, status } = result;
  const decision = "decision" in result ? result.decision : undefined;
  const failures = result.status === "failed" ? result.failures : [];
  const problems = result.status === "broken" ? result.problems : [];
  return {
    name: scenario.name,
    status,
    place: placeIn(run.path, run.lines, scenario.start),
    outcome: decision?.outcome ?? null,
    decidedBy: decision?.decidedBy ?? decision?.commitment?.decidedBy ?? null,
    skippedBecause: result.status === "skipped" ? result.reason[locale] : null,
    failures: failures.map(({ key, expected, found, start }) => ({
      key,
      expected,
      found,
      place: placeIn(run.path, run.lines, start),
    })),
    problems: problems.map((problem) => shownProblem(run, problem, locale)),
  };
}

function shownProblem(run: ScenarioFileRun, { key, message, start }: Problem, locale: Locale): object {
  return { key: key ?? null, message: message[locale], place: placeIn(run.path, run.lines, start) };
}
