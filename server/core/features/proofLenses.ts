/** What is known of each agreement and each claim of a file, in a line to stand above it. */
import type { Example } from "../checks/define.ts";
import type { Locale } from "../checks/message.ts";
import type { Place } from "../model/model.ts";
import type { ClaimStatus } from "../prover/claims.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { agreementLine, agreementParts, claimLine } from "./proofWords.ts";
import { type FilePlace, filePlaceOf } from "./spot.ts";

/** A line above an agreement or a claim. */
export interface ProofLens extends FilePlace {
  /** What it stands above; an agreement and a claim may have one name. */
  readonly kind: "agreement" | "claim";
  readonly name: string;
  /** Undefined as long as it is not known. */
  readonly known: KnownLine | undefined;
}

/** What is known, and the requests that show what is not true. */
export interface KnownLine {
  readonly status: ClaimStatus;
  /** Told in this order; where there is an example, what is proved is apart from what the example shows. */
  readonly texts: readonly [string, ...string[]];
  readonly examples: readonly Example[];
}

/** The lines of a file, in order. */
export function proofLenses(snapshot: Snapshot, path: string, locale: Locale): readonly ProofLens[] {
  const { model, knownProof } = snapshot;
  const agreements = knownProof && new Map(knownProof.agreements.map((each) => [each.agreement, each]));
  const claims = knownProof && new Map(knownProof.claims.map((each) => [each.proof, each]));
  const lens = (
    kind: ProofLens["kind"],
    { name, place }: { readonly name: string; readonly place: Place },
    known: KnownLine | undefined,
  ) => {
    const found = filePlaceOf(snapshot, place);
    return found?.path === path ? [{ ...found, kind, name, known }] : [];
  };
  return [
    ...[...model.agreements.values()].flatMap((agreement) => {
      const known = agreements?.get(agreement);
      return lens("agreement", agreement, known && agreementKnown(known, locale));
    }),
    ...[...model.proofs.values()].flatMap((proof) => {
      const known = claims?.get(proof);
      const examples = known?.findings.flatMap((finding) => finding.examples) ?? [];
      return lens("claim", proof, known && { status: known.status, texts: [claimLine(known, locale)], examples });
    }),
  ].sort((one, other) => one.start - other.start);
}

type AgreementKnown = NonNullable<Snapshot["knownProof"]>["agreements"][number];

function agreementKnown(known: AgreementKnown, locale: Locale): KnownLine {
  const statuses = known.properties.map(({ status }) => status);
  const status = (["counter-example", "not decided"] as const).find((each) => statuses.includes(each)) ?? "proved";
  const examples = known.properties.flatMap(({ findings }) => findings).flatMap((finding) => finding.examples);
  return { status, texts: textsOf(known, examples, locale), examples };
}

function textsOf(known: AgreementKnown, examples: readonly Example[], locale: Locale): KnownLine["texts"] {
  const { open, proved } = agreementParts(known, locale);
  const between = locale === "ja" ? "。" : "; ";
  const isApart = examples.length > 0 && open.length > 0 && proved.length > 0;
  return isApart ? [open.join(between), proved.join(between)] : [agreementLine(known, locale)];
}
