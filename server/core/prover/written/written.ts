/** What is written about each kind of request. */
import type { Agreement, CommitClause, Exception, HandleClause, Model, RequestKind } from "../../model/model.ts";
import type { Guarantee, Proof } from "../../model/work.ts";
import { concatenated } from "../lists.ts";

/** What is written about a kind of request: its clauses, each with its agreement. */
export interface Written {
  readonly kind: RequestKind;
  /** The clauses that the handle and commit clauses are, agreement by agreement. */
  readonly parts: readonly WrittenPart[];
  readonly handles: readonly InAgreement<HandleClause>[];
  readonly commits: readonly InAgreement<CommitClause>[];
  readonly proofs: readonly Proof[];
  readonly guarantees: readonly InAgreement<Guarantee>[];
}

/** What an agreement writes about a kind; the same object while the agreement is the same. */
export interface WrittenPart {
  readonly agreement: Agreement;
  readonly handles: readonly HandleClause[];
  readonly commits: readonly CommitClause[];
  readonly guarantees: readonly Guarantee[];
}

/** A clause and the agreement that it stands in. */
export interface InAgreement<Clause> {
  readonly agreement: Agreement;
  readonly clause: Clause;
}

/** What is written, by kind of request; kinds that no clause is about are left out. */
export function writtenByKind(model: Model): ReadonlyMap<string, Written> {
  const known = writtenIn.get(model) ?? findWritten(model);
  writtenIn.set(model, known);
  return known;
}

const writtenIn = new WeakMap<Model, ReadonlyMap<string, Written>>();

function findWritten(model: Model): ReadonlyMap<string, Written> {
  const parts = new Map<string, WrittenPart[]>();
  for (const agreement of model.agreements.values())
    for (const [kind, part] of partsOf(agreement)) {
      const others = parts.get(kind);
      if (others) others.push(part);
      else parts.set(kind, [part]);
    }
  const proofs = new Map<string, Proof[]>();
  for (const proof of model.proofs.values()) proofs.set(proof.topic, [...(proofs.get(proof.topic) ?? []), proof]);
  const written = new Map<string, Written>();
  for (const name of new Set([...parts.keys(), ...proofs.keys()])) {
    const kind = model.kinds.get(name);
    if (kind) written.set(name, writtenOf(kind, parts.get(name) ?? [], proofs.get(name) ?? []));
  }
  return written;
}

/** What several agreements write about a kind. */
export function writtenOf(kind: RequestKind, parts: readonly WrittenPart[], proofs: readonly Proof[]): Written {
  const clauses = parts.map(clausesOf);
  return {
    kind,
    parts,
    handles: concatenated(clauses, ({ handles }) => handles),
    commits: concatenated(clauses, ({ commits }) => commits),
    proofs,
    guarantees: concatenated(clauses, ({ guarantees }) => guarantees),
  };
}

type Clauses = Pick<Written, "handles" | "commits" | "guarantees">;

/** The clauses of a part, each with its agreement; the same objects while the part is the same. */
function clausesOf(part: WrittenPart): Clauses {
  const known = clausesIn.get(part);
  if (known) return known;
  const { agreement } = part;
  const clauses: Clauses = {
    handles: part.handles.map((clause) => ({ agreement, clause })),
    commits: part.commits.map((clause) => ({ agreement, clause })),
    guarantees: part.guarantees.map((clause) => ({ agreement, clause })),
  };
  clausesIn.set(part, clauses);
  return clauses;
}

const clausesIn = new WeakMap<WrittenPart, Clauses>();

function partsOf(agreement: Agreement): ReadonlyMap<string, WrittenPart> {
  const known = partsIn.get(agreement) ?? findParts(agreement);
  partsIn.set(agreement, known);
  return known;
}

const partsIn = new WeakMap<Agreement, ReadonlyMap<string, WrittenPart>>();

interface Writing extends WrittenPart {
  readonly handles: HandleClause[];
  readonly commits: CommitClause[];
  readonly guarantees: Guarantee[];
}

function findParts(agreement: Agreement): ReadonlyMap<string, WrittenPart> {
  const found = new Map<string, Writing>();
  const part = (kind: string): Writing => {
    const known = found.get(kind) ?? { agreement, handles: [], commits: [], guarantees: [] };
    found.set(kind, known);
    return known;
  };
  for (const clause of agreement.handles) for (const kind of new Set(clause.kinds)) part(kind).handles.push(clause);
  for (const clause of agreement.commits) for (const kind of new Set(clause.kinds)) part(kind).commits.push(clause);
  for (const clause of agreement.guarantees)
    for (const kind of new Set(clause.kinds)) part(kind).guarantees.push(clause);
  return found;
}

/** A clause and all cases in it, each before those inside it. */
export function withCases<Clause extends { readonly cases: readonly Clause[] }>(clause: Clause): readonly Clause[] {
  return clause.cases.length === 0 ? [clause] : [clause, ...clause.cases.flatMap((each) => withCases(each))];
}

// exceptions to it -----------------------------------------------------------------------------------------------------

/** The exceptions to what has an id. */
export type ExceptionsOf = (id: string) => readonly Exception[];

/** The exceptions of a model; the same function for the same model. */
export function exceptionsIn(model: Model): ExceptionsOf {
  if (model.exceptionsOf.size === 0) return withoutExceptions;
  const known = exceptionsBy.get(model) ?? ((id) => model.exceptionsOf.get(id) ?? none);
  exceptionsBy.set(model, known);
  return known;
}

const exceptionsBy = new WeakMap<Model, ExceptionsOf>();
const withoutExceptions: ExceptionsOf = () => none;

/** The exceptions to all that is in a part, in its order; worked out once for a model's. */
export function exceptionsToPart(part: WrittenPart, exceptionsOf: ExceptionsOf): readonly Exception[] {
  if (exceptionsOf === withoutExceptions) return none;
  const byPart = toPart.get(exceptionsOf) ?? new WeakMap<WrittenPart, readonly Exception[]>();
  toPart.set(exceptionsOf, byPart);
  const known = byPart.get(part) ?? idsIn(part).flatMap(exceptionsOf);
  byPart.set(part, known);
  return known;
}

const toPart = new WeakMap<ExceptionsOf, WeakMap<WrittenPart, readonly Exception[]>>();

function idsIn(part: WrittenPart): readonly string[] {
  const known = idsBy.get(part);
  if (known) return known;
  const ids = [...part.handles, ...part.commits].flatMap((clause) => withCases(clause).map(({ id }) => id));
  idsBy.set(part, ids);
  return ids;
}

const idsBy = new WeakMap<WrittenPart, readonly string[]>();

const none: readonly never[] = [];
