import type { Locale } from "../../core/checks/message.ts";
import { percentReached } from "../../core/scenarios/coverage.ts";
import type { Problem } from "../../core/scenarios/problem.ts";
import type { ScenarioResult } from "../../core/scenarios/run.ts";
import { placeIn, shownPlace } from "../places.ts";
import type { Trouble } from "../project.ts";
import { type ModelCoverage, type ScenarioFileRun, totalOf } from "../scenarioRuns.ts";
import { shownTroubles } from "../trouble.ts";

/** What became of scenarios as JSON by `schemas/scenarios-result.schema.json`; a change that could break a reader raises `version`. */
export function jsonScenarios(
  runs: readonly ScenarioFileRun[],
  coverage: readonly ModelCoverage[] | undefined,
  troubles: readonly Trouble[],
  locale: Locale,
): string {
  const files = runs.map((run) => ({
    file: run.path,
    counts: run.counts,
    problems: run.problems.map((problem) => shownProblem(run, problem, locale)),
    warnings: run.warnings.map((problem) => shownProblem(run, problem, locale)),
    scenarios: run.results.map((result) => shownResult(run, result, locale)),
  }));
  const result = {
    schema: "torikime/scenarios-result",
    version: 1,
    counts: totalOf(runs),
    files,
    coverage: coverage ? shownCoverage(coverage) : null,
    troubles: shownTroubles(troubles, locale),
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function shownCoverage(models: readonly ModelCoverage[]): object {
  const things = models.flatMap((model) => model.things);
  return {
    percent: percentReached(things),
    reached: things.filter(({ hits }) => hits > 0).length,
    total: things.length,
    things: models.flatMap((model) =>
      model.things.map(({ kind, id, hits, place }) => ({
        kind,
        id,
        hits,
        place: shownPlace(model.snapshot, place) ?? null,
      })),
    ),
  };
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
