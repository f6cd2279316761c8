import type { HandleCase as HandleCaseNode, HandleClause as HandleClauseNode } from "../syntax/tree.ts";
import { clauseCommon, clauseScope, declaredClause, firstOfName, type Owner } from "./clause.ts";
import { type Scope, whenOf } from "./condition.ts";
import { handleLines } from "./handleLines.ts";
import { caseNames, rowNames } from "./knownClauses.ts";
import { type Linking, missing, none, reportDuplicates, trimmed } from "./linking.ts";
import type { HandleClause } from "./model.ts";
import { type StepSymbols, stepSymbols } from "./stepSymbols.ts";
import { tableRows } from "./table.ts";

/** The handle clause or case; undefined where it, or something around it, has no name. `stepsBelow` are those of what a case lies in. */
export function handleClause(
  linking: Linking,
  node: HandleClauseNode | HandleCaseNode,
  outer: Owner | undefined,
  outerScope: Scope | undefined,
  stepsBelow: StepSymbols,
): HandleClause | undefined {
  const owner = declaredClause(linking, node, outer);
  if (node.requests.length === 0 && !outerScope) missing(linking, node, node.kind, "requests");
  const scope = clauseScope(linking, node.requests, outerScope, node.name, "comes later");
  const when = whenOf(linking, scope, node);
  const lines = handleLines(linking, node.properties, scope, owner && { id: owner.id, below: stepsBelow });
  const steps = owner ? stepSymbols(node.properties, owner.id, stepsBelow) : stepsBelow;
  const cases = casesOf(linking, node, owner, scope, steps);
  if (!owner || !node.name) return undefined;
  const { id, name, doc, agreement, kinds, place, whole } = clauseCommon(linking, node, node.name, owner);
  return { kind: "handle", id, name, doc, agreement, kinds, when, place, whole, lines, cases };
}

function casesOf(
  linking: Linking,
  node: HandleClauseNode | HandleCaseNode,
  owner: Owner | undefined,
  scope: Scope,
  steps: StepSymbols,
): readonly HandleClause[] {
  const nested = node.properties.filter((line) => line.kind === "handle case" || line.kind === "table");
  if (nested.length === 0) return none;
  reportDuplicates(
    linking,
    nested.map((line) => (line.kind === "table" ? undefined : line.name)),
    "clause",
  );
  const taken = caseNames(node);
  const cases: HandleClause[] = [];
  for (const line of nested) {
    if (line.kind === "table") {
      for (const row of tableRows(linking, line, owner, scope, rowNames(line.rows, taken))) cases.push(row);
      continue;
    }
    const inner = handleClause(linking, line, owner, scope, steps);
    if (inner) cases.push(inner);
  }
  return trimmed(firstOfName(cases));
}
