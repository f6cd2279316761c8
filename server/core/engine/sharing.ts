import type { Condition, Constant, Subject, Who } from "../model/model.ts";
import type { Target } from "../time/spec.ts";

/** Keeps the first value that was made for a key and gives it to all who ask for that key. */
export function sharing<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make();
    known.set(key, value);
    return value;
  };
}

/**
 * The engine's own copy of a name. Names read from a file are windows into its whole text, and take two bytes a character if
 * anything in the file does; put together anew they compare several times faster with the names in requests.
 */
export function ownName(name: string): string {
  return name.length > longestCopied
    ? name
    : String.fromCharCode(...Array.from({ length: name.length }, (_, at) => name.charCodeAt(at)));
}

const longestCopied = 200;

/** A constant with the engine's own copy of its name. */
export function ownConstant(constant: Constant): Constant {
  return constant.kind === "name" ? { kind: "name", name: ownName(constant.name) } : constant;
}

/** Equal for targets that say the same. */
export function targetKey({ amount, unit, before }: Target): string {
  return `${amount} ${unit} ${before ?? ""}`;
}

/** Equal for those who are the same. */
export function whoKey(who: Who): string {
  switch (who.kind) {
    case "team":
    case "lead of":
    case "all of":
      return listKey([who.kind, who.team]);
    case "person":
      return listKey([who.kind, who.person, who.of ?? ""]);
    case "lead of asker":
    case "owner of customer":
      return who.kind;
    default:
      return who satisfies never;
  }
}

/** Equal for conditions that ask the same. */
export function conditionKey(condition: Condition): string {
  switch (condition.kind) {
    case "or":
    case "and":
      return listKey([condition.kind, ...condition.parts.map(conditionKey)]);
    case "not":
      return listKey([condition.kind, conditionKey(condition.part)]);
    case "is":
    case "compare":
    case "during":
    case "on":
      return singleKey(condition);
    case "broken":
      return condition.kind;
    default:
      return condition satisfies never;
  }
}

function singleKey(condition: Condition & { readonly kind: "is" | "compare" | "during" | "on" }): string {
  const { kind } = condition;
  const subject = subjectKey(condition.subject);
  switch (kind) {
    case "is":
      return listKey([kind, String(condition.negated), subject, ...condition.values.map(constantKey)]);
    case "compare":
      return listKey([kind, condition.operator, subject, constantKey(condition.value)]);
    case "during":
      return listKey([kind, String(condition.outside), subject, condition.calendar]);
    case "on":
      return listKey([kind, subject, JSON.stringify(condition.days)]);
    default:
      return kind satisfies never;
  }
}

function subjectKey(subject: Subject): string {
  return "name" in subject ? listKey([subject.kind, subject.name]) : subject.kind;
}

function constantKey(constant: Constant): string {
  switch (constant.kind) {
    case "name":
      return listKey([constant.kind, constant.name]);
    case "decimal":
      return `${constant.value.unscaled}e-${constant.value.scale}`;
    case "day":
      return `day ${constant.day}`;
    case "time":
      return `time ${constant.minute}`;
    case "text":
      return listKey([constant.kind, constant.text]);
    default:
      return constant satisfies never;
  }
}

/** Parts one after the other, each with its length before it, so that no two lists read the same. */
export function listKey(parts: readonly string[]): string {
  let key = "";
  for (const part of parts) key += part.length + ":" + part;
  return key;
}
