import type {
  HandleCase as HandleCaseNode,
  HandleClause as HandleClauseNode,
  Name,
  TableRow,
  TargetTable,
} from "../syntax/tree.ts";
import { type ResolvedSubject, type Scope, scopeOf, subjectOf, whenOf } from "./condition.ts";
import { constantOf } from "./constant.ts";
import { caseNames, rowNames } from "./declared.ts";
import { handleLines } from "./handle-lines.ts";
import { linesOf } from "./lines.ts";
import { declares, type Linking, missing, placeOf, reportDuplicates, reportRepeated } from "./linking.ts";
import type { Condition, HandleClause, HandleLines, Place, Stated } from "./model.ts";
import { reportOverlaps } from "./overlap.ts";
import { qualified } from "./symbol.ts";
import { targetOf } from "./times.ts";

/** Where a clause stands: its agreement's name, undefined where that is missing, and the clauses around it. */
export interface Around {
  readonly agreement: string | undefined;
  readonly path: readonly string[];
}

/** The handle clause or case; undefined where it, or something around it, has no name. */
export function handleClause(
  linking: Linking,
  node: HandleClauseNode | HandleCaseNode,
  around: Around,
  outer: Scope | undefined,
): HandleClause | undefined {
  const inner = clauseHead(linking, node, around);
  if (node.requests.length === 0 && !outer) missing(linking, node, node.kind, "requests");
  const scope = caseScope(linking, node.requests, outer, node.name?.text ?? "", "comes later");
  const when = whenOf(linking, scope, node.when);
  const lines = handleLines(linking, node.properties, scope, inner && [inner.agreement, ...inner.path]);
  const cases = casesOf(linking, node, inner ?? { agreement: undefined, path: [] }, scope);
  return inner && node.name && { kind: "handle", ...clauseCommon(linking, node, node.name, inner), when, lines, cases };
}

/** Declares a clause's name; undefined where it, or something around it, has no name. */
export function clauseHead(
  linking: Linking,
  node: Parameters<typeof missing>[1] & {
    readonly kind: Parameters<typeof missing>[2];
    readonly name: Name | undefined;
  },
  around: Around,
): { readonly agreement: string; readonly path: readonly string[] } | undefined {
  if (!node.name) return missing(linking, node, node.kind, "name");
  const { agreement } = around;
  if (agreement === undefined) return undefined;
  const path = [...around.path, node.name.text];
  declares(linking, node.name, "clause", "clause:" + qualified(agreement, ...path));
  return { agreement, path };
}

/** What clauses and cases have in common. */
export function clauseCommon(
  linking: Linking,
  node: {
    readonly start: number;
    readonly end: number;
    readonly doc: string | undefined;
    readonly requests: readonly Name[];
  },
  name: Name,
  { agreement, path }: { readonly agreement: string; readonly path: readonly string[] },
) {
  return {
    id: qualified(agreement, ...path),
    name: name.text,
    doc: node.doc,
    agreement,
    kinds: [...new Set(node.requests.map((request) => request.text))],
    place: placeOf(linking, name),
    whole: placeOf(linking, node),
  };
}

/** The scope of a clause, or of a case, whose request kinds are among its clause's. */
export function caseScope(
  linking: Linking,
  requests: readonly Name[],
  outer: Scope | undefined,
  clause: string,
  channel: Scope["channel"],
): Scope {
  if (requests.length === 0 && outer) return outer;
  reportRepeated(linking, requests);
  const scope = scopeOf(linking, requests, channel);
  if (!outer || outer.incomplete) return scope;
  const allowed = new Set(outer.kinds.map((kind) => kind.name));
  for (const kind of scope.kinds) {
    const name = requests.find((each) => each.text === kind.name);
    if (!allowed.has(kind.name) && name)
      linking.problems.push({ kind: "kind not in clause", place: placeOf(linking, name), request: name.text, clause });
  }
  return scope;
}

/** The first clause of each name: an id stands for one clause, and a second of a name is reported as a duplicate. */
export function firstOfName<C extends { readonly name: string }>(clauses: readonly C[]): readonly C[] {
  const seen = new Set<string>();
  return clauses.filter(({ name }) => {
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
}

function casesOf(linking: Linking, node: HandleClauseNode | HandleCaseNode, around: Around, scope: Scope) {
  const taken = caseNames(node);
  reportDuplicates(
    linking,
    linesOf(node.properties, "handle case").map((line) => line.name),
    "clause",
  );
  const cases = node.properties.flatMap((line): HandleClause | readonly HandleClause[] => {
    if (line.kind === "table") return rowsOf(linking, line, around, scope, rowNames(line.rows, taken));
    return line.kind === "handle case" ? (handleClause(linking, line, around, scope) ?? []) : [];
  });
  return cases.length > 1 ? firstOfName(cases) : cases;
}

function rowsOf(
  linking: Linking,
  table: TargetTable,
  around: Around,
  scope: Scope,
  names: readonly string[],
): readonly HandleClause[] {
  for (const part of ["fields", "targets", "rows"] as const)
    if (table[part].length === 0) missing(linking, table, "table", part);
  reportRepeated(linking, table.fields);
  reportOverlaps(linking, table);
  const columns = table.fields.map((field) => subjectOf(linking, scope, field));
  const rows = table.rows.map((row, index) => rowOf(linking, table, row, columns, around, names[index] ?? ""));
  return rows.flatMap((row) => row ?? []);
}

function rowOf(
  linking: Linking,
  table: TargetTable,
  row: TableRow,
  columns: readonly (ResolvedSubject | undefined)[],
  { agreement, path }: Around,
  name: string,
): HandleClause | undefined {
  const place = placeOf(linking, row);
  reportCells(linking, place, "values", row.values.length, table.fields.length);
  reportCells(linking, place, "durations", row.durations.length, table.targets.length);
  const when = rowCondition(linking, row, columns, place);
  const lines = rowLines(linking, table, row, place);
  if (agreement === undefined) return undefined;
  const id = qualified(agreement, ...path, name);
  const common = { id, name, doc: undefined, agreement, kinds: [], place, whole: place };
  return { kind: "handle", ...common, when, lines, cases: [] };
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
  columns: readonly (ResolvedSubject | undefined)[],
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
  const stated = new Map<"respond" | "resolve", NonNullable<HandleLines["respond"]>>();
  const broken: string[] = [];
  row.durations.forEach((duration, index) => {
    const target = table.targets[index]?.target;
    const value = targetOf(linking, duration, undefined);
    if (!target) return;
    if (value) stated.set(target, { value, place } satisfies Stated<typeof value>);
    else broken.push(target);
  });
  return { ...noLines, respond: stated.get("respond"), resolve: stated.get("resolve"), broken };
}

const noLines: HandleLines = {
  by: undefined,
  via: undefined,
  hours: undefined,
  cutoff: undefined,
  respond: undefined,
  resolve: undefined,
  escalate: undefined,
  say: undefined,
  decline: undefined,
  surcharge: undefined,
  steps: [],
  broken: [],
};
