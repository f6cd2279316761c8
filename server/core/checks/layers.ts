/** Clauses with their cases, as a request meets them: what a case does not state is kept from below (language.md M3). */
import type { Agreement, Exception, HandleClause, HandleLines } from "../model/model.ts";
import { stepsLaidOver } from "../model/step.ts";
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
  const lines = below ? laidOver(clause.lines, below) : clause.lines;
  layers.push({ clause, lines });
  for (const each of clause.cases) addLayers(layers, each, lines);
}

/** What holds while an exception is in force: its lines over those of the clause and the cases that it bends. */
export function linesUnder(company: Company, { base, lines }: Exception): HandleLines {
  const names = base.split(".");
  let below: HandleLines | undefined;
  for (let count = 2; count <= names.length; count++) {
    const clause = company.clause(names.slice(0, count).join("."));
    if (clause?.kind === "handle") below = below ? laidOver(clause.lines, below) : clause.lines;
  }
  return below ? laidOver(lines, below) : lines;
}

function laidOver(above: HandleLines, below: HandleLines): HandleLines {
  return {
    by: above.by ?? below.by,
    via: above.via ?? below.via,
    hours: above.hours ?? below.hours,
    cutoff: above.cutoff ?? below.cutoff,
    respond: above.respond ?? below.respond,
    resolve: above.resolve ?? below.resolve,
    escalate: above.escalate ?? below.escalate,
    say: above.say ?? below.say,
    decline: above.decline ?? below.decline,
    surcharge: above.surcharge ?? below.surcharge,
    steps: stepsLaidOver(below.steps, above.steps),
    broken: above.broken.length > 0 ? [...above.broken, ...below.broken] : below.broken,
  };
}
