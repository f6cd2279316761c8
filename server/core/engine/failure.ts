import { constantInUnit, constantText } from "../model/constantText.ts";
import type { Condition, Subject } from "../model/model.ts";
import { type ConditionScope, compileCondition, unknown, yes } from "./condition.ts";
import type { TraceReason } from "./decision.ts";
import type { KindPlan } from "./plan.ts";
import { fieldValue, type Situation } from "./situation.ts";

/** The first part of a condition that does not hold, and what the request has instead; undefined where all of it holds. */
export function failureOf(
  condition: Condition,
  scope: ConditionScope,
  situation: Situation,
  kind: KindPlan,
): TraceReason | undefined {
  const holds = (part: Condition) => compileCondition(part, scope)(situation) === yes;
  if (holds(condition)) return undefined;
  let failed = condition;
  while (failed.kind === "and") {
    const part = failed.parts.find((each) => !holds(each));
    if (!part) break;
    failed = part;
  }
  const subjects = subjectsOf(failed);
  const lacking =
    compileCondition(failed, scope)(situation) === unknown ? subjects.find(isLacking(situation)) : undefined;
  const found = new Set(subjects.flatMap((subject) => foundIn(subject, situation, kind) ?? []));
  return {
    kind: "condition",
    condition: writtenCondition(failed),
    place: failed.place,
    found: found.size > 0 ? [...found].join(", ") : undefined,
    ...(subjects.some((subject) => subject.kind === "time") ? { at: situation.request.at } : {}),
    ...(lacking?.kind === "field" ? { unknown: lacking.name } : {}),
  };
}

function isLacking({ request }: Situation): (subject: Subject) => boolean {
  return (subject) => subject.kind === "field" && fieldValue(request, subject.name) === undefined;
}

/** As it is written; a cell of a target table is only a value, and its field stands at the head of the table. */
function writtenCondition(condition: Condition): string {
  const { item, span } = condition.place;
  const text = item.text.slice(span.start, span.end);
  if (condition.kind !== "is") return text;
  const { subject } = condition;
  const name = "name" in subject ? subject.name : subject.kind;
  const plain = text.normalize("NFKC").replace("`", "");
  return plain.startsWith(name) && /\bis\b/.test(plain) ? text : `${name} is ${text}`;
}

function subjectsOf(condition: Condition): readonly Subject[] {
  switch (condition.kind) {
    case "or":
    case "and":
      return condition.parts.flatMap(subjectsOf);
    case "not":
      return subjectsOf(condition.part);
    case "is":
    case "compare":
    case "during":
    case "on":
      return [condition.subject];
    case "broken":
      return [];
    default:
      return condition satisfies never;
  }
}

function foundIn(subject: Subject, { request, customer }: Situation, { declaration }: KindPlan): string | undefined {
  switch (subject.kind) {
    case "field": {
      const value = fieldValue(request, subject.name);
      const type = declaration?.fields.find((field) => field.name === subject.name)?.type;
      return value && constantInUnit(value, type);
    }
    case "attribute": {
      const value = customer?.attributes.get(subject.name);
      return value && constantText(value);
    }
    case "customer":
      return request.customer;
    case "asker":
      return request.asker;
    case "channel":
      return request.channel;
    case "time":
      return undefined;
    default:
      return subject satisfies never;
  }
}
