import { compareDecimals } from "../model/decimal.ts";
import type { Condition, Constant, Subject } from "../model/model.ts";
import { type Calendar, isOpen, opensOn } from "../time/calendar.ts";
import { partsOf, weekdayOf } from "../time/date.ts";
import type { Day, MonthDay } from "../time/spec.ts";
import type { Zone } from "../time/zone.ts";
import { comparer } from "./compare.ts";
import { conditionKey, ownConstant, ownName } from "./sharing.ts";
import { dayIn, fieldValue, type Situation } from "./situation.ts";

/** The condition does not hold. */
export const no = 0;
/** It depends on a field that the request lacks. */
export const unknown = 1;
/** The condition holds. */
export const yes = 2;

/** `no`, `unknown` or `yes`, so that `and` is the least and `or` the greatest of the parts. */
export type Truth = 0 | 1 | 2;

/** A condition made ready to be asked of many requests. */
export type Test = (situation: Situation) => Truth;

/** Where conditions are read: the agreement's zone and the calendars of the model. */
export interface ConditionScope {
  readonly zone: Zone;
  readonly calendar: (name: string) => Calendar | undefined;
  /** Tests by what they ask, so that equal conditions are one function. */
  readonly shared: (key: string, make: () => Test) => Test;
}

/** The test of a condition; one that could not be read never holds. */
export function compileCondition(condition: Condition, scope: ConditionScope): Test {
  return scope.shared(conditionKey(condition), () => compiled(condition, scope));
}

function compiled(condition: Condition, scope: ConditionScope): Test {
  switch (condition.kind) {
    case "or":
      return condition.parts
        .map((part) => compileCondition(part, scope))
        .reduceRight((rest, part) => either(part, rest));
    case "and":
      return condition.parts.map((part) => compileCondition(part, scope)).reduceRight((rest, part) => both(part, rest));
    case "not":
      return opposite(compileCondition(condition.part, scope));
    case "is":
    case "compare":
    case "during":
    case "on":
      return compileSingle(condition, scope);
    case "broken":
      return () => no;
    default:
      return condition satisfies never;
  }
}

function compileSingle(
  condition: Condition & { readonly kind: "is" | "compare" | "during" | "on" },
  scope: ConditionScope,
): Test {
  switch (condition.kind) {
    case "is": {
      const test = is(condition.subject, condition.values);
      return condition.negated ? opposite(test) : test;
    }
    case "compare":
      return comparison(condition.subject, comparer(condition.operator, condition.value));
    case "during":
      return during(condition, scope);
    case "on":
      return on(condition.subject, onDays(condition.days), scope.zone);
    default:
      return condition satisfies never;
  }
}

function both(one: Test, other: Test): Test {
  return (situation) => {
    const truth = one(situation);
    if (truth === no) return no;
    const rest = other(situation);
    return rest < truth ? rest : truth;
  };
}

function either(one: Test, other: Test): Test {
  return (situation) => {
    const truth = one(situation);
    if (truth === yes) return yes;
    const rest = other(situation);
    return rest > truth ? rest : truth;
  };
}

function opposite(part: Test): Test {
  return (situation) => {
    const truth = part(situation);
    return truth === unknown ? unknown : truth === yes ? no : yes;
  };
}

// is ------------------------------------------------------------------------------------------------------------------

function is(subject: Subject, values: readonly Constant[]): Test {
  switch (subject.kind) {
    case "field":
      return fieldIs(subject.name, values);
    case "attribute":
      return ofAttribute(subject.name, oneOf(values));
    case "customer":
      return customerIs(values);
    case "channel":
      return channelIs(values);
    case "asker":
      return askerIs(values);
    case "time":
      return () => no;
    default:
      return subject satisfies never;
  }
}

/** Most conditions ask for one name of a field: that takes no further call. */
function fieldIs(written: string, values: readonly Constant[]): Test {
  const [only] = values;
  if (only?.kind !== "name" || values.length > 1) return ofField(written, oneOf(values));
  const [name, wanted] = [ownName(written), ownName(only.name)];
  return (situation) => {
    const value = fieldValue(situation.request, name);
    if (value === undefined) return absent(situation, name);
    return value.kind === "name" && value.name === wanted ? yes : no;
  };
}

type ValueTest = (value: Constant) => boolean;

