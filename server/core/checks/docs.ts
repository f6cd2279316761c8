import type { Localized } from "../text/localized.ts";
import type { Locale } from "./message.ts";

/** What a check is about, and examples that show it. */
export interface Documentation {
  /** What and why, as Markdown; its first sentence says by itself what is found. */
  readonly text: Localized;
  readonly examples: Examples;
}

/**
 * The examples of a check; `^^^` under a span of `bad` marks what is found. `fix` is `bad` after the first fix of what is
 * found first; where that is the good example at once, it is given as `fixed` alone.
 */
type Examples =
  | { readonly bad: string; readonly good: string; readonly fix?: string }
  | { readonly bad: string; readonly fixed: string };

/** A check's documentation in both languages. */
export function page(text: Localized, examples: Examples): Documentation {
  return { text, examples };
}

/** A part of a check's documentation below its heading: an example, or a sentence. */
export interface Section {
  readonly heading: string;
  readonly content: { readonly code: string } | { readonly sentence: string };
}

/** A check's documentation as Markdown: what and why, then the examples under headings of level 3. */
export function markdownOf(docs: Documentation, locale: Locale): string {
  const sections = sectionsOf(docs, locale).map(({ heading, content }) => {
    return `### ${heading}\n\n${"code" in content ? fenced(content.code) : content.sentence}`;
  });
  return [docs.text[locale], ...sections].join("\n\n");
}

/** A check's documentation as text without markup: words of the language in quotes, examples indented. */
export function plainTextOf(docs: Documentation, locale: Locale): string {
  const sections = sectionsOf(docs, locale).map(({ heading, content }) => {
    const lines = "code" in content ? indented(content.code) : withoutMarkup(content.sentence, locale);
    return `${heading}${locale === "ja" ? "：" : ":"}\n\n${lines}`;
  });
  return [withoutMarkup(docs.text[locale], locale), ...sections].join("\n\n");
}

/** Text with what is marked as code or stressed in quotes. */
export function withoutMarkup(text: string, locale: Locale): string {
  const marked = locale === "ja" ? / ?(`|\*)([^`*]+)\1 ?/g : /(`|\*)([^`*]+)\1/g;
  return text.replace(marked, locale === "ja" ? "「$2」" : "'$2'");
}

function indented(code: string): string {
  return code.replace(/^(?=.)/gm, "    ");
}

/** The examples of a check, the bad one first. */
export function sectionsOf({ examples }: Documentation, locale: Locale): readonly Section[] {
  const { bad, good, fix, fixesBad } = headings[locale];
  const shown = (heading: string, code: string): Section => ({ heading, content: { code: trimmed(code) } });
  if ("fixed" in examples)
    return [shown(bad, examples.bad), shown(good, examples.fixed), { heading: fix, content: { sentence: fixesBad } }];
  const repaired = examples.fix === undefined ? [] : [shown(fix, examples.fix)];
  return [shown(bad, examples.bad), shown(good, examples.good), ...repaired];
}

interface Headings {
  readonly bad: string;
  readonly good: string;
  readonly fix: string;
  /** Said where the good example is what the first fix makes of the bad one. */
  readonly fixesBad: string;
}

const headings: Readonly<Record<Locale, Headings>> = {
  en: { bad: "Bad", good: "Good", fix: "Fix", fixesBad: "The first fix makes the bad example the good one." },
  ja: { bad: "悪い例", good: "良い例", fix: "直し方", fixesBad: "最初の修正候補で、悪い例が良い例になります。" },
};

/** Text as a fenced block of the language. */
export function fenced(text: string): string {
  return "```sla\n" + trimmed(text) + "\n```";
}

/** An example without the lines of `^^^` that mark what is found in it. */
export function withoutMarks(example: string): string {
  return trimmed(example).replace(/^ *\^[\^ ]*(?:\n|$)/gm, "");
}

function trimmed(example: string): string {
  return example.replace(/^\n|\n$/g, "");
}

/** The company that the examples of all checks belong to; a file of its own beside each example, without findings. */
export const exampleCompany = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
}
channel email, portal, phone

team Sales {
  lead    Sato
  members Mori, Tanaka
  hours   office
  deputy  Mori for Sato
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  reach   via email at "support@example.co.jp"
  reach   via portal at "https://support.example.co.jp"
  reach   via phone at "+81-3-5555-0100"
  deputy  Abe for Ito
}

attribute tier of customer: standard | silver | gold
customer Acme {
  tier  is gold
  owner Mori
}
request incident { severity: normal | urgent }
request discount { rate: percent }
request how_to

agreement product_support between Sales and Support {
  effective 2026-04-01..2027-03-31

  handle incidents: incident, how_to {
    by      Support
    via     email, portal
    via     phone during office
    respond within 4 business hours
    resolve within 3 business days
  }
  commit discounts: discount by Sales {
    may when rate <= 10% or tier is gold and rate <= 15%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
}
`;
