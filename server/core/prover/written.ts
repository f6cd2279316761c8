/** What is written about each kind of request. */
import type { Agreement, CommitClause, HandleClause, Model, RequestKind } from "../model/model.ts";
import type { Guarantee, Proof } from "../model/work.ts";

/** What is written about a kind of request: its clauses, each with its agreement. */
export interface Written {
  readonly kind: RequestKind;
  readonly handles: readonly InAgreement<HandleClause>[];
  readonly commits: readonly InAgreement<CommitClause>[];
  readonly proofs: readonly Proof[];
  readonly guarantees: readonly InAgreement<Guarantee>[];
}

/** A clause and the agreement that it stands in. */
export interface InAgreement<Clause> {
  readonly agreement: Agreement;
  readonly clause: Clause;
}

/** What is written, by kind of request; kinds that no clause is about are left out. */
export function writtenByKind(model: Model): ReadonlyMap<string, Written> {
  const found = new Map<string, Writing>();
  const entry = (name: string) => {
    const kind = model.kinds.get(name);
    const known = found.get(name) ?? (kind && { kind, handles: [], commits: [], proofs: [], guarantees: [] });
    if (known) found.set(name, known);
    return known;
  };
  for (const agreement of model.agreements.values()) {
    for (const clause of agreement.handles)
      for (const kind of new Set(clause.kinds)) entry(kind)?.handles.push({ agreement, clause });
    for (const clause of agreement.commits)
      for (const kind of new Set(clause.kinds)) entry(kind)?.commits.push({ agreement, clause });
    for (const clause of agreement.guarantees)
      for (const kind of new Set(clause.kinds)) entry(kind)?.guarantees.push({ agreement, clause });
  }
  for (const proof of model.proofs.values()) entry(proof.topic)?.proofs.push(proof);
  return found;
}

interface Writing extends Written {
  readonly handles: InAgreement<HandleClause>[];
  readonly commits: InAgreement<CommitClause>[];
  readonly proofs: Proof[];
  readonly guarantees: InAgreement<Guarantee>[];
}
