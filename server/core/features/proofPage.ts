/** What is proved, as a page in Markdown that reads well as plain text: for editors, and for reviews of changes. */
import type { AgreementProof, ClaimProof, ModelProof } from "../checks/agreementProofs.ts";
import { messageOf } from "../checks/catalogue.ts";
import type { Finding } from "../checks/define.ts";
import { type Locale, labelled } from "../checks/message.ts";
import type { Place } from "../model/model.ts";
import type { ClaimStatus } from "../prover/claims.ts";
import type { Span } from "../syntax/tree.ts";
import { linesOf, positionAt } from "../text/lines.ts";
import { formatDate } from "../time/date.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { exampleRequest, type RequestText } from "./exampleRequest.ts";
import { agreementLine, claimLine, type PropertyLine, propertyLines, undecidedByReason } from "./proofWords.ts";
import { say, wording } from "./say.ts";
import { type FilePlace, filePlaceOf } from "./spot.ts";

/** A page; its links are stretches of its text. */
export interface ProofPage {
  readonly text: string;
  readonly links: readonly ProofLink[];
}

/** What a stretch of a page leads to: a place in a file, or the simulator with a request. */
export type ProofLink = Span & ({ readonly place: FilePlace } | { readonly request: RequestText });

const texts = {
  page: wording("What is proved of '{name}'", "「{name}」について証明されたこと"),
  claim: wording("What is known of the claim '{name}'", "主張「{name}」について分かっていること"),
  company: wording("What is found of the company", "組織について見つかったこと"),
  about: wording(
    "Not samples: every request that the conditions can tell apart was looked at, as of {day}.",
    "標本ではなく、条件で区別できるすべての依頼を調べました（{day} 時点）。",
  ),
  simulate: wording("Simulate this", "この依頼を試す"),
};

const headings: Readonly<Record<ClaimStatus, ReturnType<typeof wording>>> = {
  "counter-example": wording("Not true", "成り立たないこと"),
  "not decided": wording("Not decided", "判定できなかったこと"),
  proved: wording("Proved", "証明されたこと"),
};

/** A page on agreements and claims; links to the simulator only where they can be followed. */
export function proofPage(
  snapshot: Snapshot,
  { agreements, claims, others }: ModelProof,
  follows: Follows,
  locale: Locale,
): ProofPage {
  const writing: Writing = { snapshot, locale, follows, text: "", links: [] };
  for (const agreement of agreements) writeAgreement(writing, agreement);
  for (const claim of claims) writeClaim(writing, claim);
  if (others.length > 0) {
    write(writing, `# ${say(texts.company, locale, {})}\n\n`);
    for (const finding of others.flatMap(({ findings }) => findings)) writeFinding(writing, finding, "");
  }
  return { text: `${writing.text.trimEnd()}\n`, links: writing.links };
}

/** What can be done with a page: in an editor requests can be simulated, on paper they are only read. */
export type Follows = "simulator" | "nothing";

interface Writing {
  readonly snapshot: Snapshot;
  readonly locale: Locale;
  readonly follows: Follows;
  text: string;
  readonly links: ProofLink[];
}

function write(writing: Writing, text: string): void {
  writing.text += text;
}

function writeAgreement(writing: Writing, proof: AgreementProof): void {
  const { agreement, properties } = proof;
  const { locale, snapshot } = writing;
  writeHeading(writing, say(texts.page, locale, { name: agreement.name }), agreement.place);
  const about = say(texts.about, locale, { day: formatDate(snapshot.today) });
  write(writing, `${agreementLine(proof, locale)}\n\n${about}\n\n`);
  const lines = properties.flatMap((property) => propertyLines(property, locale));
  const of = (status: ClaimStatus) => lines.filter((line) => line.status === status);
  writeSection(writing, "counter-example", of("counter-example"));
  for (const [why, own] of undecidedByReason(lines)) {
    write(writing, `## ${say(headings["not decided"], locale, {})}\n\n${why}\n\n`);
    for (const line of own) writeLine(writing, line);
    write(writing, "\n");
  }
  writeSection(writing, "proved", of("proved"));
}

function writeSection(writing: Writing, status: ClaimStatus, lines: readonly PropertyLine[]): void {
  if (lines.length === 0) return;
  write(writing, `## ${say(headings[status], writing.locale, {})}\n\n`);
  for (const line of lines) writeLine(writing, line);
  write(writing, "\n");
}

function writeLine(writing: Writing, { text, kinds, findings }: PropertyLine): void {
  write(writing, `- ${text}\n`);
  const sized = kinds.filter(({ size }) => size !== undefined);
  const format = new Intl.NumberFormat(writing.locale);
  if (sized.length > 1)
    for (const { kind, size = 0 } of sized)
      write(writing, `  - ${labelled(kind, format.format(size), writing.locale)}\n`);
  for (const finding of findings) writeFinding(writing, finding, "  ");
}

function writeClaim(writing: Writing, claim: ClaimProof): void {
  const { locale } = writing;
  writeHeading(writing, say(texts.claim, locale, { name: claim.proof.name }), claim.proof.place);
  write(writing, `${claimLine(claim, locale)}\n\n`);
  for (const finding of claim.findings) writeFinding(writing, finding, "");
  write(writing, "\n");
}

function writeHeading(writing: Writing, title: string, place: Place): void {
  write(writing, `# ${title}\n\n`);
  writePlace(writing, place);
  write(writing, "\n\n");
}

/** What is wrong, where it is written, and the requests that show it. */
function writeFinding(writing: Writing, finding: Finding, indent: string): void {
  const { locale, snapshot, follows } = writing;
  write(writing, `${indent}- **${finding.check.code} ${finding.check.name}** `);
  writePlace(writing, finding.place);
  write(writing, `  \n${indent}  ${messageOf(finding, locale)}\n`);
  for (const example of finding.examples) {
    const request = exampleRequest(snapshot, example);
    if (!request) continue;
    const shown = `\`${requestInLine(request)}\``;
    write(writing, `${indent}  - ${example.note ? labelled(example.note[locale], shown, locale) : shown}`);
    if (follows === "simulator") {
      write(writing, " ");
      writeLink(writing, say(texts.simulate, locale, {}), { request });
    }
    write(writing, "\n");
  }
}

function requestInLine(request: RequestText): string {
  return Object.entries(request)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
}

function writePlace(writing: Writing, place: Place): void {
  const found = filePlaceOf(writing.snapshot, place);
  if (!found) return;
  const lines = writing.snapshot.lines(found.path) ?? linesOf("");
  const { line, character } = positionAt(lines, found.start);
  writeLink(writing, `${found.path}:${line + 1}:${character + 1}`, { place: found });
}

function writeLink(
  writing: Writing,
  text: string,
  target: { readonly place: FilePlace } | { readonly request: RequestText },
): void {
  const start = writing.text.length;
  write(writing, text);
  writing.links.push({ start, end: start + text.length, ...target });
}
