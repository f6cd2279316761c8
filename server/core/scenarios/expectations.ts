import { decide, decideCommitment } from "../engine/decide.ts";
import type { Commitment, Decision, Request } from "../engine/decision.ts";
import { constantText } from "../model/constantText.ts";
import type { Model } from "../model/model.ts";
import { nearest } from "../text/nearest.ts";
import { argumentKeys } from "./argumentKeys.ts";
import { expectKeys, verdictWords } from "./expectKeys.ts";
import type { Answered, Expectation, ExpectReading, Judge, Judgement, Reached } from "./judge.ts";
import { readLost } from "./lost.ts";
import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { readStep } from "./steps.ts";
import { nameIn } from "./values.ts";
import type { YamlEntry, YamlNode } from "./yaml.ts";

/** Reads the lines of an `expect`; whatever cannot be understood is a problem. */
export function readExpectations(
  entries: readonly YamlEntry[],
  model: Model,
  problems: Problem[],
): readonly Expectation[] {
  return entries.flatMap((entry) => readExpectation(entry, model, problems));
}

function readExpectation(entry: YamlEntry, model: Model, problems: Problem[]): readonly Expectation[] {
  const key = entry.key.text.trim();
  const [first = "", ...rest] = key.split(/\s+/);
  const reading: ExpectReading = { model, problems, key };
  const plain = expectKeys.find((each) => each.key === key);
  if (plain) return expectation(entry, plain.shape.read(entry.value, reading));
  if (first === "commitment") return readCommitment(entry, rest.join(" "), reading);
  if (key === "lost") return readLost(entry, reading);
  if (first === "step") return readStep(entry, rest.join(" "), reading);
  if (first === "needs") return readNeeds(entry, rest.join(" "), reading);
  const known = [...expectKeys.map((each) => each.key), ...argumentKeys.map((each) => each.key)];
  problems.push(problemAt(entry.key, messages.unknownKey(key, nearest(key, known), []), key));
  return [];
}

function expectation(
  entry: YamlEntry,
  judge: Judge | undefined,
  beside?: Expectation["beside"],
): readonly Expectation[] {
  const { start, end } = entry.value;
  return judge ? [{ key: entry.key.text.trim(), expected: textOf(entry.value), judge, beside, start, end }] : [];
}

function readCommitment(entry: YamlEntry, kind: string, reading: ExpectReading): readonly Expectation[] {
  const { value } = entry;
  const expected = value.kind === "scalar" ? value.text.trim() : "none";
  if (!verdictWords.includes(expected)) {
    const message = messages.notOneOf(expected, verdictWords, nearest(expected, verdictWords));
    reading.problems.push(problemAt(value, message, reading.key));
    return [];
  }
  if (kind === "") return expectation(entry, ({ decision }) => judgedVerdict(decision.commitment, expected));
  const name = nameIn(kind);
  const kinds = [...reading.model.kinds.keys()];
  if (!kinds.includes(name)) {
    reading.problems.push(
      problemAt(entry.key, messages.unknownName("kind", name, nearest(name, kinds), kinds), reading.key),
    );
    return [];
  }
  const request = ({ decision }: Answered) => ofKind(decision.request, name, reading.model);
  return expectation(
    entry,
    (answered) => judgedVerdict(decideCommitment(answered.engine, request(answered)), expected),
    (answered) => ({ decision: decide(answered.engine, request(answered)), part: "promise" }),
  );
}

/** The same request of another kind, with those of its fields that the other kind has too. */
function ofKind(request: Request, kind: string, model: Model): Request {
  const fields = model.kinds.get(kind)?.fields ?? [];
  const shared = fields.flatMap(({ name }) => {
    const value = request.fields[name];
    return value ? [[name, value] as const] : [];
  });
  return { ...request, kind, fields: Object.fromEntries(shared) };
}

function judgedVerdict(commitment: Commitment | undefined, expected: string): Judgement {
  const found = commitment?.verdict ?? "none";
  return { holds: found === expected, found };
}

/** The lines below `needs VALUE`, each judged on the answer for that value. */
function readNeeds(entry: YamlEntry, value: string, reading: ExpectReading): readonly Expectation[] {
  if (entry.value.kind !== "map") {
    reading.problems.push(problemAt(entry.value, messages.notAMapping(reading.key), reading.key));
    return [];
  }
  const wanted = nameIn(value);
  return readExpectations(entry.value.entries, reading.model, reading.problems).map((inner) => ({
    ...inner,
    key: `${reading.key}: ${inner.key}`,
    judge: (answered) => judgedFor(answered, wanted, inner.judge),
    beside: (answered) => besideFor(answered, wanted, inner.beside),
  }));
}

function judgedFor(answered: Answered, wanted: string, judge: Judge): Judgement {
  const decision = answerFor(answered, wanted);
  return decision ? judge({ ...answered, decision }) : { holds: false, found: "none" };
}

function besideFor(answered: Answered, wanted: string, inner: Expectation["beside"]): Reached | undefined {
  const decision = answerFor(answered, wanted);
  if (!decision) return undefined;
  return inner ? inner({ ...answered, decision }) : { decision, part: "all" };
}

/** The decision if the missing field had a value. */
function answerFor({ decision }: Answered, wanted: string): Decision | undefined {
  return decision.needs?.answers.find((each) => constantText(each.value) === wanted)?.decision;
}

function textOf(node: YamlNode): string {
  switch (node.kind) {
    case "scalar":
      return node.text;
    case "nothing":
      return "none";
    case "list":
      return `[${node.items.map(textOf).join(", ")}]`;
    case "map":
      return "{ … }";
  }
}
