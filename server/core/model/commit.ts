import type { CommitCase as CommitCaseNode, CommitClause as CommitClauseNode, VerdictLine } from "../syntax/tree.ts";
import { type Scope, whenOf } from "./condition.ts";
import { type Around, caseScope, clauseCommon, clauseHead, firstOfName } from "./handle.ts";
import { linesOf, nameIn } from "./lines.ts";
import { type Linking, missing, placeOf, reportDuplicates } from "./linking.ts";
import { teamNamed, whoOf } from "./lookup.ts";
import type { CommitClause, Verdict } from "./model.ts";
import { qualified } from "./symbol.ts";
import { targetOf } from "./times.ts";

/** The commit clause; undefined where it, or its agreement, has no name. */
export function commitClause(linking: Linking, node: CommitClauseNode, around: Around): CommitClause | undefined {
  nameIn(linking, node, node.by, teamNamed, ["commit", "by"]);
  return commitOrCase(linking, node, around, undefined, node.by?.text ?? "");
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
      id: `${id ?? ""}.${line.verdict}`,
      verdict: line.verdict,
      who,
      within: line.within && targetOf(linking, line.within, undefined),
      when: whenOf(linking, scope, line.when),
      because: line.because?.value,
      place: placeOf(linking, line),
    };
  });
}

function commitOrCase(
  linking: Linking,
  node: CommitClauseNode | CommitCaseNode,
  around: Around,
  outer: Scope | undefined,
  by: string,
): CommitClause | undefined {
  const inner = clauseHead(linking, node, around);
  if (node.requests.length === 0 && !outer) missing(linking, node, node.kind, "requests");
  const scope = caseScope(linking, node.requests, outer, node.name?.text ?? "", "may be asked");
  const when = whenOf(linking, scope, node.when);
  const id = inner && qualified(inner.agreement, ...inner.path);
  const verdicts = verdictsOf(linking, linesOf(node.properties, "verdict"), scope, id);
  const nested = linesOf(node.properties, "commit case");
  reportDuplicates(
    linking,
    nested.map((line) => line.name),
    "clause",
  );
  const inside = inner ?? { agreement: undefined, path: [] };
  const cases = firstOfName(nested.flatMap((line) => commitOrCase(linking, line, inside, scope, by) ?? []));
  const common = inner && node.name && clauseCommon(linking, node, node.name, inner);
  return common && { kind: "commit", ...common, by, when, verdicts, cases };
}
