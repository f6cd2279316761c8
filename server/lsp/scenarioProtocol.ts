/** What client and server say of scenarios as tests of the editor, beside `protocol.ts`; plain data and names only. */
import type { DocumentUri, Range } from "vscode-languageserver-types";

/** Client to server, request without parameters: the scenario files of the workspace and what is in them, as `ShownScenarioFile[]`. */
export const SCENARIOS_REQUEST = "torikime/scenarios";

/** Client to server, request with `RunScenariosParams`: what becomes of scenarios by the files as they are now, as `ScenarioRun`. */
export const RUN_SCENARIOS_REQUEST = "torikime/runScenarios";

/** A scenario file in the workspace. */
export interface ShownScenarioFile {
  readonly uri: DocumentUri;
  readonly scenarios: readonly ShownScenario[];
}

/** A scenario, or a row of its matrix; the id is its own within the file, the range that of its name. */
export interface ShownScenario {
  readonly id: string;
  readonly name: string;
  readonly range: Range;
}

/** Which scenarios to run: of each file those with these ids, or all; with what they come to where that is asked for. */
export interface RunScenariosParams {
  readonly files: readonly { readonly uri: DocumentUri; readonly ids?: readonly string[] }[];
  readonly withCoverage: boolean;
}

/** What became of scenarios, and how often they came to the clauses, cases, rows, lines, rungs and steps of their agreements. */
export interface ScenarioRun {
  readonly outcomes: readonly ShownOutcome[];
  readonly covered: readonly ShownCoverage[];
}

/** What became of a scenario; `broken`: it could not be understood. `account` tells how its answer came about, in lines. */
export interface ShownOutcome {
  readonly uri: DocumentUri;
  readonly id: string;
  readonly status: "passed" | "failed" | "skipped" | "broken";
  readonly messages: readonly ShownMessage[];
  readonly account: readonly string[];
}

/** What did not hold, or why a scenario was not run; with what was expected and found where these can be compared. */
export interface ShownMessage {
  readonly range: Range;
  readonly text: string;
  readonly compared: { readonly expected: string; readonly found: string } | undefined;
}

/** The places of a file that a scenario can come to, each with how many did. */
export interface ShownCoverage {
  readonly uri: DocumentUri;
  readonly places: readonly { readonly range: Range; readonly hits: number }[];
}
