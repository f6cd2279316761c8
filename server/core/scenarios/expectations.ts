import { decideCommitment } from "../engine/decide.ts";
import type { Commitment, Request } from "../engine/decision.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { Constant, Model } from "../model/model.ts";
import type { Span } from "../syntax/tree.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import { formatDate, formatMinute } from "../time/date.ts";
import { expectKeys, verdictWords } from "./expectKeys.ts";
import type { Answered, ExpectReading, Judge, Judgement } from "./judge.ts";
import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { nameIn } from "./values.ts";
import type { YamlEntry, YamlNode } from "./yaml.ts";

/** One line of `expect`, ready to judge decisions; the span is that of its value. */
export interface Expectation extends Span {
  /** For a nested one the keys with the outer one first, as in `needs urgent: respond by`. */
  readonly key: string;
  /** As written. */
  readonly expected: string;
  readonly judge: Judge;
}

/** A key of `expect` that ends in a name of the reader's own. */
export interface ArgumentKey {
  readonly key: string;
  readonly argument: string;
  readonly doc: Localized;
}

/** Keys beside those of `expectKeys` that take a word after them. */
export const argumentKeys: readonly ArgumentKey[] = [
  {
    key: "commitment",
    argument: "",
    doc: {
      en: "What may be promised: may, ask, never, silent, or none where no clause is about the kind.",
      ja: "約束の可否: may、ask、never、silent。その種類についての条項がなければ none。",
    },
  },
  {
    key: "commitment",
    argument: "KIND",
    doc: {
      en: "What may be promised of another kind, asked at the same time for the same customer.",
      ja: "同じ時刻に同じ顧客について尋ねた、別の種類の約束の可否。",
    },
  },
  {
    key: "needs",
    argument: "VALUE",
    doc: {
      en: "The answer if the missing field had this value: keys of `expect` again.",
      ja: "足りない項目がこの値だった場合の答え。中には `expect` と同じキーを書く。",
    },
  },
];

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
  if (first === "commitment") return expectation(entry, readCommitment(entry, rest.join(" "), reading));
  if (first === "needs") return readNeeds(entry, rest.join(" "), reading);
  const known = [...expectKeys.map((each) => each.key), ...argumentKeys.map((each) => each.key)];
  problems.push(problemAt(entry.key, messages.unknownKey(key, nearest(key, known), []), key));
  return [];
}

function expectation(entry: YamlEntry, judge: Judge | undefined): readonly Expectation[] {
  const { start, end } = entry.value;
  return judge ? [{ key: entry.key.text.trim(), expected: textOf(entry.value), judge, start, end }] : [];
}

function readCommitment(entry: YamlEntry, kind: string, reading: ExpectReading): Judge | undefined {
  const { value } = entry;
  const expected = value.kind === "scalar" ? value.text.trim() : "none";
  if (!verdictWords.includes(expected)) {
    const message = messages.notOneOf(expected, verdictWords, nearest(expected, verdictWords));
    reading.problems.push(problemAt(value, message, reading.key));
    return undefined;
  }
  if (kind === "") return ({ decision }) => judgedVerdict(decision.commitment, expected);
  const name = nameIn(kind);
  const kinds = [...reading.model.kinds.keys()];
  if (!kinds.includes(name)) {
    reading.problems.push(
      problemAt(entry.key, messages.unknownName("kind", name, nearest(name, kinds), kinds), reading.key),
    );
    return undefined;
  }
  const { model } = reading;
  return ({ engine, decision }) =>
    judgedVerdict(decideCommitment(engine, ofKind(decision.request, name, model)), expected);
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
  }));
}

function judgedFor(answered: Answered, wanted: string, judge: Judge): Judgement {
  const answer = answered.decision.needs?.answers.find((each) => constantText(each.value) === wanted);
  return answer ? judge({ ...answered, decision: answer.decision }) : { holds: false, found: "none" };
}

/** A constant as a key of a scenario file can name it. */
function constantText(constant: Constant): string {
  switch (constant.kind) {
    case "name":
      return constant.name;
    case "decimal":
      return formatDecimal(constant.value);
    case "day":
      return formatDate(constant.day);
    case "time":
      return formatMinute(constant.minute);
    case "text":
      return constant.text;
  }
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
