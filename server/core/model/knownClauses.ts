import type {
  AgreementDeclaration,
  CommitCase,
  CommitClause,
  HandleCase,
  HandleClause,
  TableRow,
} from "../syntax/tree.ts";
import type { KnownClause } from "./declared.ts";
import { noSteps, type StepSymbols, stepSymbols } from "./stepSymbols.ts";
import { inside } from "./symbol.ts";
import { textOf } from "./valueText.ts";

/** The clauses, cases and rows of target tables of an agreement, guarantees and duties among them. */
export function knownClauses(agreement: AgreementDeclaration, owner: string): KnownClause[] {
  const clauses: KnownClause[] = [];
  for (const clause of agreement.properties) {
    switch (clause.kind) {
      case "handle":
      case "commit":
        addClause(clauses, clause, knownClause(owner, clause.kind, [], noSteps));
        break;
      case "guarantee":
      case "owe":
        if (clause.name) clauses.push(knownClause(inside(owner, clause.name.text), clause.kind, [], noSteps));
        break;
      case "title":
      case "effective":
      case "review":
      case "unknown line":
        break;
    }
  }
  return clauses;
}

/** Adds a clause with all that is inside it; it has the kinds and steps of what it is inside where it states none. */
function addClause(
  clauses: KnownClause[],
  clause: HandleClause | HandleCase | CommitClause | CommitCase,
  outer: KnownClause,
): void {
  if (!clause.name) return;
  const id = inside(outer.name, clause.name.text);
  const requests = clause.requests.length > 0 ? clause.requests.map((request) => request.text) : outer.requests;
  const known = knownClause(id, outer.kind, requests, stepSymbols(clause.properties, id, outer.steps ?? noSteps));
  clauses.push(known);
  let taken: Map<string, number> | undefined;
  for (const line of clause.properties) {
    if (line.kind === "handle case" || line.kind === "commit case") addClause(clauses, line, known);
    if (line.kind !== "table") continue;
    taken ??= caseNames(clause);
    for (const name of rowNames(line.rows, taken))
      clauses.push({ name: inside(id, name), kind: known.kind, requests, steps: known.steps });
  }
}

function knownClause(
  id: string,
  kind: KnownClause["kind"],
  requests: readonly string[],
  steps: StepSymbols,
): KnownClause {
  return { name: id, kind, requests, steps: steps.size === 0 ? undefined : steps };
}

/** The names of the cases written in a clause, each taken once; `rowNames` adds those of its tables' rows. */
export function caseNames(clause: HandleClause | HandleCase | CommitClause | CommitCase): Map<string, number> {
  const names = new Map<string, number>();
  for (const line of clause.properties)
    if ((line.kind === "handle case" || line.kind === "commit case") && line.name) names.set(line.name.text, 1);
  return names;
}

/** The names of a table's rows, each made of its values as in `gold urgent`; a name that is taken gets a number. */
export function rowNames(rows: readonly TableRow[], taken: Map<string, number>): readonly string[] {
  return rows.map((row) => {
    const plain = row.values.map(textOf).join(" ");
    let count = (taken.get(plain) ?? 0) + 1;
    while (count > 1 && taken.has(`${plain} ${count}`)) count += 1;
    taken.set(plain, count);
    return count === 1 ? plain : `${plain} ${count}`;
  });
}
