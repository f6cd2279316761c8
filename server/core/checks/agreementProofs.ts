/** What is known of each agreement, property by property: what is proved, what is not true and shown by findings, and what was not decided. */
import type { Agreement, Model } from "../model/model.ts";
import type { Proof } from "../model/work.ts";
import { type ClaimStatus, type Covered, writtenClaims } from "../prover/claims.ts";
import type { UndecidedBecause } from "../prover/undecided.ts";
import type { Item } from "../syntax/tree.ts";
import { allChecks } from "./all.ts";
import type { Check, CheckContext, Finding } from "./define.ts";
import { proofsFor } from "./proofs.ts";
import { notDecided } from "./rules/not-decided.ts";

/** All that is known of the agreements of a model. */
export interface ModelProof {
  /** In the order of the files. */
  readonly agreements: readonly AgreementProof[];
  /** What is written with `prove`. */
  readonly claims: readonly ClaimProof[];
  /** What is found of no agreement by itself, such as of the company. */
  readonly others: readonly PropertyProof[];
}

/** An agreement and its properties. */
export interface AgreementProof {
  readonly agreement: Agreement;
  readonly properties: readonly PropertyProof[];
}

/** What is known of one property, which is the claim that a check finds nothing. */
export interface PropertyProof {
  readonly check: Check;
  readonly status: ClaimStatus;
  /** Kind by kind; empty where the check does not say how far it looked, or of which kind something was found. */
  readonly kinds: readonly KindStatus[];
  /** The counter-examples. */
  readonly findings: readonly Finding[];
}

/** A property of one kind of request. */
export interface KindStatus {
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly undecided: UndecidedBecause | undefined;
  readonly size: number | undefined;
}

/** What is known of a `prove` line. */
export interface ClaimProof {
  readonly proof: Proof;
  readonly status: ClaimStatus;
  readonly undecided: UndecidedBecause | undefined;
  readonly size: number;
  readonly findings: readonly Finding[];
}

/** What is known, with what all checks found of the model in the same context. */
export function modelProof(model: Model, context: CheckContext, findings: readonly Finding[]): ModelProof {
  const owners = ownersIn(model);
  const checks = provingChecks(context);
  const known = checks.map((check) => knownBy(check, model, context, findings, owners));
  const claims = claimsIn(model, context, findings);
  const claimed = new Set(claims.flatMap((claim) => claim.findings));
  return {
    agreements: [...model.agreements.values()].map((agreement) => ({
      agreement,
      properties: known.flatMap((each) => propertyOf(each, agreement) ?? []).sort(sizedFirst),
    })),
    claims,
    others: known.flatMap(({ check, loose }) => {
      const left = loose.filter((finding) => !claimed.has(finding));
      return left.length > 0 ? [{ check, status: "counter-example" as const, kinds: [], findings: left }] : [];
    }),
  };
}

/** What is told of so many requests comes before what is told of the clauses. */
function sizedFirst(one: PropertyProof, other: PropertyProof): number {
  const rank = ({ kinds }: PropertyProof) => (kinds.some(({ size }) => size !== undefined) ? 0 : 1);
  return rank(one) - rank(other);
}

/** Checks that tell what is proved; those that the settings leave out prove nothing. What was not decided is told with each property. */
function provingChecks({ severities }: CheckContext): readonly Check[] {
  const inTable = new Set(allChecks.flatMap(({ property }) => property?.alsoBy ?? []));
  return allChecks.filter(({ name, scope, property, undecidedOf }) => {
    const isOff = Object.hasOwn(severities, name) && severities[name] === "off";
    const isProof = scope === "proof" || property !== undefined;
    return !isOff && undecidedOf === undefined && name !== notDecided.name && !inTable.has(name) && isProof;
  });
}

/** What a check found and how far it looked. */
interface Known {
  readonly check: Check;
  readonly covered: ReadonlyMap<Agreement, readonly Covered[]>;
  readonly found: ReadonlyMap<Agreement, readonly Finding[]>;
  /** Of no agreement. */
  readonly loose: readonly Finding[];
}

function knownBy(
  check: Check,
  model: Model,
  context: CheckContext,
  findings: readonly Finding[],
  owners: ReadonlyMap<Item, Agreement>,
): Known {
  const names = [check.name, ...(check.property?.alsoBy ?? [])];
  const found = new Map<Agreement, Finding[]>();
  const loose: Finding[] = [];
  for (const finding of findings) {
    if (!names.includes(finding.check.name)) continue;
    const owner = owners.get(finding.place.item);
    if (owner) found.set(owner, [...(found.get(owner) ?? []), finding]);
    else loose.push(finding);
  }
  const covered = new Map<Agreement, Covered[]>();
  for (const each of check.property?.covered(model, context) ?? []) {
    const known = covered.get(each.agreement);
    if (known) known.push(each);
    else covered.set(each.agreement, [each]);
  }
  return { check, covered, found, loose };
}

/** Undefined where the check is not about the agreement, or does not say how far it looked and found nothing. */
function propertyOf({ check, covered, found: all }: Known, agreement: Agreement): PropertyProof | undefined {
  const findings = all.get(agreement) ?? [];
  const found = new Set(findings.map(kindOf));
  const kinds = (covered.get(agreement) ?? []).map(({ kind, undecided, size, isBroken }): KindStatus => {
    return { kind, undecided, size, status: statusOf(isBroken || found.has(kind), undecided) };
  });
  if (kinds.length === 0 && findings.length === 0) return undefined;
  const areTold = kinds.some(({ status }) => status === "counter-example");
  const isBroken = findings.length > 0 || areTold;
  const undecided = kinds.find((each) => each.status === "not decided")?.undecided;
  // Where it is not known which kind the findings are about, nothing is proved of any.
  return { check, status: statusOf(isBroken, undecided), kinds: isBroken && !areTold ? [] : kinds, findings };
}

/** Findings about one kind of request name it. */
function kindOf({ holes }: Finding): string | undefined {
  return typeof holes.kind === "string" ? holes.kind : undefined;
}

function statusOf(isBroken: boolean, undecided: UndecidedBecause | undefined): ClaimStatus {
  return isBroken ? "counter-example" : undecided ? "not decided" : "proved";
}

/** The agreement that an item is, or bends. */
function ownersIn(model: Model): ReadonlyMap<Item, Agreement> {
  const owners = new Map<Item, Agreement>();
  for (const exception of model.exceptions.values()) {
    const name = model.clauses.get(exception.base)?.agreement;
    const agreement = name === undefined ? undefined : model.agreements.get(name);
    if (agreement) owners.set(exception.place.item, agreement);
  }
  for (const agreement of model.agreements.values()) owners.set(agreement.whole.item, agreement);
  return owners;
}

function claimsIn(model: Model, context: CheckContext, findings: readonly Finding[]): readonly ClaimProof[] {
  const known = proofsFor(model, context).flatMap(writtenClaims);
  return known.map((claim) => {
    const { item, span } = claim.proof.place;
    const own = findings.filter(({ check, place }) => {
      return check.scope === "proof" && place.item === item && place.span.start === span.start;
    });
    return { ...claim, findings: own };
  });
}
