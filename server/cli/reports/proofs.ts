import type { AgreementProof, ClaimProof, ModelProof, PropertyProof } from "../../core/checks/agreementProofs.ts";
import type { Finding } from "../../core/checks/define.ts";
import type { Locale } from "../../core/checks/message.ts";
import { agreementLine, claimLine, type PropertyLine, propertyLines } from "../../core/features/proofWords.ts";
import { filePlaceOf } from "../../core/features/spot.ts";
import type { Place } from "../../core/model/model.ts";
import type { ClaimStatus } from "../../core/prover/claims.ts";
import type { UndecidedBecause } from "../../core/prover/undecided.ts";
import type { Lines } from "../../core/text/lines.ts";
import type { Localized } from "../../core/text/localized.ts";
import { formatDate } from "../../core/time/date.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { modelsNamed, type Project } from "../project.ts";
import { type Location, locationOf, type ReportedFinding, shownFinding } from "./findings.ts";

/** What is told where there is nothing to prove. */
export const nothingToProve: Localized = {
  en: "There is nothing to prove: no agreement is written in these files.",
  ja: "これらのファイルに取り決めはなく、証明することはありません。",
};

/** What is proved in some files, in one language, ready for every report. */
export interface ProofsReport {
  readonly agreements: readonly ReportedAgreement[];
  readonly claims: readonly ReportedClaim[];
  /** What is found of no agreement by itself. */
  readonly others: readonly ReportedProperty[];
  /** What it was read from, for reports that tell it in another way. */
  readonly models: readonly { readonly snapshot: Snapshot; readonly proof: ModelProof }[];
  readonly isAllProved: boolean;
}

/** An agreement, property by property. */
export interface ReportedAgreement extends Location {
  readonly name: string;
  readonly status: ClaimStatus;
  readonly summary: string;
  /** The day for which it holds. */
  readonly today: string;
  readonly properties: readonly ReportedProperty[];
}

/** A property: the claim that a check finds nothing. */
export interface ReportedProperty {
  readonly code: string;
  readonly name: string;
  readonly status: ClaimStatus;
  readonly lines: readonly ReportedLine[];
}

/** What is known of some kinds of request, or of all that the property is about. */
export interface ReportedLine extends Omit<PropertyLine, "findings"> {
  readonly findings: readonly ReportedFinding[];
}

/** What is known of a `prove` line. */
export interface ReportedClaim extends Location {
  readonly name: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly undecided: UndecidedBecause | undefined;
  readonly size: number;
  readonly text: string;
  readonly findings: readonly ReportedFinding[];
}

/** What is known of the agreements and claims in the files that a project names, when proofs may take so many steps. */
export function proofsReport(project: Project, steps: number, locale: Locale): ProofsReport {
  const models = modelsNamed(project).map((snapshot) => ({ snapshot, proof: proofIn(snapshot, steps, project) }));
  const each = models.map(({ snapshot, proof }) => {
    const show = showing(snapshot, locale);
    return {
      agreements: proof.agreements.map((agreement) => reportedAgreement(agreement, snapshot, show)),
      claims: proof.claims.map((claim) => reportedClaim(claim, show)),
      others: proof.others.map((property) => reportedProperty(property, show)),
    };
  });
  const agreements = each.flatMap((model) => model.agreements);
  const claims = each.flatMap((model) => model.claims);
  const others = each.flatMap((model) => model.others);
  const isAllProved = [...agreements, ...claims, ...others].every(({ status }) => status === "proved");
  return { agreements, claims, others, models, isAllProved };
}

/** Of what is known of a model, what stands in the files that are named. */
function proofIn(snapshot: Snapshot, steps: number, { named }: Project): ModelProof {
  const proof = snapshot.proofWithin(steps);
  const isNamed = (place: Place) => named.has(filePlaceOf(snapshot, place)?.path ?? "");
  return {
    agreements: proof.agreements.filter(({ agreement }) => isNamed(agreement.place)),
    claims: proof.claims.filter((claim) => isNamed(claim.proof.place)),
    others: proof.others
      .map((property) => ({ ...property, findings: property.findings.filter(({ place }) => isNamed(place)) }))
      .filter(({ findings }) => findings.length > 0),
  };
}

interface Show {
  readonly locale: Locale;
  readonly location: (place: Place) => Location;
  readonly finding: (finding: Finding) => readonly ReportedFinding[];
}

function showing(snapshot: Snapshot, locale: Locale): Show {
  const texts = new Map<string, Lines>();
  return {
    locale,
    location: (place) => locationOf(filePlaceOf(snapshot, place) ?? { path: "", start: 0, end: 0 }, snapshot, texts),
    finding: (finding) => [shownFinding(finding, snapshot, locale, texts) ?? []].flat(),
  };
}

function reportedAgreement(proof: AgreementProof, { today }: Snapshot, show: Show): ReportedAgreement {
  const { agreement, properties } = proof;
  return {
    name: agreement.name,
    ...show.location(agreement.place),
    status: worst(properties.map(({ status }) => status)),
    summary: agreementLine(proof, show.locale),
    today: formatDate(today),
    properties: properties.map((property) => reportedProperty(property, show)),
  };
}

function worst(statuses: readonly ClaimStatus[]): ClaimStatus {
  return (["counter-example", "not decided"] as const).find((status) => statuses.includes(status)) ?? "proved";
}

function reportedProperty(property: PropertyProof, show: Show): ReportedProperty {
  const { check, status } = property;
  const lines = propertyLines(property, show.locale);
  return {
    code: check.code,
    name: check.name,
    status,
    lines: lines.map((line) => ({ ...line, findings: line.findings.flatMap(show.finding) })),
  };
}

function reportedClaim(claim: ClaimProof, show: Show): ReportedClaim {
  const { proof, status, undecided, size, findings } = claim;
  return {
    name: proof.name,
    ...show.location(proof.place),
    kind: proof.topic,
    status,
    undecided,
    size,
    text: claimLine(claim, show.locale),
    findings: findings.flatMap(show.finding),
  };
}
