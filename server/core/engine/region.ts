import { grainOf } from "../model/constant.ts";
import { normalised } from "../model/decimal.ts";
import type { Condition, Constant, FieldType } from "../model/model.ts";
import { opensOn } from "../time/calendar.ts";
import { dayOf, partsOf, weekdayOf } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import { localDay } from "../time/zone.ts";
import type { Calendars } from "./calendars.ts";
import type { Request } from "./decision.ts";
import type { KindPlan } from "./plan.ts";

/** A value that stands for those around it; a boundary is itself a constant of some condition. */
export interface Representative {
  readonly value: Constant;
  readonly isBoundary: boolean;
}

/** Values of a field that stand for all of them, in order: each of an enum; of the others the constants of the conditions on the kind and what lies between. */
export function regionsOf(
  kind: KindPlan,
  name: string,
  request: Request,
  calendars: Calendars,
): readonly Representative[] {
  const type = kind.declaration?.fields.find((each) => each.name === name)?.type;
  if (!type) return [];
  const uses = conditionsOf(kind).flatMap((condition) => usesOf(condition, name));
  return representatives(type, uses, localDay(kind.zone, request.at), calendars);
}

/** Every condition of the clauses that mention a kind, of their cases, exceptions, verdict lines and steps. */
function conditionsOf({ handles, commits }: KindPlan): readonly Condition[] {
  const lines = commits.all.flatMap((plan) => [...plan.verdicts, ...plan.overlays.flatMap((each) => each.says)]);
  const clauses = [...handles.all, ...commits.all].flatMap((plan) => [plan, ...plan.overlays]);
  const steps = handles.all.flatMap((plan) => [...(plan.steps?.keys() ?? [])]);
  return [
    ...clauses.map((each) => each.when),
    ...lines.map((line) => line.verdict.when),
    ...steps.map((step) => step.when),
  ].flatMap((when) => when ?? []);
}

/** Whether values of its type have neighbours. */
export function isOrdered(value: Constant): boolean {
  return value.kind === "decimal" || value.kind === "day" || value.kind === "time";
}

type Use = Condition & { readonly kind: "is" | "compare" | "during" | "on" };

/** The parts of a condition that ask about a field. */
function usesOf(condition: Condition, name: string): readonly Use[] {
  switch (condition.kind) {
    case "or":
    case "and":
      return condition.parts.flatMap((part) => usesOf(part, name));
    case "not":
      return usesOf(condition.part, name);
    case "is":
    case "compare":
    case "during":
    case "on":
      return condition.subject.kind === "field" && condition.subject.name === name ? [condition] : [];
    case "broken":
      return [];
    default:
      return condition satisfies never;
  }
}

function constantsOf(uses: readonly Use[]): readonly Constant[] {
  return uses.flatMap((use) => (use.kind === "is" ? use.values : use.kind === "compare" ? [use.value] : []));
}

function representatives(
  type: FieldType,
  uses: readonly Use[],
  today: Day,
  calendars: Calendars,
): readonly Representative[] {
  switch (type.kind) {
    case "enum":
      return type.values.map((name) => ({ value: { kind: "name", name }, isBoundary: true }));
    case "text":
      return texts(constantsOf(uses));
    case "percent":
    case "number":
    case "money":
    case "duration":
      return decimals(constantsOf(uses), type);
    case "date":
      return days(uses, today, calendars);
    case "time":
      return minutes(constantsOf(uses));
    default:
      return type satisfies never;
  }
}

function texts(constants: readonly Constant[]): readonly Representative[] {
  const known = new Set(constants.flatMap((each) => (each.kind === "text" ? [each.text] : [])).sort());
  const values = [...known, known.has("…") ? "… …" : "…"];
  return values.map((text) => ({ value: { kind: "text", text }, isBoundary: known.has(text) }));
}

// decimals ------------------------------------------------------------------------------------------------------------

/** The constants, and a value of each region between, below and above them. */
function decimals(constants: readonly Constant[], type: FieldType): readonly Representative[] {
  const boundaries = constants.flatMap((each) => (each.kind === "decimal" ? [each.value] : []));
  const grain = grainOf(type);
  // One more place than the finest constant has, so that halves are exact; none more where there are no halves.
  const scale = Math.max(grain ?? 1, ...boundaries.map((each) => each.scale + (grain === undefined ? 1 : 0)));
  const units = [...new Set(boundaries.map((each) => each.unscaled * 10n ** BigInt(scale - each.scale)))].sort(
    (one, other) => (one < other ? -1 : 1),
  );
  const points: Representative[] = [];
  let previous = lowestOf(type, scale);
  for (const unit of units) {
    const middle = (previous + unit) / 2n;
    if (middle < unit && (middle > previous || points.length === 0)) points.push(decimalPoint(middle, scale, false));
    points.push(decimalPoint(unit, scale, true));
    previous = unit;
  }
  return [...points, decimalPoint(previous + 10n ** BigInt(scale), scale, false)];
}

