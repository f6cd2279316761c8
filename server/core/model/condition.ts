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
import type { KnownField, KnownKind } from "./declared.ts";
import { ask, type Linking, missing, none, placeOf, trimmed, unreadFrom, uses } from "./linking.ts";
import { calendarNamed, kindNamed, reportUnknown } from "./lookup.ts";
import type { Condition, Constant, FieldType, Sought, Subject } from "./model.ts";
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
  const kinds: KnownKind[] = [];
  let incomplete = false;
  for (const name of requests) {
    const kind = kindNamed(linking, name);
    if (kind) kinds.push(kind);
    else incomplete = true;
  }
  const distinct = kinds.length > 1 ? [...new Set(kinds)] : kinds;
  return { kinds: trimmed(distinct), incomplete, channel, fields: "of every kind" };
}

/** The condition, or one that is `broken` as a whole where any part of it could not be read or resolved. */
export function conditionOf(linking: Linking, scope: Scope, node: ConditionNode): Condition {
  return readCondition(linking, scope, node) ?? { kind: "broken", place: placeOf(linking, node) };
}

/**
 * The condition of a clause or line, if it has one. It is `broken`, too, where what could not be read on its line seems to be one, or more of
 * one: without that the clause would hold for more than anybody wrote.
 */
export function whenOf(
  linking: Linking,
  scope: Scope,
  node: Span & { readonly when: ConditionNode | undefined },
): Condition | undefined {
  const when = node.when && conditionOf(linking, scope, node.when);
  const unread = unreadFrom(linking, node.when?.end ?? node.start);
  if (unread === "" || !conditionSigns.test(unread)) return when;
  return { kind: "broken", place: placeOf(linking, node.when ?? node) };
}

/** What a condition has, in the language or as people say one. */
const conditionSigns =
  /[<>=≤≥＜＞＝]|\b(?:when|is|during|outside|if|unless|where|only|except|otherwise|else|cases?|over|above|under|below|than|least|most)\b|以[上下外]|未満|超|場合|なら|とき|の時|のみ|だけ|その他/iu;

/** What a name in a condition stands for: fields first, then customer attributes, then what every request has. */
export function subjectOf(linking: Linking, scope: Scope, name: Name): ResolvedSubject | undefined {
  ask(linking, "kinds");
  const fields: KnownField[] = [];
  for (const kind of scope.kinds) {
    const field = kind.fields.get(name.text);
    if (field) fields.push(field);
  }
  if (fields.length > 0) return fieldSubject(linking, scope, name, fields);
  ask(linking, "attributes");
  const attribute = linking.names.attributes.get(name.text);
  if (attribute) {
    uses(linking, name, subjectSought, attribute.symbol);
    if (!attribute.type) return undefined;
    return { name: name.text, subject: attribute.subject, type: attribute.type, fields: [attribute] };
  }
  return builtInSubject(linking, scope, name) ?? unknownSubject(linking, scope, name);
}

function readCondition(linking: Linking, scope: Scope, node: ConditionNode): Condition | undefined {
  switch (node.kind) {
    case "or":
    case "and": {
      const parts = node.parts.map((part) => conditionOf(linking, scope, part));
      const broken = parts.some((part) => part.kind === "broken");
      return broken ? undefined : { kind: node.kind, parts, place: placeOf(linking, node) };
    }
    case "not": {
      const part = conditionOf(linking, scope, node.part);
      return part.kind === "broken" ? undefined : { kind: "not", part, place: placeOf(linking, node) };
    }
    case "is":
      return isCondition(linking, scope, node);
    case "compare":
      return compareCondition(linking, scope, node);
    case "during":
      return duringCondition(linking, scope, node);
    case "on":
      return onCondition(linking, scope, node);
    case "missing condition":
      return undefined;
  }
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
  const { negated } = node;
  return { kind: "is", subject: subject.subject, negated, values: trimmed(values), place: placeOf(linking, node) };
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
  if (scope.fields === "of every kind" && fields.length < scope.kinds.length) {
    const without = scope.kinds.filter((kind) => !kind.fields.has(name.text)).map((kind) => kind.name);
    const place = placeOf(linking, name);
    linking.problems.push({ kind: "field not in every kind", place, field: name.text, without });
  }
  const { type, subject } = fields[0] ?? {};
  if (!type || !subject) return undefined;
  if (fields.length > 1 && fields.some((field) => !field.type)) return undefined;
  if (fields.length > 1 && fields.some((field) => field.type && !comparable(type, field.type))) {
    const kinds = scope.kinds.filter((kind) => kind.fields.has(name.text)).map((kind) => kind.name);
    linking.problems.push({ kind: "field differs", place: placeOf(linking, name), field: name.text, kinds });
    return undefined;
  }
  return { name: name.text, subject, type, fields };
}

function comparable(one: FieldType, other: FieldType): boolean {
  if (one.kind === "money") return other.kind === "money" && other.currency === one.currency;
  if (one.kind === "duration") return other.kind === "duration" && other.unit === one.unit;
  return one.kind === other.kind;
}

function builtInSubject(linking: Linking, scope: Scope, name: Name): ResolvedSubject | undefined {
  switch (name.text) {
    case "customer":
    case "asker":
      return builtIn[name.text];
    case "channel":
      if (scope.channel === "comes later")
        linking.problems.push({ kind: "channel in handle", place: placeOf(linking, name) });
      return builtIn.channel;
    default:
      return undefined;
  }
}

/** What every request has. */
const builtIn: Readonly<Record<"customer" | "asker" | "channel", ResolvedSubject>> = {
  customer: { name: "customer", subject: { kind: "customer" }, type: { kind: "customer" }, fields: none },
  asker: { name: "asker", subject: { kind: "asker" }, type: { kind: "party" }, fields: none },
  channel: { name: "channel", subject: { kind: "channel" }, type: { kind: "channel" }, fields: none },
};

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
