import type { Locale } from "../../core/checks/message.ts";
import type { ComparedModels } from "../../core/features/difference/limits.ts";
import type { Revisions } from "../revisions.ts";

/** What was found between two revisions, model by model. */
export interface DiffReport extends ComparedModels {
  readonly revisions: Revisions;
}

/** The names of the two, as a title tells them. */
export function namesIn({ revisions: { before, after } }: DiffReport, locale: Locale): readonly [string, string] {
  return [before, after ?? { en: "the files as they are", ja: "今のファイル" }[locale]];
}
