import type { TableRow, TargetTable } from "../syntax/tree.ts";
import type { Target } from "../time/spec.ts";
import type { Owner } from "./clause.ts";
import { type ResolvedSubject, type Scope, subjectOf } from "./condition.ts";
import { constantOf } from "./constant.ts";
import { type Linking, missing, placeOf, reportRepeated } from "./linking.ts";
import type { Condition, HandleClause, HandleLines, Place, Stated } from "./model.ts";
import { reportOverlaps } from "./overlap.ts";
import { inside } from "./symbol.ts";
import { targetOf } from "./times.ts";

type Column = ResolvedSubject | undefined;

/** The rows of a target table as cases of its clause, under the names given, one a row. */
export function tableRows(
  linking: Linking,
  table: TargetTable,
  owner: Owner | undefined,
  scope: Scope,
  names: readonly string[],
): readonly HandleClause[] {
  reportHead(linking, table);
  const columns = table.fields.map((field) => subjectOf(linking, scope, field));
  const values = columns.map((column) => (column?.type.kind === "enum" ? column.type.values : undefined));
  reportOverlaps(linking, table, values);
  return table.rows.flatMap((row, index): HandleClause | readonly HandleClause[] => {
    const place = placeOf(linking, row);
    reportCells(linking, place, "values", row.values.length, table.fields.length);
    reportCells(linking, place, "durations", row.durations.length, table.targets.length);
    const when = rowCondition(linking, row, columns, place);
    const lines = rowLines(linking, table, row, place);
    if (!owner) return [];
    const name = names[index] ?? "";
    const id = inside(owner.id, name);
    const { agreement } = owner;
    const doc = undefined;
    return { kind: "handle", id, name, doc, agreement, kinds: none, when, place, whole: place, lines, cases: none };
  });
}

function reportHead(linking: Linking, table: TargetTable): void {
  if (table.fields.length === 0) missing(linking, table, "table", "fields");
  else if (table.targets.length === 0) missing(linking, table, "table", "targets");
  else if (table.rows.length === 0) missing(linking, table, "table", "rows");
  reportRepeated(linking, table.fields);
  table.targets.forEach((target, index) => {
    const first = table.targets.find((each) => each.target === target.target);
    if (!first || table.targets.indexOf(first) === index) return;
    const place = placeOf(linking, target);
    linking.problems.push({ kind: "duplicate property", place, word: target.target, first: placeOf(linking, first) });
  });
}

function reportCells(
  linking: Linking,
  place: Place,
  part: "values" | "durations",
  found: number,
  wanted: number,
): void {
  if (found !== wanted) linking.problems.push({ kind: "wrong number of cells", place, part, found, wanted });
}

function rowCondition(
  linking: Linking,
  row: TableRow,
  columns: readonly Column[],
  place: Place,
): Condition | undefined {
  const parts: Condition[] = [];
  let broken = row.values.length !== columns.length;
  row.values.forEach((value, index) => {
    if (value.kind === "name" && value.text === "any") return;
    const column = columns[index];
    const constant = column && constantOf(linking, column, value);
    if (!column || !constant) broken = true;
    else {
      const at = placeOf(linking, value);
      parts.push({ kind: "is", subject: column.subject, negated: false, values: [constant], place: at });
    }
  });
  if (broken) return { kind: "broken", place };
  return parts.length > 1 ? { kind: "and", parts, place } : parts[0];
}

function rowLines(linking: Linking, table: TargetTable, row: TableRow, place: Place): HandleLines {
  const targets = new Map<string, Stated<Target>>();
  const broken: string[] = [];
  row.durations.forEach((duration, index) => {
    const target = table.targets[index]?.target;
    const value = targetOf(linking, duration, undefined);
    if (!target || targets.has(target)) return;
    if (value) targets.set(target, { value, place });
    else broken.push(target);
  });
  return statedTargets(targets.get("respond"), targets.get("resolve"), broken);
}

function statedTargets(
  respond: HandleLines["respond"],
  resolve: HandleLines["resolve"],
  broken: readonly string[],
): HandleLines {
  return {
    by: undefined,
    via: undefined,
    hours: undefined,
    cutoff: undefined,
    respond,
    resolve,
    escalate: undefined,
    say: undefined,
    decline: undefined,
    surcharge: undefined,
    steps: undefined,
    broken,
  };
}

const none: readonly never[] = [];
