import { type Filled, fillHoles, type Locale, type SameHoles } from "../checks/message.ts";

/** A text of two languages whose holes are named by the English one. */
export interface Wording<En extends string> {
  readonly en: En;
  readonly ja: string;
}

/** A wording; the Japanese text must have the holes of the English one, or it does not compile. */
export function wording<En extends string, Ja extends string>(en: En, ja: Ja & SameHoles<En, Ja>): Wording<En> {
  return { en, ja };
}

/** A wording in one language with its holes filled. */
export function say<En extends string>(text: Wording<En>, locale: Locale, holes: Filled<En>): string {
  return fillHoles(text[locale], holes, locale);
}
