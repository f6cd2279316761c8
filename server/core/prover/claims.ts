/** How far each property of each agreement was looked at, with the size of the space that was covered. */
import type { Agreement } from "../model/model.ts";
import type { Proof } from "../model/work.ts";
import { type Findings, ordinaryRequests } from "./clauses/handling.ts";
import { requestsOf } from "./clauses/promises.ts";
import type { KindProof } from "./prove.ts";
import { type Box, cellsIn, type Shape } from "./space/box.ts";
import type { Space } from "./space/space.ts";
import type { UndecidedBecause } from "./undecided.ts";
import type { Group } from "./written/group.ts";
import type { AgreementScope } from "./written/rules.ts";

/** What is known of a claim. */
export type ClaimStatus = "proved" | "counter-example" | "not decided";

/** One property of one kind of request within an agreement, and how it was looked at. */
export interface Covered {
  readonly agreement: Agreement;
  readonly kind: string;
  readonly isBroken: boolean;
  /** Undefined where all was looked at. */
  readonly undecided: UndecidedBecause | undefined;
  /** How many requests the conditions can tell apart; undefined where the property is not about requests one by one. */
  readonly size: number | undefined;
}

/** What somebody claims by `prove`. */
export interface WrittenClaim {
  readonly proof: Proof;
  readonly status: ClaimStatus;
  readonly undecided: UndecidedBecause | undefined;
  /** How many requests it was held against. */
  readonly size: number;
}

/** Whether every request that an agreement is about has a handler. */
export function handledIn({ group, gaps }: KindProof): readonly Covered[] {
  return handlingScopes(group).map((scope) => ({
    ...aboutKind(group, scope),
    isBroken: gaps.found.some((gap) => gap.scope === scope),
    undecided: undecidedIn(group, gaps),
    size: askedPoints(group, scope),
  }));
}

/** Whether the clauses of an agreement decide every request in one way. */
export function alikeIn({ group, conflicts }: KindProof): readonly Covered[] {
  return handlingScopes(group).map((scope) => {
    const own = group.handles.filter((rule) => rule.scope === scope);
    const ids = own.flatMap(({ clause, overlays }) => [clause.id, ...overlays.map(({ id }) => id)]);
    const isBroken = conflicts.found.some(({ later, earlier }) => [later, earlier].some(({ id }) => ids.includes(id)));
    return { ...aboutKind(group, scope), isBroken, undecided: undecidedIn(group, conflicts), size: undefined };
  });
}

/** Whether some line says what may be promised of every request. */
export function spokenOfIn({ group, silences }: KindProof): readonly Covered[] {
  return promisingScopes(group).map((scope) => ({
    ...aboutKind(group, scope),
    isBroken: silences.found.some(({ rule }) => rule.scope === scope),
    undecided: undecidedIn(group, silences),
    size: promisedPoints(group, scope),
  }));
}

/** How far something was looked at that is not about requests one by one; what is broken is not told here. */
export function lookedAtIn({ group }: KindProof, findings: Findings<unknown>): readonly Covered[] {
  return [...group.scopes.values()].map((scope) => {
    return { ...aboutKind(group, scope), isBroken: false, undecided: undecidedIn(group, findings), size: undefined };
  });
}

/** `lookedAtIn` of those agreements alone that promise. */
export function lookedAtOfPromises(known: KindProof, findings: Findings<unknown>): readonly Covered[] {
  const promising = promisingScopes(known.group).map(({ agreement }) => agreement);
  return lookedAtIn(known, findings).filter(({ agreement }) => promising.includes(agreement));
}

/** `lookedAtIn` of those agreements alone to whose clauses there are exceptions. */
export function lookedAtWithExceptions(known: KindProof, findings: Findings<unknown>): readonly Covered[] {
  const { handles, commits } = known.group;
  const excepted = [...handles, ...commits].filter(({ overlays }) => overlays.some(({ exception }) => exception));
  const bent = new Set(excepted.map(({ scope }) => scope.agreement));
  return lookedAtIn(known, findings).filter(({ agreement }) => bent.has(agreement));
}

/** The claims that are written about a kind. */
export function writtenClaims({ group, proofs }: KindProof): readonly WrittenClaim[] {
  return proofs.map(({ proof, result }): WrittenClaim => {
    const size =
      proof.claim === "handled"
        ? sum(handlingScopes(group).map((scope) => askedPoints(group, scope)))
        : sum(promisingScopes(group).map((scope) => promisedPoints(group, scope)));
    const isDecided = result.kind !== "not decided";
    const status = result.kind === "counter-example" ? "counter-example" : result.kind;
    return { proof, status, undecided: undecidedIn(group, { found: [], isDecided }), size };
  });
}

function aboutKind({ kind }: Group, { agreement }: AgreementScope): Pick<Covered, "agreement" | "kind"> {
  return { agreement, kind: kind.name };
}

function handlingScopes({ scopes, handles }: Group): readonly AgreementScope[] {
  return [...scopes.values()].filter((scope) => handles.some((rule) => rule.scope === scope));
}

function promisingScopes({ scopes, commits }: Group): readonly AgreementScope[] {
  return [...scopes.values()].filter((scope) => commits.some((rule) => rule.scope === scope));
}

/** Why something about a kind was not decided; undefined where it was. */
export function undecidedIn(
  { isDecidable, tooComplex, space }: Group,
  found: Findings<unknown>,
): UndecidedBecause | undefined {
  if (isDecidable) return found.isDecided ? undefined : "too many steps";
  if (tooComplex.length > 0) return "too complex";
  return space.horizon.isWhole ? "unreadable" : "too long";
}

/** How many requests there are by those who ask for the kind. */
function askedPoints(group: Group, scope: AgreementScope): number {
  return counted(asked, group, scope, () => pointsIn(group.space.shape, ordinaryRequests(group, scope)));
}

/** How many requests there are by each party that promises; those of one are no other's. */
function promisedPoints(group: Group, scope: AgreementScope): number {
  return counted(promised, group, scope, () => countPromised(group, scope));
}

/** By scope, and for the last space of each: other agreements may split the same requests more finely. */
type Counts = WeakMap<AgreementScope, { readonly space: Space; readonly count: number }>;

const asked: Counts = new WeakMap();
const promised: Counts = new WeakMap();

function counted(counts: Counts, { space }: Group, scope: AgreementScope, count: () => number): number {
  const known = counts.get(scope);
  if (known?.space === space) return known.count;
  const found = count();
  counts.set(scope, { space, count: found });
  return found;
}

function countPromised(group: Group, scope: AgreementScope): number {
  const own = group.commits.filter((rule) => rule.scope === scope);
  const parties = new Map(own.map((rule) => [rule.clause.by, rule]));
  return sum([...parties.values()].map((rule) => pointsIn(group.space.shape, requestsOf(group, rule))));
}

function pointsIn(shape: Shape, boxes: readonly Box[]): number {
  return sum(
    boxes.map((box) => shape.cells.reduce((product, _, each) => product * cellsIn(shape, box, each).length, 1)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
