import { type Locale, labelled } from "../../core/checks/message.ts";
import type { RequestText } from "../../core/features/exampleRequest.ts";
import {
  type FindingInWords,
  type ProofEntry,
  type ProofPage,
  type ProofSection,
  proofPages,
} from "../../core/features/proofPage.ts";
import { nothingToProve, type ProofsReport } from "./proofs.ts";

/** What is proved as Markdown that reads well as plain text, too: for a comment on a change or a record of a review. */
export function markdownProofs({ models }: ProofsReport, locale: Locale): string {
  const pages = models.flatMap(({ snapshot, proof }) => proofPages(snapshot, proof, locale));
  if (pages.length === 0) return `${nothingToProve[locale]}\n`;
  return `${pages.map((page) => markdownOf(page, locale)).join("\n\n")}\n`;
}

function markdownOf({ title, place, summary, about, findings, sections }: ProofPage, locale: Locale): string {
  const parts = [
    `# ${title}`,
    place?.text,
    summary,
    about,
    findings.map((finding) => findingItem(finding, "", locale)).join("\n"),
    ...sections.map((section) => sectionOf(section, locale)),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

function sectionOf({ heading, why, entries }: ProofSection, locale: Locale): string {
  const items = entries.map((entry) => entryItem(entry, locale)).join("\n");
  return [`## ${heading}`, why, items].filter((part) => part !== undefined && part !== "").join("\n\n");
}

function entryItem({ text, sizes, findings }: ProofEntry, locale: Locale): string {
  return [
    `- ${text}`,
    ...sizes.map(({ kind, size }) => `  - ${labelled(kind, size, locale)}`),
    ...findings.map((finding) => findingItem(finding, "  ", locale)),
  ].join("\n");
}

function findingItem({ code, name, place, message, examples }: FindingInWords, indent: string, locale: Locale): string {
  const shown = examples.map(({ note, request }) => {
    const written = `\`${requestInLine(request)}\``;
    return `${indent}  - ${note === undefined ? written : labelled(note, written, locale)}`;
  });
  return [`${indent}- **${code} ${name}** ${place?.text ?? ""}  `, `${indent}  ${message}`, ...shown].join("\n");
}

function requestInLine(request: RequestText): string {
  return Object.entries(request)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
}
