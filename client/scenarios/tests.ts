import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Status } from "../../server/lsp/protocol.ts";
import {
  RUN_SCENARIOS_REQUEST,
  type RunScenariosParams,
  SCENARIOS_REQUEST,
  type ScenarioRun,
  type ShownScenarioFile,
} from "../../server/lsp/scenarioProtocol.ts";
import { describe } from "../files.ts";
import { say } from "../messages.ts";
import { chosenScenarios, type Files } from "./chosen.ts";
import { detailsOf, rangeOf, report, reportNotRun } from "./report.ts";

/** What the tests of the editor are made from and run by. */
interface Runner {
  readonly client: BaseLanguageClient;
  readonly tests: vscode.TestController;
  /** Runs that begin again whenever something was typed, until they are stopped. */
  readonly continuous: Set<() => Promise<void>>;
  /** Which list of scenarios is shown, by the server's number for it; undefined: none, or that of a server that is gone. */
  shown: number | undefined;
}

/** Shows the scenarios as tests of the editor, which run by what is typed, saved or not. */
export function registerScenarios(client: BaseLanguageClient, onStatus: vscode.Event<Status>): vscode.Disposable {
  const tests = vscode.tests.createTestController("torikime.scenarios", say("scenarios", {}));
  const runner: Runner = { client, tests, continuous: new Set(), shown: undefined };
  const { plain, covering } = profilesOf(runner);
  tests.refreshHandler = () => refresh(runner, undefined);
  let statuses = 0;
  const following = onStatus(async ({ busy, scenarios }) => {
    if (busy) return;
    statuses += 1;
    const own = statuses;
    if (scenarios !== runner.shown) await refresh(runner, scenarios);
    // Of what was typed in quick succession the last is run.
    if (own === statuses) for (const again of runner.continuous) await again();
  });
  // A server that is started again counts from the start.
  const starting = client.onDidChangeState(() => {
    runner.shown = undefined;
  });
  return vscode.Disposable.from(tests, plain, covering, following, starting);
}

/** The two ways to run scenarios: each is the one to take where none is chosen, and may run again whenever something is typed. */
function profilesOf(runner: Runner): Readonly<Record<"plain" | "covering", vscode.TestRunProfile>> {
  const { Run, Coverage } = vscode.TestRunProfileKind;
  const [isDefault, everyTest, isContinuous] = [true, undefined, true] as const;
  const profile = (label: string, kind: vscode.TestRunProfileKind, withCoverage: boolean) => {
    const run = (request: vscode.TestRunRequest, stop: vscode.CancellationToken) =>
      begin(runner, request, stop, withCoverage);
    return runner.tests.createRunProfile(label, kind, run, isDefault, everyTest, isContinuous);
  };
  const plain = profile(say("runScenarios", {}), Run, false);
  const covering = profile(say("runWithCoverage", {}), Coverage, true);
  covering.loadDetailedCoverage = async (_, coverage) => detailsOf(coverage);
  return { plain, covering };
}

/** Tests that are still there stay the same objects, so that they keep what became of them; without an answer all stay as they are. */
async function refresh(runner: Runner, scenarios: number | undefined): Promise<void> {
  const { client, tests } = runner;
  if (!client.isRunning()) return;
  const files = await orReason(client.sendRequest<readonly ShownScenarioFile[] | null>(SCENARIOS_REQUEST));
  if (!files || "detail" in files) return;
  tests.items.replace(files.map((file) => fileItem(tests, file)));
  runner.shown = scenarios;
}

function fileItem(tests: vscode.TestController, { uri, scenarios }: ShownScenarioFile): vscode.TestItem {
  const address = vscode.Uri.parse(uri, true);
  const item = tests.items.get(uri) ?? tests.createTestItem(uri, vscode.workspace.asRelativePath(address), address);
  const children = scenarios.map(({ id, name, range }, index) => {
    const child = item.children.get(id) ?? tests.createTestItem(id, name, address);
    child.range = rangeOf(range);
    child.sortText = String(index).padStart(6, "0");
    return child;
  });
  item.children.replace(children);
  return item;
}

async function begin(
  runner: Runner,
  request: vscode.TestRunRequest,
  stop: vscode.CancellationToken,
  withCoverage: boolean,
): Promise<void> {
  const once = () => runOnce(runner, request, withCoverage);
  await once();
  if (!request.continuous || stop.isCancellationRequested) return;
  runner.continuous.add(once);
  stop.onCancellationRequested(() => runner.continuous.delete(once));
}

async function runOnce(
  { client, tests }: Runner,
  request: vscode.TestRunRequest,
  withCoverage: boolean,
): Promise<void> {
  const run = tests.createTestRun(request);
  const chosen = chosenScenarios(tests, request);
  for (const items of chosen.values()) for (const item of items) run.started(item);
  try {
    const answer = await orReason(ask(client, { files: filesOf(chosen), withCoverage }));
    if ("outcomes" in answer) report(run, chosen, answer);
    else reportNotRun(run, chosen, answer.detail);
  } finally {
    run.end();
  }
}

/** A server that stops or is started again meanwhile does not answer; null is its answer where it failed, which it logs. */
async function ask(client: BaseLanguageClient, params: RunScenariosParams): Promise<ScenarioRun> {
  const answer = await client.sendRequest<ScenarioRun | null>(RUN_SCENARIOS_REQUEST, params);
  if (!answer) throw new Error(say("serverFailed", {}));
  return answer;
}

async function orReason<Answer>(asked: Promise<Answer>): Promise<Answer | { readonly detail: string }> {
  try {
    return await asked;
  } catch (problem) {
    return { detail: describe(problem) };
  }
}

function filesOf(chosen: Files): RunScenariosParams["files"] {
  return [...chosen].map(([file, items]) => ({ uri: file.id, ids: items.map(({ id }) => id) }));
}
