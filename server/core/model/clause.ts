import type { Name, Span } from "../syntax/tree.ts";
import { type Scope, scopeOf } from "./condition.ts";
import { distinct } from "./declared.ts";
import { declares, type Linking, missing, none, placeOf, reportRepeated } from "./linking.ts";
import type { HandleClause } from "./model.ts";
import type { Construct } from "./problem.ts";
import { clauseSymbol, inside } from "./symbol.ts";

/** What a clause, a case or a step stands in. */
export interface Owner {
  readonly agreement: string;
  /** The id of the clause, or the agreement's qualified name. */
  readonly id: string;
}

/** What the nodes of clauses and duties have in common. */
interface ClauseNode extends Span {
  readonly kind: Construct;
  readonly headEnd: number;
  readonly name: Name | undefined;
}

/** Declares a clause's name; undefined where it, or something around it, has no name. */
export function declaredClause(linking: Linking, node: ClauseNode, outer: Owner | undefined): Owner | undefined {
  if (!node.name) return missing(linking, node, node.kind, "name");
  if (!outer) return undefined;
  const written = inside(outer.id, node.name.text);
  // The text by which the clause is found exists already and is kept, instead of an equal one.
  const id = linking.names.clauses.get(written)?.name ?? written;
  declares(linking, node.name, "clause", clauseSymbol(id));
  return { agreement: outer.agreement, id };
}

/** What clauses and cases have in common. */
export function clauseCommon(
  linking: Linking,
  node: ClauseNode & { readonly doc: string | undefined; readonly requests: readonly Name[] },
  name: Name,
  { agreement, id }: Owner,
): Pick<HandleClause, "id" | "name" | "doc" | "agreement" | "kinds" | "place" | "whole"> {
  return {
    id,
    name: name.text,
    doc: node.doc,
    agreement,
    kinds: distinctTexts(node.requests),
    place: placeOf(linking, name),
    whole: placeOf(linking, node),
  };
}

/** The scope of a clause, or of a case, whose request kinds are to be among its clause's. */
export function clauseScope(
  linking: Linking,
  requests: readonly Name[],
  outer: Scope | undefined,
  clause: Name | undefined,
  channel: Scope["channel"],
): Scope {
  if (requests.length === 0 && outer) return outer;
  reportRepeated(linking, requests);
  const scope = scopeOf(linking, requests, channel);
  if (outer && !outer.incomplete) reportForeignKinds(linking, requests, scope, outer, clause);
  return scope;
}

/** The first clause of each name: an id stands for one clause, and a second of a name is reported as a duplicate. */
export function firstOfName<C extends { readonly name: string }>(clauses: readonly C[]): readonly C[] {
  if (clauses.length < 2) return clauses;
  if (distinct(clauses.map((clause) => clause.name)).length === clauses.length) return clauses;
  const firsts = new Map<string, C>();
  for (const clause of clauses) if (!firsts.has(clause.name)) firsts.set(clause.name, clause);
  return [...firsts.values()];
}

function reportForeignKinds(
  linking: Linking,
  requests: readonly Name[],
  scope: Scope,
  outer: Scope,
  clause: Name | undefined,
): void {
  const allowed = new Set(outer.kinds.map((kind) => kind.name));
  const known = new Set(scope.kinds.map((kind) => kind.name));
  for (const name of requests) {
    if (!known.has(name.text) || allowed.has(name.text)) continue;
    const place = placeOf(linking, name);
    linking.problems.push({ kind: "kind not in clause", place, request: name.text, clause: clause?.text ?? "" });
  }
}

function distinctTexts(names: readonly Name[]): readonly string[] {
  if (names.length === 0) return none;
  return distinct(names.map((name) => name.text));
}
