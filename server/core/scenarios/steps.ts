import type { Decision } from "../engine/decision.ts";
import type { TimelineStep } from "../engine/timeline.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import type { Expectation, ExpectReading, Shape } from "./judge.ts";
import { messages } from "./messages.ts";
import { problemAt } from "./problem.ts";
import { moment, name, truth } from "./shapes.ts";
import { stepNames } from "./stepNames.ts";
import { nameIn } from "./values.ts";
import type { YamlEntry } from "./yaml.ts";

/** A key below `step NAME`. */
export interface StepKey {
  readonly key: string;
  readonly doc: Localized;
  readonly shape: (step: string) => Shape;
}

/** What can be expected of a step on the plain path. */
export const stepKeys: readonly StepKey[] = [
  {
    key: "by",
    doc: {
      en: "The person who has it, or the team where it has it as a whole; none where nobody is left.",
      ja: "担当する人。チーム全体の場合はチーム。誰もいなければ none。",
    },
    shape: (step) => name(["person", "team"], (decision) => holderOf(stepOf(decision, step))),
  },
  {
    key: "start",
    doc: { en: "When the step gets it.", ja: "この手順に届く日時。" },
    shape: (step) => moment((decision) => instantOf(stepOf(decision, step), "start")),
  },
  {
    key: "end",
    doc: {
      en: "When the step is done at the latest; never where it never is.",
      ja: "この手順の期限。終わらなければ never。",
    },
    shape: (step) => moment((decision) => instantOf(stepOf(decision, step), "end")),
  },
  {
    key: "skipped",
    doc: { en: "yes: its condition does not hold.", ja: "yes: 条件が成り立たないため省略。" },
    shape: (step) => truth((decision) => stepOf(decision, step)?.pass === "skipped"),
  },
];

/** Reads the lines below `step NAME`. */
export function readStep(entry: YamlEntry, written: string, reading: ExpectReading): readonly Expectation[] {
  const step = nameIn(written);
  const known = stepNames(reading.model);
  if (!known.has(step)) {
    const message = messages.unknownName("step", step, nearest(step, [...known]), [...known]);
    reading.problems.push(problemAt(entry.key, message, reading.key));
    return [];
  }
  if (entry.value.kind !== "map") {
    reading.problems.push(problemAt(entry.value, messages.notAMapping(reading.key), reading.key));
    return [];
  }
  return entry.value.entries.flatMap((line) => readLine(line, step, reading));
}

function readLine({ key, value }: YamlEntry, step: string, reading: ExpectReading): readonly Expectation[] {
  const keys = stepKeys.map((each) => each.key);
  const found = stepKeys.find((each) => each.key === key.text);
  if (!found) {
    const message = messages.unknownKey(key.text, nearest(key.text, keys), keys);
    reading.problems.push(problemAt(key, message, reading.key));
    return [];
  }
  const judge = found.shape(step).read(value, reading);
  if (!judge) return [];
  const expected = value.kind === "scalar" ? value.text : "none";
  const { start, end } = value;
  return [{ key: `${reading.key}: ${key.text}`, expected, judge, beside: undefined, start, end }];
}

function stepOf({ timeline }: Decision, name: string): TimelineStep | undefined {
  return timeline?.plain.find((step) => step.name === name);
}

function holderOf(step: TimelineStep | undefined): string | undefined {
  return step?.staffed ? (step.person ?? step.team) : undefined;
}

function instantOf(step: TimelineStep | undefined, which: "start" | "end") {
  if (!step || step.pass === "skipped") return undefined;
  return step[which] ?? "never";
}
