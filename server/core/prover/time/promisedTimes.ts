/** Lines that let somebody promise a time: a field with a duration that is bounded from below, held against the clauses that do the work. */
import { formatDecimal } from "../../model/decimal.ts";
import type { Agreement, Constant, Field, FieldType, Verdict } from "../../model/model.ts";
import type { Target } from "../../time/spec.ts";
import { type Standing, standingLines } from "../clauses/verdictLines.ts";
import { atomsIn, subjectKey } from "../space/atoms.ts";
import { type Box, boxWhere, cellsIn, sharedBoxes } from "../space/box.ts";
import type { Cell } from "../space/cells.ts";
import type { Budget } from "../space/cover.ts";
import type { Group } from "../written/group.ts";
import { type Kept, keptOf, type Promised } from "./kept.ts";
import type { Working } from "./working.ts";

/** The shortest time that a `may` line lets somebody promise to some requests, held against the clauses. */
export interface PromisedTime {
  readonly agreement: Agreement;
  readonly verdict: Verdict;
  readonly field: Field;
  readonly target: Target;
  /** The value of the field in such a request. */
  readonly value: Constant;
  readonly domain: readonly Box[];
  readonly kept: Kept;
}

/** What is known of every time that may be promised of a kind that is also handled; undefined where the lines were not decided. */
export function promisedTimes(
  group: Group,
  working: Working,
  budget: () => Budget,
): readonly PromisedTime[] | undefined {
  const durations = group.kind.fields.filter(({ type }) => type.kind === "duration");
  if (durations.length === 0 || group.handles.length === 0 || group.commits.length === 0) return [];
  const lines = group.isDecidable ? standingLines(group, budget()) : undefined;
  return lines?.all.flatMap((line) => durations.flatMap((field) => timesIn(group, line, field, working, budget)));
}

function timesIn(
  group: Group,
  { line: { verdict }, rule, decides }: Standing,
  field: Field,
  working: Working,
  budget: () => Budget,
): readonly PromisedTime[] {
  const { space } = group;
  const key = `field ${field.name}`;
  const dimension = space.byKey.get(key);
  const isAsked = verdict.when && atomsIn(verdict.when).some(({ subject }) => subjectKey(subject) === key);
  if (verdict.verdict !== "may" || !isAsked || dimension === undefined || field.type.kind !== "duration") return [];
  const { unit } = field.type;
  const numbers = [...new Set(decides.flatMap((box) => cellsIn(space.shape, box, dimension)))];
  const cells = numbers.map((number) => ({ number, cell: space.dimensions[dimension]?.cells[number] }));
  // An amount without a lower limit is how much of something, and no time by which it is there.
  if (cells.some(({ cell }) => cell?.kind === "between" && cell.low === undefined)) return [];
  return cells.flatMap(({ number, cell }): readonly PromisedTime[] => {
    const value = leastOf(cell, field.type);
    if (value?.kind !== "decimal") return [];
    const domain = sharedBoxes(space.shape, decides, [boxWhere(space.shape, dimension, (each) => each === number)]);
    const target: Target = { amount: Number(formatDecimal(value.value)), unit, before: undefined };
    const calendarFor: Promised["calendarFor"] = ({ calendar, hasHours }) =>
      hasHours || !unit.startsWith("business") ? calendar : undefined;
    const kept = keptOf(group, { what: "resolve", target, calendarFor, domain }, working, budget());
    return [{ agreement: rule.scope.agreement, verdict, field, target, value, domain, kept }];
  });
}

/** The shortest time of a cell; where there is none, as between two hours, one that stands for it. */
function leastOf(cell: Cell | undefined, type: FieldType): Constant | undefined {
  if (cell?.kind === "value") return cell.value;
  if (cell?.kind !== "between" || cell.low?.kind !== "decimal") return undefined;
  const isWhole = type.kind === "duration" && type.unit.endsWith("days") && cell.low.value.scale === 0;
  return isWhole ? { kind: "decimal", value: { unscaled: cell.low.value.unscaled + 1n, scale: 0 } } : cell.value;
}
