import type { Problem } from "../core/scenarios/problem.ts";
import { runScenarios, type ScenarioResult } from "../core/scenarios/run.ts";
import { readScenarios } from "../core/scenarios/scenarios.ts";
import { type Lines, linesOf } from "../core/text/lines.ts";
import { fileKind } from "../core/workspace/paths.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { modelOf } from "../core/workspace/workspace.ts";
import type { Project } from "./project.ts";

/** How many scenarios ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly broken: number;
}

/** A scenario file with the model that it asks, and what became of its scenarios. */
export interface ScenarioFileRun {
  readonly path: string;
  readonly lines: Lines;
  readonly snapshot: Snapshot;
  readonly results: readonly ScenarioResult[];
  /** What could not be understood in the file as a whole; that of one scenario is with its result. */
  readonly problems: readonly Problem[];
  readonly counts: Counts;
}

/** Runs every scenario file that the project names, each with the agreements that it belongs to. */
export function scenarioRuns(project: Project): readonly ScenarioFileRun[] {
  const { workspace, named } = project;
  return [...named].sort().flatMap((path) => {
    const text = workspace.texts.get(path);
    const snapshot = modelOf(workspace, path);
    return fileKind(path) === "scenarios" && text !== undefined && snapshot ? [runOf(path, text, snapshot)] : [];
  });
}

/** The counts of several runs together. */
export function totalOf(runs: readonly ScenarioFileRun[]): Counts {
  return countsOf(runs.flatMap(({ results }) => results));
}

/** Whether a file, or a scenario in it, could not be understood. */
export function isBroken({ problems, counts }: ScenarioFileRun): boolean {
  return problems.length > 0 || counts.broken > 0;
}

function runOf(path: string, text: string, snapshot: Snapshot): ScenarioFileRun {
  const file = readScenarios(text);
  const results = runScenarios(snapshot.engine, snapshot.model, file);
  return { path, lines: linesOf(text), snapshot, results, problems: file.problems, counts: countsOf(results) };
}

function countsOf(results: readonly ScenarioResult[]): Counts {
  const count = (status: ScenarioResult["status"]) => results.filter((result) => result.status === status).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), broken: count("broken") };
}
