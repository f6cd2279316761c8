/** Target tables, as the checks look at them: a row is a case whose place is all of it. */
import type { Agreement, Condition, HandleClause, Model, Subject } from "../model/model.ts";
import { type Column, type Combination, combinationsNot, isSame, truthOf } from "./combinations.ts";
import { type Layer, layersOf } from "./layers.ts";

/** The targets that a table can have. */
export type TargetName = "respond" | "resolve";

/** Whether a case is a row of a target table. */
export function isRow({ place, whole }: HandleClause): boolean {
  return place.span.start === whole.span.start;
}

/** A target that rows of a table have and their clause has not. */
export interface OpenTarget {
  readonly target: TargetName;
  readonly clause: HandleClause;
  /** The first row that has it. */
  readonly row: HandleClause;
  /** The clause, after the clauses that it lies in. */
  readonly around: readonly HandleClause[];
}

/** The targets in the tables of an agreement that what no row covers has not. */
export function openTargets(agreement: Agreement): readonly OpenTarget[] {
  const known = openByAgreement.get(agreement);
  if (known) return known;
  const found: OpenTarget[] = [];
  for (const layer of layersOf(agreement)) if (layer.clause.cases.length > 0) addOpen(found, agreement, layer);
  openByAgreement.set(agreement, found);
  return found;
}

/** An agreement that means the same is the same object, so at a keystroke one is read anew. */
const openByAgreement = new WeakMap<Agreement, readonly OpenTarget[]>();

function addOpen(found: OpenTarget[], agreement: Agreement, { clause, lines }: Layer): void {
  if (lines.decline) return;
  for (const target of targetNames) {
    if (lines[target] || lines.broken.includes(target)) continue;
    const row = clause.cases.find((each) => isRow(each) && each.lines[target] !== undefined);
    if (!row) continue;
    const layers = layersOf(agreement).filter(({ clause: { id } }) => (clause.id + ".").startsWith(id + "."));
    found.push({ target, clause, row, around: layers.map((each) => each.clause) });
  }
}

const targetNames: readonly TargetName[] = ["respond", "resolve"];

/**
 * Combinations of the values in the rows for which neither a row nor another case has the target, of the first kind of
 * request that has any; none where that cannot be told from these values alone.
 */
export function gapsOf(model: Model, open: OpenTarget): readonly Combination[] {
  for (const kind of open.around.findLast(({ kinds }) => kinds.length > 0)?.kinds ?? []) {
    const gaps = gapsOfKind(model, open, kind);
    if (gaps.length > 0) return gaps;
  }
  return [];
}

function gapsOfKind({ kinds, attributes, facts }: Model, open: OpenTarget, kind: string): readonly Combination[] {
  const { clause, around, target } = open;
  const columns = columnsOf({ kinds, attributes }, clause, kind);
  if (!columns || columns.reduce((count, { values }) => count * values.length, 1) > mostCombinations) return [];
  return combinationsNot(columns, (combination) => {
    if (around.some(({ when }) => truthOf(when, columns, combination) === false)) return true;
    if (facts.some(({ when }) => truthOf(when, columns, combination) === true)) return true;
    return mayHave({ clause, kind, target, columns }, combination);
  });
}

/** A table with more is not one that a person fills in. */
const mostCombinations = 2_000;

interface Sought {
  readonly clause: HandleClause;
  readonly kind: string;
  readonly target: TargetName;
  readonly columns: readonly Column[];
}

/** Cases whose conditions ask for something else may together cover what each leaves open: one alone does not. */
function mayHave(sought: Sought, combination: Combination): boolean {
  const { clause, kind, target, columns } = sought;
  let open = 0;
  for (const each of clause.cases) {
    if (!mentions(each, target) || (each.kinds.length > 0 && !each.kinds.includes(kind))) continue;
    const truth = truthOf(each.when, columns, combination);
    if (truth === true && (states(each, target) || mayHave({ ...sought, clause: each }, combination))) return true;
    if (truth === undefined) open += isRow(each) ? 2 : 1;
  }
  return open > 1;
}

function mentions(clause: HandleClause, target: TargetName): boolean {
  return states(clause, target) || clause.cases.some((each) => mentions(each, target));
}

/** What is declined needs no target. */
function states({ lines }: HandleClause, target: TargetName): boolean {
  return lines[target] !== undefined || lines.broken.includes(target) || lines.decline !== undefined;
}

type Values = Pick<Model, "kinds" | "attributes">;

/** What the rows ask about; undefined where one asks for something that has no list of values. */
function columnsOf(model: Values, clause: HandleClause, kind: string): readonly Column[] | undefined {
  const columns: Column[] = [];
  // A row with `any` leaves columns out: the one that names most has them in the order of the table.
  const rows = clause.cases.filter(isRow).map(({ when }) => subjectsIn(when));
  for (const subjects of rows.sort((a, b) => b.length - a.length)) {
    for (const subject of subjects) {
      if (columns.some((column) => isSame(column.subject, subject))) continue;
      const column = columnOf(model, subject, kind);
      if (!column) return undefined;
      columns.push(column);
    }
  }
  return columns.length > 0 ? columns : undefined;
}

function subjectsIn(condition: Condition | undefined): readonly Subject[] {
  if (condition?.kind === "and") return condition.parts.flatMap(subjectsIn);
  return condition?.kind === "is" ? [condition.subject] : [];
}

function columnOf(model: Values, subject: Subject, kind: string): Column | undefined {
  if (subject.kind !== "field" && subject.kind !== "attribute") return undefined;
  const declared =
    subject.kind === "attribute"
      ? model.attributes.get(subject.name)
      : model.kinds.get(kind)?.fields.find(({ name }) => name === subject.name);
  return declared?.type.kind === "enum" ? { subject, values: declared.type.values } : undefined;
}
