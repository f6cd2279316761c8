import type { CommitCase as CommitCaseNode, CommitClause as CommitClauseNode, VerdictLine } from "../syntax/tree.ts";
import { clauseCommon, clauseScope, declaredClause, firstOfName, type Owner } from "./clause.ts";
import { type Scope, whenOf } from "./condition.ts";
import { linesOf, nameIn } from "./lines.ts";
import { type Linking, missing, none, placeOf, reportDuplicates, trimmed } from "./linking.ts";
import { teamNamed, whoOf } from "./lookup.ts";
import type { CommitClause, Verdict } from "./model.ts";
import { targetOf } from "./times.ts";

/** The commit clause; undefined where it, or its agreement, has no name. */
export function commitClause(
  linking: Linking,
  node: CommitClauseNode,
  outer: Owner | undefined,
): CommitClause | undefined {
  nameIn(linking, node, node.by, teamNamed, ["commit", "by"]);
  return commitOrCase(linking, node, outer, undefined, node.by?.text ?? "");
}

/** The verdict lines of a commit clause, a case of it or an exception to it, whose id is given. */
export function verdictsOf(
  linking: Linking,
  lines: readonly VerdictLine[],
  scope: Scope,
  id: string | undefined,
): readonly Verdict[] {
  return lines.map((line) => {
    const asks = line.verdict === "ask";
    const who = asks || line.who ? whoOf(linking, line.who, line, "verdict") : undefined;
    if (asks && !line.within) missing(linking, line, "verdict", "duration");
    return {
      id: (id ?? "") + verdictName[line.verdict],
      verdict: line.verdict,
      who,
      within: line.within && targetOf(linking, line.within, undefined),
      when: whenOf(linking, scope, line),
      because: line.because?.value,
      place: placeOf(linking, line),
    };
  });
}

/** The ends of ids, with their dot: V8 would keep a text that is joined later in its parts. */
const verdictName: Readonly<Record<VerdictLine["verdict"], string>> = { may: ".may", ask: ".ask", never: ".never" };

function commitOrCase(
  linking: Linking,
  node: CommitClauseNode | CommitCaseNode,
  outer: Owner | undefined,
  outerScope: Scope | undefined,
  by: string,
): CommitClause | undefined {
  const owner = declaredClause(linking, node, outer);
  if (node.requests.length === 0 && !outerScope) missing(linking, node, node.kind, "requests");
  const scope = clauseScope(linking, node.requests, outerScope, node.name, "may be asked");
  const when = whenOf(linking, scope, node);
  const verdicts = verdictsOf(linking, linesOf(node.properties, "verdict"), scope, owner?.id);
  const nested = linesOf(node.properties, "commit case");
  const cases = nested.length === 0 ? none : casesOf(linking, nested, owner, scope, by);
  if (!owner || !node.name) return undefined;
  const { id, name, doc, agreement, kinds, place, whole } = clauseCommon(linking, node, node.name, owner);
  return { kind: "commit", id, name, doc, agreement, kinds, when, place, whole, by, verdicts, cases };
}

function casesOf(
  linking: Linking,
  nested: readonly CommitCaseNode[],
  owner: Owner | undefined,
  scope: Scope,
  by: string,
): readonly CommitClause[] {
  reportDuplicates(
    linking,
    nested.map((line) => line.name),
    "clause",
  );
  const cases: CommitClause[] = [];
  for (const line of nested) {
    const inner = commitOrCase(linking, line, owner, scope, by);
    if (inner) cases.push(inner);
  }
  return trimmed(firstOfName(cases));
}
