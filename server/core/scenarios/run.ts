import type { Engine } from "../engine/compile.ts";
import { decide } from "../engine/decide.ts";
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import type { Span } from "../syntax/tree.ts";
import type { Localized } from "../text/localized.ts";
import { zoneOf } from "../time/zone.ts";
import { readExpectations } from "./expectations.ts";
import type { Expectation, Reached } from "./judge.ts";
import type { Problem } from "./problem.ts";
import { type LocatedRequest, readRequestMap } from "./requests.ts";
import type { Scenario, ScenarioFile } from "./scenarios.ts";

/** A scenario with its request and its expectations read by a model. */
export interface ResolvedScenario {
  readonly scenario: Scenario;
  /** Undefined where there are problems with the request. */
  readonly located: LocatedRequest | undefined;
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
}

/** An expectation that did not hold; the span is that of the expected value in the YAML text. */
export interface Failure extends Span {
  readonly key: string;
  readonly expected: string;
  readonly found: string;
  /** The decision that was judged: the scenario's own, or one beside it. */
  readonly decision: Decision;
}

/** What became of a scenario; `broken`: it could not be understood, and was not run. `reached`: its decision, and those beside it. */
export type ScenarioResult = { readonly scenario: Scenario } & (
  | { readonly status: "passed"; readonly decision: Decision; readonly reached: readonly Reached[] }
  | {
      readonly status: "failed";
      readonly decision: Decision;
      readonly reached: readonly Reached[];
      readonly failures: readonly Failure[];
    }
  | { readonly status: "skipped"; readonly reason: Localized }
  | { readonly status: "broken"; readonly problems: readonly Problem[] }
);

/** Reads every scenario that is to be run by the names and types of a model, without deciding anything. */
export function resolveScenarios(file: ScenarioFile, model: Model): readonly ResolvedScenario[] {
  return file.scenarios
    .filter((scenario) => scenario.skip === undefined)
    .map((scenario) => resolveScenario(scenario, model));
}

/** Which scenarios are run: all, or those in focus alone. */
export type Chosen = "all" | "in focus";

/** Those in focus, if any of the files has one. */
export function chosenIn(files: readonly ScenarioFile[]): Chosen {
  return files.some(({ warnings }) => warnings.length > 0) ? "in focus" : "all";
}

/** Asks the engine, which was compiled from the model, the scenarios of a file and compares the answers with what is expected. */
export function runScenarios(
  engine: Engine,
  model: Model,
  file: ScenarioFile,
  chosen: Chosen = chosenIn([file]),
): readonly ScenarioResult[] {
  return file.scenarios.map((scenario): ScenarioResult => {
    if (scenario.skip !== undefined)
      return { scenario, status: "skipped", reason: { en: scenario.skip, ja: scenario.skip } };
    if (chosen === "in focus" && !scenario.focus) return { scenario, status: "skipped", reason: notInFocus };
    return runScenario(engine, resolveScenario(scenario, model));
  });
}

const notInFocus: Localized = {
  en: "another scenario has `focus: yes`",
  ja: "`focus: yes` のシナリオだけを実行しています",
};

function resolveScenario(scenario: Scenario, model: Model): ResolvedScenario {
  const { start, end, request: entries } = scenario;
  const read = readRequestMap({ start, end, entries }, model);
  const problems: Problem[] = [...read.problems];
  const expectations = readExpectations(scenario.expect, model, problems);
  const located = problems.length === 0 ? read.located : undefined;
  return { scenario, located, expectations, problems };
}

function runScenario(engine: Engine, resolved: ResolvedScenario): ScenarioResult {
  const { scenario, located, expectations, problems } = resolved;
  if (!located) return { scenario, status: "broken", problems };
  const decision = decide(engine, located.request);
  const zone = hasOwnZone(scenario) ? located.zone : (zoneOf(decision.zone) ?? located.zone);
  const answered = { engine, decision, zone };
  const failures: Failure[] = [];
  const reached: Reached[] = [{ decision, part: "all" }];
  for (const { key, expected, judge, beside, start, end } of expectations) {
    const { holds, found } = judge(answered);
    const other = beside?.(answered);
    if (other) reached.push(other);
    if (!holds) failures.push({ key, expected, found, decision: other?.decision ?? decision, start, end });
  }
  return failures.length > 0
    ? { scenario, status: "failed", decision, reached, failures }
    : { scenario, status: "passed", decision, reached };
}

/** Whether the scenario, or its file's defaults, name a zone; else times are read on the clock of the agreement that decides. */
function hasOwnZone(scenario: Scenario): boolean {
  return scenario.request.some((entry) => entry.key.text === "zone");
}
