import type { Locale } from "../../core/checks/message.ts";
import { proofPage } from "../../core/features/proofPage.ts";
import { nothingToProve, type ProofsReport } from "./proofs.ts";

/** What is proved as Markdown, for a comment on a change or a record of a review. */
export function markdownProofs({ models }: ProofsReport, locale: Locale): string {
  const pages = models.map(({ snapshot, proof }) => proofPage(snapshot, proof, "nothing", locale).text);
  const written = pages.filter((page) => page.trim() !== "");
  return written.length > 0 ? written.join("\n") : `${nothingToProve[locale]}\n`;
}
