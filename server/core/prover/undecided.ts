/** What was asked about a kind of request and not decided, and why: never silently taken for true. */
import type { Agreement, Place } from "../model/model.ts";
import type { KindProof } from "./prove.ts";
import type { Untold } from "./time/kept.ts";
import type { Group } from "./written/group.ts";

/** A question that is asked about all requests of a kind. */
export type Question =
  | "handled"
  | "without conflict"
  | "all clauses decide"
  | "all clauses are needed"
  | "exceptions within their base"
  | "spoken of"
  | "limits never slacken"
  | "claims hold";

/**
 * Why nothing was decided of a kind: something could not be read, a condition takes too many boxes, the agreements are in force for longer
 * than is looked at, or the search took more steps than it may.
 */
export type KindUndecided = "unreadable" | "too complex" | "too long" | "too many steps";

/** Why something was not decided: a reason of the whole kind, or a promise has nothing there that it could be held against, or it is not told whom something reaches. */
export type UndecidedBecause = KindUndecided | Untold["because"];

/** Questions about a kind that are open for one reason; `place` is where that reason lies. */
export interface Undecided {
  readonly because: KindUndecided;
  readonly place: Place;
  readonly questions: readonly Question[];
}

/** The questions about a kind that are open; undefined where all are decided. */
export function undecidedIn(proof: KindProof): Undecided | undefined {
  const questions = openQuestions(proof);
  if (questions.length === 0) return undefined;
  const because = reasonOf(proof.group);
  const place = placeOf(proof.group, because);
  return place && { because, place, questions };
}

function openQuestions(proof: KindProof): readonly Question[] {
  const { group, gaps, conflicts, unreachable, redundant, outsideBase, silences, slackenings, proofs } = proof;
  const [handles, commits] = [group.handles.length > 0, group.commits.length > 0];
  const isOpenClaim = proofs.some(({ result }) => result.kind === "not decided");
  const open: readonly (readonly [Question, boolean])[] = [
    ["handled", handles && !gaps.isDecided],
    ["without conflict", handles && !conflicts.isDecided],
    ["spoken of", commits && !silences.isDecided],
    ["claims hold", isOpenClaim],
    ["all clauses decide", !unreachable.isDecided],
    ["all clauses are needed", !redundant.isDecided],
    ["exceptions within their base", !outsideBase.isDecided],
    ["limits never slacken", commits && !slackenings.isDecided],
  ];
  return open.flatMap(([question, isOpen]) => (isOpen ? [question] : []));
}

function reasonOf({ isDecidable, tooComplex, space }: Group): KindUndecided {
  if (isDecidable) return "too many steps";
  if (tooComplex.length > 0) return "too complex";
  return space.horizon.isWhole ? "unreadable" : "too long";
}

function placeOf({ scopes, handles, commits, proofs, tooComplex }: Group, because: KindUndecided): Place | undefined {
  const agreements = [...scopes.keys()];
  const named = agreements[0]?.place ?? proofs[0]?.place;
  switch (because) {
    case "too complex":
      return tooComplex[0];
    case "too long":
      return [...agreements].sort((one, other) => lengthOf(other) - lengthOf(one))[0]?.effective?.place ?? named;
    case "unreadable":
      return named;
    case "too many steps":
      return handles[0]?.clause.place ?? commits[0]?.clause.place ?? named;
    default:
      return because satisfies never;
  }
}

function lengthOf({ effective }: Agreement): number {
  return effective?.value.last === undefined ? 0 : effective.value.last - effective.value.first;
}
