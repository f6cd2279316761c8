/** `prove` lines: what is claimed of every request of a kind, held against the clauses. */
import { plainText } from "../../model/meaning.ts";
import type { HandleLines, Model, Who } from "../../model/model.ts";
import type { Proof } from "../../model/work.ts";
import { type Box, sharedBoxes } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import { type Budget, type Covering, coverAll } from "../space/cover.ts";
import type { Group } from "../written/group.ts";
import { type HoursOf, type Layer, layersOf, layersTold } from "../written/layers.ts";
import type { HandleRule } from "../written/rules.ts";
import { teamsMeant } from "../written/scopes.ts";
import { ordinaryRequests } from "./handling.ts";
import { requestsOf } from "./promises.ts";
import type { Standing } from "./verdictLines.ts";

/** A claim, and a request of which it is not true. */
export interface ProofResult {
  readonly proof: Proof;
  readonly result: Covering;
}

/** What is known of each claim about the kind; of promises nothing where the lines were not decided. */
export function proofResults(
  group: Group,
  lines: readonly Standing[] | undefined,
  people: Model["people"],
  hoursOf: HoursOf,
  budget: Budget,
): readonly ProofResult[] {
  return group.proofs.map((proof): ProofResult => {
    if (proof.claim === "handled") return { proof, result: handledResult(group, proof, people, hoursOf, budget) };
    if (!lines) return { proof, result: { kind: "not decided" } };
    return { proof, result: verdictResult(group, proof, lines, budget) };
  });
}

/** Of several results a counter-example, else what was not decided. */
function firstBroken(results: readonly Covering[]): Covering {
  return (
    results.find(({ kind }) => kind === "counter-example") ??
    results.find(({ kind }) => kind === "not decided") ?? { kind: "proved" }
  );
}

/** The requests of some that a claim is about; undefined where its condition takes too many boxes. */
function claimed({ space }: Group, { when }: Proof, requests: readonly Box[]): readonly Box[] | undefined {
  const boxes = boxesWhere(space, when, space.zone);
  return boxes && sharedBoxes(space.shape, requests, boxes);
}

// verdicts ------------------------------------------------------------------------------------------------------------

function verdictResult(group: Group, proof: Proof, lines: readonly Standing[], budget: Budget): Covering {
  const { space, impossible } = group;
  const domain = claimed(
    group,
    proof,
    group.commits.flatMap((rule) => requestsOf(group, rule)),
  );
  if (!domain) return { kind: "not decided" };
  const isSilent = proof.claim === "silent";
  const fulfilling = lines
    .filter(({ line }) => isSilent || line.verdict.verdict === proof.claim)
    .flatMap(({ boxes, decides }) => (isSilent ? boxes : decides));
  // Silence is where no line counts, every other verdict where one of its lines decides.
  return proof.negated === isSilent
    ? coverAll(space.shape, domain, [...fulfilling, ...impossible], budget)
    : coverAll(space.shape, sharedBoxes(space.shape, domain, fulfilling), impossible, budget);
}

// handled -------------------------------------------------------------------------------------------------------------

function handledResult(
  group: Group,
  proof: Proof,
  people: Model["people"],
  hoursOf: HoursOf,
  budget: Budget,
): Covering {
  const { space, impossible, handles } = group;
  const requests = [...group.scopes.values()]
    .filter((scope) => handles.some((rule) => rule.scope === scope))
    .flatMap((scope) => ordinaryRequests(group, scope));
  const domain = claimed(group, proof, requests);
  if (!domain) return { kind: "not decided" };
  const isMeant = (by: Who | undefined) => proof.by === undefined || isOf(people, by, proof.by);
  const within = ({ boxes, hidden }: Part) =>
    coverAll(space.shape, sharedBoxes(space.shape, domain, boxes), [...hidden, ...impossible], budget);
  if (proof.negated)
    return firstBroken(handles.flatMap((rule) => handledParts(group, rule, isMeant, hoursOf)).map(within));
  const handled = coverAll(space.shape, domain, [...handles.flatMap(({ boxes }) => boxes), ...impossible], budget);
  return firstBroken([handled, ...handles.flatMap((rule) => otherParts(rule, isMeant, hoursOf)).map(within)]);
}

type Part = Pick<Layer, "boxes" | "hidden">;

/** Where a clause has somebody who is meant handle a request, and does not decline it. */
function handledParts(
  { space }: Group,
  rule: HandleRule,
  isMeant: (by: Who | undefined) => boolean,
  hoursOf: HoursOf,
): readonly Part[] {
  return layersTold(space.shape, rule, "by", hoursOf).filter((layer) => isMeant(linesOf(rule, layer).by?.value));
}

/** Where a clause has somebody else handle a request, or declines it. */
function otherParts(rule: HandleRule, isMeant: (by: Who | undefined) => boolean, hoursOf: HoursOf): readonly Part[] {
  const declined = layersOf(rule, "decline", hoursOf).filter(({ value }) => value !== undefined);
  return [...declined, ...layersOf(rule, "by", hoursOf).filter((layer) => !isMeant(linesOf(rule, layer).by?.value))];
}

function linesOf(rule: HandleRule, { source }: Layer): HandleLines {
  return (source ?? rule).says.lines;
}

function isOf(people: Model["people"], by: Who | undefined, wanted: Who): boolean {
  if (by === undefined) return false;
  if (plainText(by) === plainText(wanted)) return true;
  return wanted.kind === "team" && teamsMeant({ people }, by)[0] === wanted.team;
}
