/** The scenarios of a file as tests of an editor, and what became of them in words. */
import type { Locale } from "../checks/message.ts";
import type { Decision } from "../engine/decision.ts";
import type { Reached } from "../scenarios/judge.ts";
import { type Failure, runScenarios, type ScenarioResult } from "../scenarios/run.ts";
import type { Scenario } from "../scenarios/scenarios.ts";
import type { Span } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { answerOf } from "./answer/answer.ts";
import { reasonMarks } from "./answer/why.ts";
import { say, wording } from "./say.ts";

/** A scenario, or a row of its matrix; the span is that of its name. */
export interface ScenarioTest extends Span {
  /** Its name; of several with one name the second and later are numbered. */
  readonly id: string;
  readonly name: string;
}

/** What became of a scenario. */
export interface ScenarioOutcome extends ScenarioTest {
  readonly status: ScenarioResult["status"];
  /** What did not hold, or why it was not run. */
  readonly messages: readonly OutcomeMessage[];
  /** How its answer came about: the answer, then a line for each clause that was considered; empty where there is none. */
  readonly account: readonly string[];
  /** The decisions that it came to. */
  readonly reached: readonly Reached[];
}

/** A message at a place of the file; with what was expected and found where these can be compared. */
export interface OutcomeMessage extends Span {
  readonly text: string;
  readonly compared: { readonly expected: string; readonly found: string } | undefined;
}

const texts = {
  differs: wording(
    "{key}: {found} was found where {expected} is expected.",
    "{key}：{expected} のはずが {found} でした。",
  ),
};

/** The scenarios of a file in their order; none where it is no scenario file. */
export function scenarioTests(snapshot: Snapshot, path: string): readonly ScenarioTest[] {
  return identified(snapshot.scenarios(path)?.scenarios ?? []);
}

/** Runs the scenarios of a file, whatever is in focus: all of them, or those with these ids. */
export function scenarioOutcomes(
  snapshot: Snapshot,
  path: string,
  ids: ReadonlySet<string> | undefined,
  locale: Locale,
): readonly ScenarioOutcome[] {
  const file = snapshot.scenarios(path);
  if (!file) return [];
  const tests = identified(file.scenarios);
  const isWanted = (index: number) => ids === undefined || ids.has(tests[index]?.id ?? "");
  const wanted = { ...file, scenarios: file.scenarios.filter((_, index) => isWanted(index)) };
  const results = runScenarios(snapshot.engine, snapshot.model, wanted, "all");
  return tests
    .filter((_, index) => isWanted(index))
    .flatMap((test, index) => {
      const result = results[index];
      return result ? [outcomeOf(snapshot, test, result, locale)] : [];
    });
}

function identified(scenarios: readonly Scenario[]): readonly ScenarioTest[] {
  const given = new Set<string>();
  const times = new Map<string, number>();
  return scenarios.map(({ name, start, end }) => {
    let count = times.get(name) ?? 0;
    let id: string;
    // Somebody may have named a scenario as a second one of another name is numbered.
    do {
      count += 1;
      id = count === 1 ? name : `${name} #${count}`;
    } while (given.has(id));
    times.set(name, count);
    given.add(id);
    return { id, name, start, end };
  });
}

function outcomeOf(snapshot: Snapshot, test: ScenarioTest, result: ScenarioResult, locale: Locale): ScenarioOutcome {
  const known = { ...test, status: result.status, messages: [], account: [], reached: [] };
  switch (result.status) {
    case "passed":
      return { ...known, account: accountOf(snapshot, result.decision, locale), reached: result.reached };
    case "failed": {
      const judged = new Set(result.failures.map(({ decision }) => decision));
      return {
        ...known,
        messages: result.failures.map((failure) => differing(failure, locale)),
        account: [...judged].flatMap((decision) => accountOf(snapshot, decision, locale)),
        reached: result.reached,
      };
    }
    case "skipped":
      return {
        ...known,
        messages: [{ start: test.start, end: test.end, text: result.reason[locale], compared: undefined }],
      };
    case "broken":
      return {
        ...known,
        messages: result.problems.map(({ start, end, message }) => ({
          start,
          end,
          text: message[locale],
          compared: undefined,
        })),
      };
    default:
      return result satisfies never;
  }
}

function differing({ start, end, key, expected, found }: Failure, locale: Locale): OutcomeMessage {
  const text = say(texts.differs, locale, { key, expected, found });
  return { start, end, text, compared: { expected, found } };
}

function accountOf(snapshot: Snapshot, decision: Decision, locale: Locale): readonly string[] {
  const { headline, why } = answerOf(snapshot, decision, locale);
  const lines = why.flatMap(({ outcome, text, reason }) => [
    `  ${reasonMarks[outcome]} ${text}`,
    ...(reason === undefined ? [] : [`      ${reason}`]),
  ]);
  return [headline, ...lines];
}
