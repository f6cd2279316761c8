/** What is proved, as a page in words: for the editor's panel, and in Markdown for reviews of changes. */
import type { AgreementProof, ClaimProof, ModelProof } from "../checks/agreementProofs.ts";
import { messageOf } from "../checks/catalogue.ts";
import type { Finding } from "../checks/define.ts";
import type { Locale } from "../checks/message.ts";
import type { ClaimStatus } from "../prover/claims.ts";
import { formatDate } from "../time/date.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { exampleRequest, type RequestText } from "./exampleRequest.ts";
import { type PlaceInWords, placeInWords } from "./placeInWords.ts";
import { agreementLine, claimLine, type PropertyLine, propertyLines, undecidedByReason } from "./proofWords.ts";
import { say, wording } from "./say.ts";

/** What is known of an agreement, of a claim, or what is found of the company; then without a summary. */
export interface ProofPage {
  readonly title: string;
  /** The worst that it tells. */
  readonly status: ClaimStatus;
  readonly place: PlaceInWords | undefined;
  readonly summary: string | undefined;
  /** What was looked at. */
  readonly about: string | undefined;
  /** Findings that stand under no heading: those of a claim, and of the company. */
  readonly findings: readonly FindingInWords[];
  readonly sections: readonly ProofSection[];
}

/** Properties of which the same is known, and for the same reason. */
export interface ProofSection {
  readonly status: ClaimStatus;
  readonly heading: string;
  /** Why it was not decided, as the beginning of a sentence that each entry ends. */
  readonly why: string | undefined;
  readonly entries: readonly ProofEntry[];
}

/** A property, with how many requests of each kind it is about where that differs. */
export interface ProofEntry {
  readonly text: string;
  readonly sizes: readonly { readonly kind: string; readonly size: string }[];
  readonly findings: readonly FindingInWords[];
}

/** What is wrong, where it is written, and the requests that show it. */
export interface FindingInWords {
  readonly code: string;
  readonly name: string;
  readonly place: PlaceInWords | undefined;
  readonly message: string;
  readonly examples: readonly { readonly note: string | undefined; readonly request: RequestText }[];
}

const texts = {
  page: wording("What is proved of '{name}'", "「{name}」について証明されたこと"),
  claim: wording("What is known of the claim '{name}'", "主張「{name}」について分かっていること"),
  company: wording("What is found of the company", "組織について見つかったこと"),
  about: wording(
    "Not samples: every request that the conditions can tell apart was looked at, as of {day}.",
    "標本ではなく、条件で区別できるすべての依頼を調べました（{day} 時点）。",
  ),
};

const headings: Readonly<Record<ClaimStatus, ReturnType<typeof wording>>> = {
  "counter-example": wording("Not true", "成り立たないこと"),
  "not decided": wording("Not decided", "判定できなかったこと"),
  proved: wording("Proved", "証明されたこと"),
};

/** A page for each agreement and claim, and one for what is found of the company. */
export function proofPages(
  snapshot: Snapshot,
  { agreements, claims, others }: ModelProof,
  locale: Locale,
): readonly ProofPage[] {
  const found = others.flatMap(({ findings }) => findings);
  return [
    ...agreements.map((proof) => agreementPage(snapshot, proof, locale)),
    ...claims.map((claim) => claimPage(snapshot, claim, locale)),
    ...(found.length > 0 ? [companyPage(snapshot, found, locale)] : []),
  ];
}

function agreementPage(snapshot: Snapshot, proof: AgreementProof, locale: Locale): ProofPage {
  const { agreement, properties } = proof;
  const lines = properties.flatMap((property) => propertyLines(property, locale));
  const of = (status: ClaimStatus) => lines.filter((line) => line.status === status);
  const section = (status: ClaimStatus, own: readonly PropertyLine[], why: string | undefined): ProofSection => ({
    status,
    heading: say(headings[status], locale, {}),
    why,
    entries: own.map((line) => entryOf(snapshot, line, locale)),
  });
  const sections = [
    section("counter-example", of("counter-example"), undefined),
    ...[...undecidedByReason(lines)].map(([why, own]) => section("not decided", own, why)),
    section("proved", of("proved"), undefined),
  ].filter(({ entries }) => entries.length > 0);
  return {
    title: say(texts.page, locale, { name: agreement.name }),
    status: sections[0]?.status ?? "proved",
    place: placeInWords(snapshot, agreement.place),
    summary: agreementLine(proof, locale),
    about: say(texts.about, locale, { day: formatDate(snapshot.today) }),
    findings: [],
    sections,
  };
}

function entryOf(snapshot: Snapshot, { text, kinds, findings }: PropertyLine, locale: Locale): ProofEntry {
  const format = new Intl.NumberFormat(locale);
  const sizes = kinds.flatMap(({ kind, size }) => (size === undefined ? [] : [{ kind, size: format.format(size) }]));
  return {
    text,
    sizes: sizes.length > 1 ? sizes : [],
    findings: findings.map((finding) => findingInWords(snapshot, finding, locale)),
  };
}

function claimPage(snapshot: Snapshot, claim: ClaimProof, locale: Locale): ProofPage {
  return {
    title: say(texts.claim, locale, { name: claim.proof.name }),
    status: claim.status,
    place: placeInWords(snapshot, claim.proof.place),
    summary: claimLine(claim, locale),
    about: undefined,
    findings: claim.findings.map((finding) => findingInWords(snapshot, finding, locale)),
    sections: [],
  };
}

function companyPage(snapshot: Snapshot, found: readonly Finding[], locale: Locale): ProofPage {
  return {
    title: say(texts.company, locale, {}),
    status: "counter-example",
    place: undefined,
    summary: undefined,
    about: undefined,
    findings: found.map((finding) => findingInWords(snapshot, finding, locale)),
    sections: [],
  };
}

function findingInWords(snapshot: Snapshot, finding: Finding, locale: Locale): FindingInWords {
  const { code, name } = finding.check;
  const examples = finding.examples.flatMap((example) => {
    const request = exampleRequest(snapshot, example);
    return request ? [{ note: example.note?.[locale], request }] : [];
  });
  const place = placeInWords(snapshot, finding.place);
  return { code, name, place, message: messageOf(finding, locale), examples };
}
