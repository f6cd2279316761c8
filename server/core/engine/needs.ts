import type { Constant } from "../model/model.ts";
import type { Calendars } from "./calendars.ts";
import type { RangeEnd, Request, ValueRange } from "./decision.ts";
import type { KindPlan } from "./plan.ts";
import { isOrdered, type Representative, regionsOf } from "./region.ts";

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
  readonly range: ValueRange | undefined;
  readonly answer: Answer;
}

/** One answer for neighbours in the list of regions, both ends included. */
interface Run<Answer> {
  readonly value: Constant;
  readonly first: number;
  readonly last: number;
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
  const runs: Run<Answer>[] = [];
  const regions = regionsOf(kind, field, request, calendars);
  for (const [index, { value, isBoundary }] of regions.entries()) {
    budget.left -= 1;
    if (budget.left < 0) return [];
    const answer = evaluate({ ...request, fields: { ...request.fields, [field]: value } });
    const run = runs.at(-1);
    if (!run || !isOrdered(value) || !sameAnswer(run.answer, answer))
      runs.push({ value, first: index, last: index, answer });
    else
      runs[runs.length - 1] = isBoundary ? { value, first: run.first, last: index, answer } : { ...run, last: index };
  }
  return runs.map((run) => ({ value: run.value, range: rangeOf(regions, run), answer: run.answer }));
}

/** From the constant that the run begins with or comes after, to that which it ends with or comes before; dates have regions of other sorts. */
function rangeOf(regions: readonly Representative[], { value, first, last }: Run<unknown>): ValueRange | undefined {
  if (value.kind !== "decimal" && value.kind !== "time") return undefined;
  return { from: endAt(regions.slice(0, first + 1).reverse()), to: endAt(regions.slice(last)) };
}

/** The first constant, going outwards; the run has it if it begins with it. */
function endAt(outwards: readonly Representative[]): RangeEnd | undefined {
  const index = outwards.findIndex(({ isBoundary }) => isBoundary);
  const found = outwards[index];
  return found && { value: found.value, isWithin: index === 0 };
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
  if (key === "request" || key === "place" || key === "aside") return true;
  return key === "asks" ? sameQuestions(value, other.get(key)) : sameAnswer(value, other.get(key));
}

/** All are asked at once, so their order says nothing. */
function sameQuestions(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((ask) => other.some((each) => sameAnswer(ask, each)));
}
