import type { Engine } from "../engine/compile.ts";
import type { Decision } from "../engine/decision.ts";
import { traceOf } from "../engine/trace.ts";
import type { CommitClause, Exception, HandleClause, HandleLines, Model, Place, Verdict } from "../model/model.ts";
import type { Reached } from "./judge.ts";

/** What of the agreements a scenario can come to, in the order in which sums name them. */
export const coverableKinds = ["clause", "case", "row", "exception", "verdict", "rung", "step"] as const;

/** Something that a scenario can come to: a row is one of a target table, a verdict a line of a commit clause, a rung an `escalate` line, a step one that no condition left out. */
export interface Coverable {
  readonly kind: (typeof coverableKinds)[number];
  /** Its own id; that of what states it for a rung, with its name after it for a step. Verdict lines of one clause with one verdict share an id. */
  readonly id: string;
  readonly place: Place;
}

/** Something that scenarios can come to, with the number of decisions that did. */
export interface Covered extends Coverable {
  readonly hits: number;
}

/**
 * How often decisions came to each clause, case, table row, exception, verdict line, rung and step of the model that the engine
 * was compiled from, in the order of agreements and then exceptions. Reached is what decided or was laid over; a verdict
 * line that held and counted; a rung of the ladder that a decision has, and a step that its plain path goes through.
 */
export function coverageOf(engine: Engine, model: Model, reached: readonly Reached[]): readonly Covered[] {
  const things = coverables(model);
  const promises = new Set(things.filter(({ isPromise }) => isPromise).map(({ place }) => place));
  const hits = new Map<Place, number>();
  for (const each of reached) {
    const handled = each.part === "all" ? handledPlaces(model, each.decision) : [];
    const promised = each.decision.commitment ? promisedPlaces(engine, each.decision) : [];
    const places = new Set([...handled, ...promised.filter((place) => promises.has(place))]);
    for (const place of places) hits.set(place, (hits.get(place) ?? 0) + 1);
  }
  return things.map(({ kind, id, place }) => ({ kind, id, place, hits: hits.get(place) ?? 0 }));
}

/** The share of what was reached in percent, cut to one decimal so that only all of it is 100; 100 where there is nothing. */
export function percentReached(things: readonly Covered[]): number {
  const reached = things.filter(({ hits }) => hits > 0).length;
  return things.length === 0 ? 100 : Math.floor((reached / things.length) * 1000) / 10;
}

// what there is -------------------------------------------------------------------------------------------------------

interface Thing extends Coverable {
  /** Whether it is about what may be promised. */
  readonly isPromise: boolean;
}

function coverables(model: Model): readonly Thing[] {
  const agreements = [...model.agreements.values()];
  const exceptions = [...model.exceptions.values()];
  return [
    ...agreements.flatMap(({ handles }) => handles.flatMap((clause) => handleThings(clause, "clause"))),
    ...agreements.flatMap(({ commits }) => commits.flatMap((clause) => commitThings(clause, "clause"))),
    ...exceptions.flatMap((exception) => exceptionThings(model, exception)),
  ];
}

function handleThings(clause: HandleClause, kind: "clause" | "case" | "row"): readonly Thing[] {
  const { id, place, lines, cases } = clause;
  return [
    { kind, id, place, isPromise: false },
    ...rungThings(id, lines),
    ...stepThings(id, lines),
    ...cases.flatMap((inner) => handleThings(inner, isRow(inner) ? "row" : "case")),
  ];
}

/** A row of a target table has no name of its own, so its place is all of it. */
function isRow({ place, whole }: HandleClause): boolean {
  return place === whole;
}

function commitThings({ id, place, verdicts, cases }: CommitClause, kind: "clause" | "case"): readonly Thing[] {
  return [
    { kind, id, place, isPromise: true },
    ...verdictThings(verdicts),
    ...cases.flatMap((inner) => commitThings(inner, "case")),
  ];
}

function exceptionThings(model: Model, { name, place, base, lines, verdicts }: Exception): readonly Thing[] {
  const bent = model.clauses.get(base);
  if (!bent) return [];
  return [
    { kind: "exception", id: name, place, isPromise: bent.kind === "commit" },
    ...rungThings(name, lines),
    ...stepThings(name, lines),
    ...verdictThings(verdicts),
  ];
}

function rungThings(id: string, { escalate }: HandleLines): readonly Thing[] {
  return (escalate?.value ?? []).map(({ place }) => ({ kind: "rung", id, place, isPromise: false }));
}

function stepThings(id: string, { steps }: HandleLines): readonly Thing[] {
  return (steps?.value ?? []).map(({ name, place }) => ({
    kind: "step",
    id: `${id}.${name}`,
    place,
    isPromise: false,
  }));
}

function verdictThings(verdicts: readonly Verdict[]): readonly Thing[] {
  return verdicts.map(({ id, place }) => ({ kind: "verdict", id, place, isPromise: true }));
}

// what was reached ----------------------------------------------------------------------------------------------------

/** The clause that handles, what is laid over it, and the rungs of the topmost that states some. */
function handledPlaces(model: Model, { clause, overlays, ladder, timeline }: Decision): readonly Place[] {
  const layers = [clause ?? "", ...overlays].flatMap((id) => model.clauses.get(id) ?? model.exceptions.get(id) ?? []);
  const steps = (timeline?.plain ?? []).filter(({ pass }) => pass !== "skipped");
  const places = [...layers, ...steps].map(({ place }) => place);
  if (ladder.length === 0) return places;
  const stating = layers.findLast((layer) => "lines" in layer && layer.lines.escalate !== undefined);
  const rungs = stating && "lines" in stating ? (stating.lines.escalate?.value ?? []) : [];
  return [...places, ...rungs.map(({ place }) => place)];
}

/** What the trace says of promises without a reason against it. */
function promisedPlaces(engine: Engine, decision: Decision): readonly Place[] {
  return traceOf(engine, decision).flatMap(({ because, place }) => (because ? [] : [place]));
}
