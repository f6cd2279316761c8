import type { Constant } from "../model/model.ts";
import type { Calendars } from "./calendars.ts";
import type { Request } from "./decision.ts";
import type { KindPlan } from "./plan.ts";
import { isOrdered, regionsOf } from "./region.ts";

/** What trying values takes. */
export interface Trial {
  readonly calendars: Calendars;
  /** How many more answers may be worked out, so that many missing fields cannot take for ever. */
  readonly budget: { left: number };
}

/** The trial of one decision. */
export function newTrial(calendars: Calendars): Trial {
  return { calendars, budget: { left: 5000 } };
}

/** The answer for a value of a field that stands for a region of values. */
export interface ValueAnswer<Answer> {
  readonly value: Constant;
  readonly answer: Answer;
}

/**
 * The answer for each value of a field that a request lacks. Neighbouring numbers, dates and times with one answer are
 * given once. Once the budget is spent there are no more answers.
 */
export function overValues<Answer>(
  kind: KindPlan,
  request: Request,
  field: string,
  { calendars, budget }: Trial,
  evaluate: (request: Request) => Answer,
): readonly ValueAnswer<Answer>[] {
  const answers: ValueAnswer<Answer>[] = [];
  for (const { value, isBoundary } of regionsOf(kind, field, request, calendars)) {
    budget.left -= 1;
    if (budget.left < 0) return [];
    const answer = evaluate({ ...request, fields: { ...request.fields, [field]: value } });
    const last = answers.at(-1);
    if (!last || !isOrdered(value) || !sameAnswer(last.answer, answer)) answers.push({ value, answer });
    else if (isBoundary) answers[answers.length - 1] = { value, answer };
  }
  return answers;
}

/** Whether two answers say the same, whatever request they answer. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const left = Object.entries(one);
  const right = new Map<string, unknown>(Object.entries(other));
  return left.length === right.size && left.every(([key, value]) => sameEntry(key, value, right));
}

/** Requests differ by the value that was tried, equal lines by where they are written; an exception that is set aside decides nothing. */
function sameEntry(key: string, value: unknown, other: ReadonlyMap<string, unknown>): boolean {
  if (!other.has(key)) return false;
  return key === "request" || key === "place" || key === "aside" || sameAnswer(value, other.get(key));
}
