import type {
  CompareCondition,
  Condition as ConditionNode,
  DuringCondition,
  IsCondition,
  Name,
  OnCondition,
  Span,
} from "../syntax/tree.ts";
import { type Compared, constantOf } from "./constant.ts";
import { type Linking, missing, placeOf, type Sought, uses } from "./linking.ts";
import { calendarNamed, kindNamed, reportUnknown } from "./lookup.ts";
import type { Condition, Constant, FieldType, Subject } from "./model.ts";
import type { KnownField, KnownKind } from "./names.ts";
import { daysNamed } from "./times.ts";

/** What the conditions of a clause can speak about. */
export interface Scope {
  readonly kinds: readonly KnownKind[];
  /** Some request kind is unknown, so a field that is not found may be one of its. */
  readonly incomplete: boolean;
  /** In a handle the clause comes first, then the channel (language.md M4). */
  readonly channel: "may be asked" | "comes later";
  /** Whether each of the kinds has to have a field that is named. */
  readonly fields: "of every kind" | "of any kind";
}

/** The subject of a condition or of a table's column. */
export interface ResolvedSubject extends Compared {
  readonly subject: Subject;
}

/** The scope of a clause about these request kinds; unknown kinds are reported. */
export function scopeOf(linking: Linking, requests: readonly Name[], channel: Scope["channel"]): Scope {
  const kinds = requests.flatMap((name) => kindNamed(linking, name) ?? []);
  return { kinds, incomplete: kinds.length < requests.length, channel, fields: "of every kind" };
}

/** The condition, or one that is `broken` as a whole where any part of it could not be read or resolved. */
export function conditionOf(linking: Linking, scope: Scope, node: ConditionNode): Condition {
  const place = placeOf(linking, node);
  const broken: Condition = { kind: "broken", place };
  switch (node.kind) {
    case "or":
    case "and": {
      const parts = node.parts.map((part) => conditionOf(linking, scope, part));
      return parts.some(isBroken) ? broken : { kind: node.kind, parts, place };
    }
    case "not": {
      const part = conditionOf(linking, scope, node.part);
      return isBroken(part) ? broken : { kind: "not", part, place };
    }
    case "is":
      return isCondition(linking, scope, node) ?? broken;
    case "compare":
      return compareCondition(linking, scope, node) ?? broken;
    case "during":
      return duringCondition(linking, scope, node) ?? broken;
    case "on":
      return onCondition(linking, scope, node) ?? broken;
    case "missing condition":
      return broken;
  }
}

/** A clause's own condition, if it has one. */
export function whenOf(linking: Linking, scope: Scope, node: ConditionNode | undefined): Condition | undefined {
  return node && conditionOf(linking, scope, node);
}

/** What a name in a condition stands for: fields first, then customer attributes, then what every request has. */
export function subjectOf(linking: Linking, scope: Scope, name: Name): ResolvedSubject | undefined {
  linking.asked.add("kinds");
  const fields = scope.kinds.flatMap((kind) => kind.fields.get(name.text) ?? []);
  if (fields.length > 0) return fieldSubject(linking, scope, name, fields);
  linking.asked.add("attributes");
  const attribute = linking.names.attributes.get(name.text);
  if (attribute) {
    uses(linking, name, subjectSought, attribute.symbol);
    if (!attribute.type) return undefined;
    return {
      name: name.text,
      subject: { kind: "attribute", name: name.text },
      type: attribute.type,
      fields: [attribute],
    };
  }
  return builtInSubject(linking, scope, name) ?? unknownSubject(linking, scope, name);
}

/** Whether a condition could not be read or resolved. */
export function isBroken(condition: Condition): boolean {
  return condition.kind === "broken";
}

function isCondition(linking: Linking, scope: Scope, node: IsCondition): Condition | undefined {
  const subject = subjectOf(linking, scope, node.field);
  if (node.values.length === 0) return missing(linking, node, "condition", "value");
  if (!subject) return undefined;
  const values: Constant[] = [];
  for (const value of node.values) {
    const constant = constantOf(linking, subject, value);
    if (constant) values.push(constant);
  }
  if (values.length < node.values.length) return undefined;
  return { kind: "is", subject: subject.subject, negated: node.negated, values, place: placeOf(linking, node) };
}

