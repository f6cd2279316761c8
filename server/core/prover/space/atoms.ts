/** The single comparisons that conditions are made of, and whether one holds of a value. */
import { compareDecimals } from "../../model/decimal.ts";
import { plainText } from "../../model/meaning.ts";
import type { Condition, Constant, Subject } from "../../model/model.ts";
import { partsOf, weekdayOf } from "../../time/date.ts";
import type { Day, MonthDay } from "../../time/spec.ts";

/** One comparison of one subject. */
export type Atom = Extract<Condition, { readonly kind: "is" | "compare" | "during" | "on" }>;

/** The comparisons in a condition, in order. */
export function atomsIn(condition: Condition): readonly Atom[] {
  switch (condition.kind) {
    case "or":
    case "and":
      return condition.parts.flatMap(atomsIn);
    case "not":
      return atomsIn(condition.part);
    case "is":
    case "compare":
    case "during":
    case "on":
      return [condition];
    case "broken":
      return [];
    default:
      return condition satisfies never;
  }
}

/** Equal for subjects that are the same. */
export function subjectKey(subject: Subject): string {
  return "name" in subject ? `${subject.kind} ${subject.name}` : subject.kind;
}

/** Whether a comparison says `is not` or `outside`, so that it holds of whatever its positive form does not hold of. */
export function isNegated(atom: Atom): boolean {
  return (atom.kind === "is" && atom.negated) || (atom.kind === "during" && atom.outside);
}

/** Equal for comparisons of the same subject that ask the same, negated or not. */
export function atomKey(atom: Atom): string {
  const known = keys.get(atom);
  if (known !== undefined) return known;
  const key = keyOf(atom);
  keys.set(atom, key);
  return key;
}

const keys = new WeakMap<Atom, string>();

function keyOf(atom: Atom): string {
  switch (atom.kind) {
    case "is":
      return `is ${atom.values.map(constantKey).join(" ")}`;
    case "compare":
      return `${atom.operator} ${constantKey(atom.value)}`;
    case "during":
      return `during ${JSON.stringify(atom.calendar)}`;
    case "on":
      return plainText(["on", atom.days]);
    default:
      return atom satisfies never;
  }
}

function constantKey(constant: Constant): string {
  switch (constant.kind) {
    case "name":
      return JSON.stringify(constant.name);
    case "decimal":
      return `${constant.value.unscaled}/${constant.value.scale}`;
    case "text":
    case "day":
    case "time":
      return plainText(constant);
    default:
      return constant satisfies never;
  }
}

/** Whether `is` or a comparison, taken as positive, holds of a value; what is absent fulfils none. */
export function holdsOf(atom: Atom & { readonly kind: "is" | "compare" }, value: Constant | undefined): boolean {
  if (value === undefined) return false;
  if (atom.kind === "is") return atom.values.some((each) => orderOf(value, each) === 0);
  const order = orderOf(value, atom.value);
  if (order === undefined) return false;
  switch (atom.operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return atom.operator satisfies never;
  }
}

/** Negative, zero or positive; undefined for constants of different kinds, and for different names or texts. */
export function orderOf(one: Constant, other: Constant): number | undefined {
  if (one.kind === "decimal" && other.kind === "decimal") return compareDecimals(one.value, other.value);
  if (one.kind === "day" && other.kind === "day") return one.day - other.day;
  if (one.kind === "time" && other.kind === "time") return one.minute - other.minute;
  if (one.kind === "name" && other.kind === "name") return one.name === other.name ? 0 : undefined;
  if (one.kind === "text" && other.kind === "text") return one.text === other.text ? 0 : undefined;
  return undefined;
}

/** Whether a date is one of those that `on` names. */
export function isOn({ days }: Atom & { readonly kind: "on" }, day: Day): boolean {
  switch (days.kind) {
    case "dates":
      return day >= days.first && day <= days.last;
    case "weekdays":
      return ((days.mask >> weekdayOf(day)) & 1) === 1;
    case "monthdays": {
      const [at, first, last] = [orderInYear(partsOf(day)), orderInYear(days.first), orderInYear(days.last)];
      return first <= last ? at >= first && at <= last : at >= first || at <= last;
    }
    default:
      return days satisfies never;
  }
}

function orderInYear({ month, day }: MonthDay): number {
  return month * 100 + day;
}
