import type { TraceReason, TraceStep } from "../engine/decision.ts";
import { traceOf } from "../engine/trace.ts";
import { isKnownDecider, sameDecider } from "./deciders.ts";
import type { Expectation, ExpectReading, Judgement } from "./judge.ts";
import { messages } from "./messages.ts";
import { problemAt } from "./problem.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml.ts";

/** Words for why something did not decide, beside the condition that failed; `CLAUSE` stands for a name. */
export const lostBecause: readonly string[] = [
  "not in force",
  "another asker",
  "another kind",
  "unapproved",
  "without end",
  "outside CLAUSE",
  "under CLAUSE",
  "CLAUSE is stricter",
  "CLAUSE is due sooner",
  "CLAUSE is first by name",
];

/**
 * Reads `lost`: what was considered and did not decide. A name, a list of names, or names each with why: the first
 * condition that failed, as it is written in the agreement, or one of `lostBecause`; where nothing is said, any reason will do.
 */
export function readLost({ key, value }: YamlEntry, reading: ExpectReading): readonly Expectation[] {
  switch (value.kind) {
    case "map":
      return value.entries.flatMap((each) => lostExpectation(each.key, each.value, reading));
    case "list":
      return value.items.flatMap((item) => lostName(item, reading));
    case "scalar":
      return lostName(value, reading);
    case "nothing":
      reading.problems.push(problemAt(key, messages.lostTakes(), reading.key));
      return [];
  }
}

function lostName(item: YamlNode, reading: ExpectReading): readonly Expectation[] {
  if (item.kind === "scalar") return lostExpectation(item, item, reading);
  reading.problems.push(problemAt(item, messages.lostTakes(), reading.key));
  return [];
}

/** `value` is why, or the name itself where any reason will do. */
function lostExpectation(name: YamlScalar, value: YamlNode, reading: ExpectReading): readonly Expectation[] {
  if (!isKnownDecider(name.text, reading, name)) return [];
  if (value.kind === "list" || value.kind === "map") {
    reading.problems.push(problemAt(value, messages.notASingleValue(name.text), reading.key));
    return [];
  }
  const isGiven = value.kind === "scalar" && value !== name;
  const wanted = isGiven ? value.text : undefined;
  return [
    {
      key: `lost ${name.text}`,
      expected: wanted ?? "lost",
      judge: ({ engine, decision }) => judged(traceOf(engine, decision), name.text, wanted),
      beside: undefined,
      start: value.kind === "nothing" ? name.start : value.start,
      end: value.kind === "nothing" ? name.end : value.end,
    },
  ];
}

function judged(trace: readonly TraceStep[], name: string, wanted: string | undefined): Judgement {
  const steps = trace.filter(({ id }) => sameDecider(id, name));
  const found = steps.map(whyLost);
  const holds = steps.some((step) => {
    const { because } = step;
    return because !== undefined && (wanted === undefined || sameReason(whyLost(step), wanted));
  });
  return { holds, found: found.length === 0 ? "not considered" : [...new Set(found)].join("; ") };
}

/** Why a step of the trace lost, as one writes it in `lost`; what became of it where it did not. */
function whyLost({ result, because }: TraceStep): string {
  return because ? reasonText(because) : result;
}

function reasonText(because: TraceReason): string {
  switch (because.kind) {
    case "condition":
      return because.condition.replace(/\s+/g, " ");
    case "kind":
    case "asker":
      return `another ${because.kind}`;
    case "outside":
      return `outside ${because.of}`;
    case "overlaid":
      return `under ${because.than}`;
    case "stricter":
      return `${because.than} is stricter`;
    case "later":
      return `${because.than} is due sooner`;
    case "by name":
      return `${because.than} is first by name`;
    case "not in force":
    case "unapproved":
    case "without end":
      return because.kind;
    default:
      return because satisfies never;
  }
}

/** Spaces count for nothing, and a clause may be named from its end on. */
function sameReason(found: string, wanted: string): boolean {
  const plain = (text: string) => text.normalize("NFKC").trim();
  const words = (text: string) => plain(text).split(/\s+/);
  const joined = (text: string) => words(text).join("");
  const [is, should] = [words(found), words(wanted)];
  const alike = is.length === should.length && is.every((word, index) => sameDecider(word, should[index] ?? ""));
  return alike || joined(found) === joined(wanted);
}