function compareCondition(linking: Linking, scope: Scope, node: CompareCondition): Condition | undefined {
  const subject = subjectOf(linking, scope, node.field);
  if (!node.value) return missing(linking, node, "condition", "value");
  if (!subject) return undefined;
  if (!ordered.has(subject.type.kind)) return wrongOperator(linking, node, subject, node.operator);
  const value = constantOf(linking, subject, node.value);
  return (
    value && {
      kind: "compare",
      subject: subject.subject,
      operator: node.operator,
      value,
      place: placeOf(linking, node),
    }
  );
}

function duringCondition(linking: Linking, scope: Scope, node: DuringCondition): Condition | undefined {
  const subject = momentOf(linking, scope, node, node.outside ? "outside" : "during");
  const calendar = node.calendar
    ? calendarNamed(linking, node.calendar)
    : missing(linking, node, "condition", "calendar");
  if (!subject || calendar === undefined) return undefined;
  return { kind: "during", subject, outside: node.outside, calendar, place: placeOf(linking, node) };
}

function onCondition(linking: Linking, scope: Scope, node: OnCondition): Condition | undefined {
  const subject = momentOf(linking, scope, node, "on");
  const days = node.days ? daysNamed(linking, node.days) : missing(linking, node, "condition", "days");
  return subject && days && { kind: "on", subject, days, place: placeOf(linking, node) };
}

function momentOf(
  linking: Linking,
  scope: Scope,
  node: DuringCondition | OnCondition,
  word: string,
): Subject | undefined {
  if (!node.field) return { kind: "time" };
  const subject = subjectOf(linking, scope, node.field);
  if (!subject) return undefined;
  return subject.type.kind === "date" ? subject.subject : wrongOperator(linking, node, subject, word);
}

function wrongOperator(linking: Linking, node: Span, subject: ResolvedSubject, operator: string): undefined {
  const { name, type } = subject;
  linking.problems.push({ kind: "wrong operator", place: placeOf(linking, node), subject: name, type, operator });
}

function fieldSubject(
  linking: Linking,
  scope: Scope,
  name: Name,
  fields: readonly KnownField[],
): ResolvedSubject | undefined {
  for (const field of fields) uses(linking, name, subjectSought, field.symbol);
  const place = placeOf(linking, name);
  if (scope.fields === "of every kind" && fields.length < scope.kinds.length) {
    const without = scope.kinds.filter((kind) => !kind.fields.has(name.text)).map((kind) => kind.name);
    linking.problems.push({ kind: "field not in every kind", place, field: name.text, without });
  }
  const types = fields.flatMap((field) => field.type ?? []);
  const [type] = types;
  if (!type || types.length < fields.length) return undefined;
  if (!types.every((other) => comparable(type, other))) {
    const kinds = scope.kinds.filter((kind) => kind.fields.has(name.text)).map((kind) => kind.name);
    linking.problems.push({ kind: "field differs", place, field: name.text, kinds });
    return undefined;
  }
  return { name: name.text, subject: { kind: "field", name: name.text }, type, fields };
}

function comparable(one: FieldType, other: FieldType): boolean {
  if (one.kind === "money") return other.kind === "money" && other.currency === one.currency;
  if (one.kind === "duration") return other.kind === "duration" && other.unit === one.unit;
  return one.kind === other.kind;
}

function builtInSubject(linking: Linking, scope: Scope, name: Name): ResolvedSubject | undefined {
  switch (name.text) {
    case "customer":
      return { name: name.text, subject: { kind: "customer" }, type: { kind: "customer" }, fields: [] };
    case "asker":
      return { name: name.text, subject: { kind: "asker" }, type: { kind: "party" }, fields: [] };
    case "channel":
      if (scope.channel === "comes later")
        linking.problems.push({ kind: "channel in handle", place: placeOf(linking, name) });
      return { name: name.text, subject: { kind: "channel" }, type: { kind: "channel" }, fields: [] };
    default:
      return undefined;
  }
}

function unknownSubject(linking: Linking, scope: Scope, name: Name): undefined {
  uses(linking, name, subjectSought, undefined);
  if (scope.incomplete) return;
  reportUnknown(
    linking,
    name,
    subjectSought.spaces,
    scope.kinds.map((kind) => kind.symbol),
  );
}

const ordered: ReadonlySet<string> = new Set(["percent", "number", "money", "duration", "date", "time"]);

const subjectSought: Sought = { spaces: ["field", "attribute"], role: "use" };
