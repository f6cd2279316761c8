/*
 * Fields that a request lacks (language.md M3): the outcome depends on one when it is not the same for all of its values.
 * The twin tries the values on, below and above every constant that its text compares the field with.
 */
import type { Condition, FieldType, Node, TargetTable, Value } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import type { Book } from "./book.ts";
import type { Company } from "./company.ts";
import { Lacking, textOfValue } from "./condition.ts";
import { dayOfText, decimalOf, textOfDay, textOfDecimal, textOfMinute } from "./dates.ts";
import { dayOfLiteral } from "./days.ts";
import { type Answer, answerTo } from "./decide.ts";
import { Beyond, worldDays } from "./world.ts";

/** The answers to a request for all values of what it lacks: one when nothing that it lacks decides. */
export function answersTo(company: Company, asked: Asked): readonly Answer[] {
  try {
    return [answerTo(company, asked)];
  } catch (problem) {
    if (!(problem instanceof Lacking)) throw problem;
    const { field } = problem;
    const given = (value: string): Asked => ({ ...asked, fields: { ...asked.fields, [field]: value } });
    const answers = valuesToTry(company, asked.kind, field).flatMap((value) => answersTo(company, given(value)));
    return [...answers, ...edgesToTry(company, asked.kind, field).flatMap((value) => ifKnown(company, given(value)))];
  }
}

/** Of a day on the edge of the weeks it depends on the zone whether it is known what is open. */
function ifKnown(company: Company, asked: Asked): readonly Answer[] {
  try {
    return answersTo(company, asked);
  } catch (problem) {
    if (problem instanceof Beyond) return [];
    throw problem;
  }
}

/** Answers without repetition, as texts. */
export function distinct(answers: readonly Answer[]): ReadonlySet<string> {
  return new Set(answers.map((answer) => JSON.stringify(Object.entries(answer).sort())));
}

function valuesToTry({ book, world }: Company, kind: string, field: string): readonly string[] {
  const type = typeOf(book, kind, field);
  if (type?.kind === "enum type") return type.values.map(({ text }) => text);
  const constants = constantsOf(book, field);
  if (isSimple(type, "text")) return [...new Set(constants.map(textOfValue)), '"…'];
  if (isSimple(type, "date")) return daysToTry(world.start / 1440, constants);
  if (isSimple(type, "time")) return timesToTry(constants);
  const step = stepOf(type);
  const values = constants.flatMap((constant) => {
    const value = decimalOf(textOfValue(constant));
    return [value - step, value, value + step];
  });
  // Only plain numbers are less than nothing.
  const possible = values.filter((value) => value >= 0n || isSimple(type, "number"));
  return [...new Set(possible)].map(textOfDecimal);
}

function typeOf(book: Book, kind: string, field: string): FieldType | undefined {
  return book.requests.get(kind)?.fields.find(({ name }) => name.text === field)?.type;
}

function isSimple(type: FieldType | undefined, wanted: "text" | "date" | "time" | "number"): boolean {
  return type?.kind === "simple type" && type.type === wanted;
}

/** Whole units of money, whole days; a little of the others. */
function stepOf(type: FieldType | undefined): bigint {
  return decimalOf(type?.kind === "simple type" ? "0.001" : "1");
}

function timesToTry(constants: readonly Value[]): readonly string[] {
  const minutes = constants.flatMap((constant) => {
    const minute = constant.kind === "time" ? constant.hour * 60 + constant.minute : 0;
    return [minute - 1, minute, minute + 1];
  });
  return [...new Set(minutes)].filter((minute) => minute >= 0 && minute <= 1440).map(textOfMinute);
}

const [firstKnown, lastKnown] = [4, 39];

/** Every day of the weeks that are known in all zones, and the days around every date that is written. */
function daysToTry(startDay: number, constants: readonly Value[]): readonly string[] {
  const near = Array.from({ length: lastKnown - firstKnown + 1 }, (_, index) => startDay + firstKnown + index);
  const written = constants.flatMap((constant) => {
    const day = constant.kind === "date" ? dayOfLiteral(constant) : dayOfText(textOfValue(constant));
    return [day - 1, day, day + 1];
  });
  return [...new Set([...near, ...written])].map(textOfDay);
}

function edgesToTry({ book, world }: Company, kind: string, field: string): readonly string[] {
  if (!isSimple(typeOf(book, kind, field), "date")) return [];
  const days = Array.from({ length: worldDays }, (_, index) => index);
  return days.filter((day) => day < firstKnown || day > lastKnown).map((day) => textOfDay(world.start / 1440 + day));
}

/** The constants that a field is compared with, wherever that is. */
function constantsOf(book: Book, field: string): readonly Value[] {
  const found: Value[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    else if (isNode(node)) {
      found.push(...constantsIn(node, field));
      for (const each of Object.values(node)) walk(each);
    }
  };
  walk([...book.agreements.values(), ...book.exceptions.values()]);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function constantsIn(node: Node | Condition | TargetTable, field: string): readonly Value[] {
  if (node.kind === "table" && "rows" in node) {
    const column = node.fields.findIndex(({ text }) => text === field);
    const values = node.rows.flatMap((row) => row.values[column] ?? []);
    return values.filter((value) => value.kind !== "name");
  }
  if (!("field" in node) || node.field?.text !== field) return [];
  switch (node.kind) {
    case "is":
      return node.values;
    case "compare":
      return node.value ? [node.value] : [];
    case "on":
      return node.days?.kind === "dates" ? [node.days.first, ...(node.days.last ? [node.days.last] : [])] : [];
    case "during":
      return [];
  }
}