function oneOf(written: readonly Constant[]): ValueTest {
  const values = written.map(ownConstant);
  const [only] = values;
  if (only?.kind === "name" && values.length === 1) return (value) => value.kind === "name" && value.name === only.name;
  return (value) => values.some((wanted) => sameConstant(wanted, value));
}

/** Whether two constants are the same value of the same type. */
export function sameConstant(a: Constant, b: Constant): boolean {
  if (a.kind === "name") return b.kind === "name" && a.name === b.name;
  if (a.kind === "decimal") return b.kind === "decimal" && compareDecimals(a.value, b.value) === 0;
  if (a.kind === "day") return b.kind === "day" && a.day === b.day;
  if (a.kind === "time") return b.kind === "time" && a.minute === b.minute;
  return b.kind === "text" && a.text === b.text;
}

function ofField(written: string, test: ValueTest): Test {
  const name = ownName(written);
  return (situation) => {
    const value = fieldValue(situation.request, name);
    if (value === undefined) return absent(situation, name);
    return test(value) ? yes : no;
  };
}

/** A field of the kind is wanted; a field of other kinds has no value here, so that `is` is false of it. */
function absent(situation: Situation, name: string): Truth {
  return situation.declared.has(name) ? unknown : no;
}

function ofAttribute(written: string, test: ValueTest): Test {
  const name = ownName(written);
  return (situation) => {
    const value = situation.customer?.attributes.get(name);
    return value !== undefined && test(value) ? yes : no;
  };
}

function customerIs(values: readonly Constant[]): Test {
  const names = namesOf(values);
  const [only] = names;
  if (names.size === 1) return ({ request }) => (request.customer === only ? yes : no);
  return ({ request }) => (request.customer !== undefined && names.has(request.customer) ? yes : no);
}

function channelIs(values: readonly Constant[]): Test {
  const names = namesOf(values);
  return ({ request }) => (request.channel !== undefined && names.has(request.channel) ? yes : no);
}

/** A person is asker in the name of each of their teams as well. */
function askerIs(values: readonly Constant[]): Test {
  const names = namesOf(values);
  return ({ request, askers }) => {
    if (request.asker === undefined) return no;
    return names.has(request.asker) || askers?.some((team) => names.has(team.name)) ? yes : no;
  };
}

function namesOf(values: readonly Constant[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => (value.kind === "name" ? [ownName(value.name)] : [])));
}

// comparisons, calendars, days ----------------------------------------------------------------------------------------

function comparison(subject: Subject, test: ValueTest): Test {
  if (subject.kind === "field") return ofField(subject.name, test);
  if (subject.kind === "attribute") return ofAttribute(subject.name, test);
  return () => no;
}

function during(condition: Condition & { readonly kind: "during" }, scope: ConditionScope): Test {
  const calendar = scope.calendar(condition.calendar);
  if (!calendar) return () => no;
  const open = duringCalendar(condition.subject, calendar);
  return condition.outside ? opposite(open) : open;
}

function duringCalendar(subject: Subject, calendar: Calendar): Test {
  if (subject.kind === "time") return (situation) => (isOpen(calendar, situation.request.at) ? yes : no);
  return comparison(subject, (value) => value.kind === "day" && opensOn(calendar, value.day));
}

type DayTest = (day: Day) => boolean;

function on(subject: Subject, test: DayTest, zone: Zone): Test {
  if (subject.kind === "time") return (situation) => (test(dayIn(situation, zone)) ? yes : no);
  const ofValue: ValueTest = (value) => value.kind === "day" && test(value.day);
  return comparison(subject, ofValue);
}

function onDays(days: (Condition & { readonly kind: "on" })["days"]): DayTest {
  switch (days.kind) {
    case "dates":
      return (day) => day >= days.first && day <= days.last;
    case "weekdays":
      return (day) => ((days.mask >> weekdayOf(day)) & 1) === 1;
    case "monthdays":
      return onMonthDays(order(days.first), order(days.last));
    default:
      return days satisfies never;
  }
}

function onMonthDays(first: number, last: number): DayTest {
  return (day) => {
    const at = order(partsOf(day));
    return first <= last ? at >= first && at <= last : at >= first || at <= last;
  };
}

function order(day: MonthDay): number {
  return day.month * 100 + day.day;
}
