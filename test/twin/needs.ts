/*
 * Fields that a request lacks (language.md M3): the outcome depends on one when it is not the same for all of its values.
 * The twin tries the values on, below and above every constant that its text compares the field with.
 */
import type { Condition, FieldType, Node, Value } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import type { Book } from "./book.ts";
import type { Company } from "./company.ts";
import { Lacking, textOfValue } from "./condition.ts";
import { dayOfText, decimalOf, textOfDay, textOfDecimal } from "./dates.ts";
import { dayOfLiteral } from "./days.ts";
import { type Answer, answerTo } from "./decide.ts";

/** The answers to a request for all values of what it lacks: one when nothing that it lacks decides. */
export function answersTo(company: Company, asked: Asked): readonly Answer[] {
  try {
    return [answerTo(company, asked)];
  } catch (problem) {
    if (!(problem instanceof Lacking)) throw problem;
    const { field } = problem;
    const values = valuesToTry(company, asked.kind, field);
    const given = values.map((value) => ({ ...asked, fields: { ...asked.fields, [field]: value } }));
    return given.flatMap((each) => answersTo(company, each));
  }
}

/** Answers without repetition, as texts. */
export function distinct(answers: readonly Answer[]): ReadonlySet<string> {
  return new Set(answers.map((answer) => JSON.stringify(Object.entries(answer).sort())));
}

function valuesToTry({ book, world }: Company, kind: string, field: string): readonly string[] {
  const type = book.requests.get(kind)?.fields.find(({ name }) => name.text === field)?.type;
  if (type?.kind === "enum type") return type.values.map(({ text }) => text);
  const constants = constantsOf(book, field);
  if (isSimple(type, "text")) return [...new Set(constants.map(textOfValue)), '"…'];
  if (isSimple(type, "date")) return daysToTry(world.start / 1440, constants);
  const step = stepOf(type);
  const values = constants.flatMap((constant) => {
    const value = decimalOf(textOfValue(constant));
    return [value - step, value, value + step];
  });
  return [...new Set(values)].map(textOfDecimal);
}

function isSimple(type: FieldType | undefined, wanted: "text" | "date"): boolean {
  return type?.kind === "simple type" && type.type === wanted;
}

/** Whole units of money, whole days; a little of the others. */
function stepOf(type: FieldType | undefined): bigint {
  return decimalOf(type?.kind === "simple type" ? "0.001" : "1");
}

/** Every day of the weeks that are known, and the days around every date that is written. */
function daysToTry(startDay: number, constants: readonly Value[]): readonly string[] {
  const near = Array.from({ length: 36 }, (_, index) => startDay + 4 + index);
  const written = constants.flatMap((constant) => {
    const day = constant.kind === "date" ? dayOfLiteral(constant) : dayOfText(textOfValue(constant));
    return [day - 1, day, day + 1];
  });
  return [...new Set([...near, ...written])].map(textOfDay);
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

function constantsIn(node: Node | Condition, field: string): readonly Value[] {
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
