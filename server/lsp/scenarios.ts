import type { Range } from "vscode-languageserver";
import { type ScenarioOutcome, scenarioOutcomes, scenarioTests } from "../core/features/scenarioTests.ts";
import { filePlaceOf } from "../core/features/spot.ts";
import { coverageOf } from "../core/scenarios/coverage.ts";
import { type Lines, linesOf } from "../core/text/lines.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { modelOf } from "../core/workspace/workspace.ts";
import { guarded } from "./at.ts";
import { rangeOf } from "./convert.ts";
import {
  RUN_SCENARIOS_REQUEST,
  type RunScenariosParams,
  SCENARIOS_REQUEST,
  type ScenarioRun,
  type ShownCoverage,
  type ShownOutcome,
  type ShownScenarioFile,
} from "./scenarioProtocol.ts";
import type { Session } from "./session.ts";

/** Answers which scenarios there are, and what becomes of them by what is typed, saved or not. */
export function answerScenarios(session: Session): void {
  const { connection } = session;
  connection.onRequest<readonly ShownScenarioFile[] | null, void>(
    SCENARIOS_REQUEST,
    guarded(session, () => scenarioFiles(session)),
  );
  connection.onRequest<ScenarioRun | null, void>(
    RUN_SCENARIOS_REQUEST,
    guarded(session, (params: RunScenariosParams) => scenarioRun(session, params)),
  );
}

function scenarioFiles({ workspace, addresses }: Session): readonly ShownScenarioFile[] {
  return [...workspace.models.values()].flatMap((snapshot) =>
    snapshot.otherPaths().flatMap((path) => {
      const tests = scenarioTests(snapshot, path);
      const lines = linesOf(snapshot.text(path) ?? "");
      const scenarios = tests.map(({ id, name, ...span }) => ({ id, name, range: rangeOf(lines, span) }));
      return scenarios.length > 0 ? [{ uri: addresses.uriOf(path), scenarios }] : [];
    }),
  );
}

/** Files that are gone since they were asked for have no outcome. */
function scenarioRun(session: Session, { files, withCoverage }: RunScenariosParams): ScenarioRun {
  const { workspace, addresses, locale } = session;
  const outcomes: ShownOutcome[] = [];
  const ofModel = new Map<Snapshot, ScenarioOutcome[]>();
  for (const { uri, ids } of files) {
    const path = addresses.pathOf(uri);
    const snapshot = modelOf(workspace, path);
    if (!snapshot) continue;
    const own = scenarioOutcomes(snapshot, path, ids && new Set(ids), locale);
    const lines = linesOf(snapshot.text(path) ?? "");
    outcomes.push(...own.map((outcome) => shownOutcome(outcome, uri, lines)));
    ofModel.set(snapshot, [...(ofModel.get(snapshot) ?? []), ...own]);
  }
  const covered = withCoverage ? [...ofModel].flatMap(([snapshot, own]) => coverageIn(session, snapshot, own)) : [];
  return { outcomes, covered };
}

function shownOutcome({ id, status, messages, account }: ScenarioOutcome, uri: string, lines: Lines): ShownOutcome {
  const shown = messages.map(({ text, compared, ...span }) => ({ range: rangeOf(lines, span), text, compared }));
  return { uri, id, status, messages: shown, account };
}

function coverageIn(
  { addresses }: Session,
  snapshot: Snapshot,
  outcomes: readonly ScenarioOutcome[],
): readonly ShownCoverage[] {
  const things = coverageOf(
    snapshot.engine,
    snapshot.model,
    outcomes.flatMap(({ reached }) => reached),
  );
  const byPath = new Map<string, { range: Range; hits: number }[]>();
  for (const { place, hits } of things) {
    const at = filePlaceOf(snapshot, place);
    const lines = at && snapshot.lines(at.path);
    if (!lines) continue;
    const places = byPath.get(at.path) ?? [];
    places.push({ range: rangeOf(lines, at), hits });
    byPath.set(at.path, places);
  }
  return [...byPath].map(([path, places]) => ({ uri: addresses.uriOf(path), places }));
}