/** From where values are looked for below the smallest constant, of which none is below zero: only plain numbers are. */
function lowestOf(type: FieldType, scale: number): bigint {
  return type.kind === "number" ? -2n * 10n ** BigInt(scale) : 0n;
}

function decimalPoint(unscaled: bigint, scale: number, isBoundary: boolean): Representative {
  return { value: { kind: "decimal", value: normalised(unscaled, scale) }, isBoundary };
}

// dates and times -----------------------------------------------------------------------------------------------------

/**
 * Dates named in the conditions and their neighbours; where weekdays or calendars are asked for, also dates of each sort that
 * these tell apart, from today and from before and after each date that is named, so that every region has all that it may have.
 */
function days(uses: readonly Use[], today: Day, calendars: Calendars): readonly Representative[] {
  const named = uses.flatMap(namedDays);
  const years = [...new Set([today, ...named].map((day) => partsOf(day).year))];
  const boundaries = new Set([...named, ...uses.flatMap((use) => yearlyDays(use, years))]);
  const around = [...boundaries].flatMap((day) => [day - 1, day + 1]);
  const from = new Set([today, ...[...boundaries].flatMap((day) => [day - 7, day + 1])]);
  const others = otherDays(uses, [...from], calendars);
  const all = [...new Set([...boundaries, ...around, ...others])].sort((one, other) => one - other);
  return all.map((day) => ({ value: { kind: "day", day }, isBoundary: boundaries.has(day) }));
}

function namedDays(use: Use): readonly Day[] {
  if (use.kind === "on") return use.days.kind === "dates" ? [use.days.first, use.days.last] : [];
  return constantsOf([use]).flatMap((each) => (each.kind === "day" ? [each.day] : []));
}

function yearlyDays(use: Use, years: readonly number[]): readonly Day[] {
  if (use.kind !== "on" || use.days.kind !== "monthdays") return [];
  const { first, last } = use.days;
  return years.flatMap((year) => [first, last].map(({ month, day }) => dayOf(year, month, day)));
}

/** Of each sort of date that weekdays and calendars tell apart, the nearest to each of some dates. */
function otherDays(uses: readonly Use[], from: readonly Day[], calendars: Calendars): readonly Day[] {
  const byWeekday = uses.some((use) => use.kind === "on" && use.days.kind === "weekdays");
  const asked = uses.flatMap((use) => (use.kind === "during" ? (calendars.named(use.calendar) ?? []) : []));
  const during = [...new Set(asked)];
  if (!byWeekday && during.length === 0) return [];
  const sortOf = (day: Day) =>
    during.reduce((sort, calendar) => sort * 2 + (opensOn(calendar, day) ? 1 : 0), byWeekday ? weekdayOf(day) + 7 : 1);
  const sorts = (byWeekday ? 7 : 1) * 2 ** during.length;
  return from.flatMap((day) => nearestOfEachSort(day, sortOf, sorts));
}

const daysEachWay = 400;

/** A date to come is rather meant than one that is over, so those before are looked at last. */
function nearestOfEachSort(from: Day, sortOf: (day: Day) => number, sorts: number): readonly Day[] {
  const found = new Map<number, Day>();
  const look = (day: Day) => {
    const sort = sortOf(day);
    if (!found.has(sort)) found.set(sort, day);
  };
  for (let ahead = 0; ahead < daysEachWay && found.size < sorts; ahead += 1) look(from + ahead);
  for (let back = 1; back < daysEachWay && found.size < sorts; back += 1) look(from - back);
  return [...found.values()];
}

function minutes(constants: readonly Constant[]): readonly Representative[] {
  const boundaries = new Set(constants.flatMap((each) => (each.kind === "time" ? [each.minute] : [])));
  const all = new Set([...boundaries].flatMap((minute) => [minute - 1, minute, minute + 1]));
  const inDay = [...all].filter((minute) => minute >= 0 && minute <= 1440).sort((one, other) => one - other);
  return inDay.map((minute) => ({ value: { kind: "time", minute }, isBoundary: boundaries.has(minute) }));
}
