/** Clauses with their cases, as a request meets them: what a case does not state is kept from below (language.md M3). */
import { linesLaidOver } from "../model/laidOver.ts";
import type { Agreement, CommitClause, Exception, HandleClause, HandleLines } from "../model/model.ts";
import type { Company } from "./company.ts";

/** A handle clause or a case, and the properties that hold in it with everything below laid under. */
export interface Layer {
  readonly clause: HandleClause;
  readonly lines: HandleLines;
}

/** The handle clauses of an agreement and all of their cases. */
export function layersOf(agreement: Agreement): readonly Layer[] {
  const known = layersByAgreement.get(agreement);
  if (known) return known;
  const layers: Layer[] = [];
  for (const clause of agreement.handles) addLayers(layers, clause, undefined);
  layersByAgreement.set(agreement, layers);
  return layers;
}

/** Many checks ask for the layers of an agreement; one that means the same is the same object. */
const layersByAgreement = new WeakMap<Agreement, readonly Layer[]>();

function addLayers(layers: Layer[], clause: HandleClause, below: HandleLines | undefined): void {
  const lines = below ? linesLaidOver(below, clause.lines) : clause.lines;
  layers.push({ clause, lines });
  for (const each of clause.cases) addLayers(layers, each, lines);
}

/** The commit clauses of an agreement and all of their cases. */
export function promisesOf(agreement: Agreement): readonly CommitClause[] {
  const promises: CommitClause[] = [];
  for (const clause of agreement.commits) addPromises(promises, clause);
  return promises;
}

function addPromises(promises: CommitClause[], clause: CommitClause): void {
  promises.push(clause);
  for (const each of clause.cases) addPromises(promises, each);
}

/** What holds while an exception is in force: its lines over those of the clause and the cases that it bends. */
export function linesUnder(company: Company, { base, lines }: Exception): HandleLines {
  const names = base.split(".");
  let below: HandleLines | undefined;
  for (let count = 2; count <= names.length; count++) {
    const clause = company.clause(names.slice(0, count).join("."));
    if (clause?.kind === "handle") below = below ? linesLaidOver(below, clause.lines) : clause.lines;
  }
  return below ? linesLaidOver(below, lines) : lines;
}
