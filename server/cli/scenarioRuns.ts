import { type Covered, coverageOf } from "../core/scenarios/coverage.ts";
import type { Problem } from "../core/scenarios/problem.ts";
import { type Chosen, chosenIn, runScenarios, type ScenarioResult } from "../core/scenarios/run.ts";
import { readScenarios, type ScenarioFile } from "../core/scenarios/scenarios.ts";
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
  /** Scenarios in focus. */
  readonly warnings: readonly Problem[];
  readonly counts: Counts;
}

/**
 * Runs every scenario file that the project names, each with the agreements that it belongs to: all scenarios, or, where
 * that is not asked for and one of them is in focus, those in focus alone.
 */
export function scenarioRuns({ workspace, named }: Project, asked: Chosen | undefined): readonly ScenarioFileRun[] {
  const files = [...named].sort().flatMap((path): readonly OpenFile[] => {
    const text = workspace.texts.get(path);
    const snapshot = modelOf(workspace, path);
    if (fileKind(path) !== "scenarios" || text === undefined || !snapshot) return [];
    return [{ path, text, snapshot, file: readScenarios(text) }];
  });
  const chosen = asked ?? chosenIn(files.map(({ file }) => file));
  return files.map((each) => runOf(each, chosen));
}

/** What the scenarios of some files came to, of the models that these ask. */
export function coverageIn(runs: readonly ScenarioFileRun[]): readonly ModelCoverage[] {
  const snapshots = new Set(runs.map(({ snapshot }) => snapshot));
  return [...snapshots].map((snapshot) => {
    const results = runs.filter((run) => run.snapshot === snapshot).flatMap((run) => run.results);
    const reached = results.flatMap((result) => ("reached" in result ? result.reached : []));
    return { snapshot, things: coverageOf(snapshot.engine, snapshot.model, reached) };
  });
}

/** What there is in a model to come to, and how often scenarios did. */
export interface ModelCoverage {
  readonly snapshot: Snapshot;
  readonly things: readonly Covered[];
}

interface OpenFile {
  readonly path: string;
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly file: ScenarioFile;
}

/** The counts of several runs together. */
export function totalOf(runs: readonly ScenarioFileRun[]): Counts {
  return countsOf(runs.flatMap(({ results }) => results));
}

/** Whether a file, or a scenario in it, could not be understood. */
export function isBroken({ problems, counts }: ScenarioFileRun): boolean {
  return problems.length > 0 || counts.broken > 0;
}

function runOf({ path, text, snapshot, file }: OpenFile, chosen: Chosen): ScenarioFileRun {
  const results = runScenarios(snapshot.engine, snapshot.model, file, chosen);
  const { problems, warnings } = file;
  return { path, lines: linesOf(text), snapshot, results, problems, warnings, counts: countsOf(results) };
}

function countsOf(results: readonly ScenarioResult[]): Counts {
  const count = (status: ScenarioResult["status"]) => results.filter((result) => result.status === status).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), broken: count("broken") };
}
