import type { Localized } from "../text/localized.ts";
import { joinedInJapanese } from "../text/spacing.ts";

/** A language that Torikime speaks. */
export type Locale = keyof Localized;

/** What fills a hole of a message: something as written in the file, or words that differ by language. */
export type Hole = string | Localized;

/** The names of the holes in a message: `"'{name}' of {team}"` has `"name" | "team"`. */
export type HolesOf<Message extends string> = Message extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never;

/** `Message` when its holes are those of `Original`; else a text that names the hole, for the compiler to show. */
export type SameHoles<Original extends string, Message extends string> = [HolesOf<Original>] extends [HolesOf<Message>]
  ? [HolesOf<Message>] extends [HolesOf<Original>]
    ? Message
    : `only here: {${Exclude<HolesOf<Message>, HolesOf<Original>>}}`
  : `missing: {${Exclude<HolesOf<Original>, HolesOf<Message>>}}`;

/** The holes that a message needs, filled. */
export type Filled<Message extends string> = Readonly<Record<HolesOf<Message>, Hole>>;

/** A message of two languages with its holes filled; the Japanese text must have the holes of the English one. */
export function phrase<En extends string, Ja extends string>(
  en: En,
  ja: Ja & SameHoles<En, Ja>,
  holes: Filled<En>,
): Localized {
  return { en: fillHoles(en, holes, "en"), ja: fillHoles(ja, holes, "ja") };
}

/**
 * Puts each hole's text in its place; a hole without a text is left as it is written. A Japanese template has spaces around
 * its holes, as around Latin words; where a text begins or ends with a Japanese letter or mark, the space there is left out.
 */
export function fillHoles(template: string, holes: Readonly<Record<string, Hole>>, locale: Locale): string {
  return template.replace(holeWithSpaces, (whole: string, before = "", name: string, after = "", at: number) => {
    const hole = Object.hasOwn(holes, name) ? holes[name] : undefined;
    if (hole === undefined) return whole;
    const text = inLocale(hole, locale);
    const next = leadingHole.exec(template.slice(at + whole.length))?.[1];
    const isNextJapanese = next === undefined || (locale === "ja" && startsJapanese.test(textIn(holes, next, locale)));
    const isJoined = endsJapanese.test(text) && isNextJapanese;
    return (startsJapanese.test(text) ? "" : before) + text + (isJoined ? "" : after);
  });
}

function textIn(holes: Readonly<Record<string, Hole>>, name: string, locale: Locale): string {
  const hole = Object.hasOwn(holes, name) ? holes[name] : undefined;
  return hole === undefined ? "" : inLocale(hole, locale);
}

/** A space counts only where what lies beyond it is Japanese, too, or a hole that is filled with some. */
const holeWithSpaces = /((?<=[\u3000-\u9fff\uff00-\uff60]) )?\{(\w+)\}( (?=[\u3000-\u9fff\uff00-\uff60]|\{))?/g;
const leadingHole = /^\{(\w+)\}/;
const startsJapanese = /^[\u3000-\u9fff\uff00-\uff60]/;
const endsJapanese = /[\u3000-\u9fff\uff00-\uff60]$/;

/** A hole's text in one language. */
function inLocale(hole: Hole, locale: Locale): string {
  return typeof hole === "string" ? hole : hole[locale];
}

/** `a, b` in English and `a、b` in Japanese. */
export function inList(items: readonly string[], locale: Locale): string {
  return items.join(locale === "ja" ? "、" : ", ");
}

/** `a; b` in English and `a、b` in Japanese: parts that have commas of their own. */
export function inParts(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === "ja" ? "、" : "; ");
}

/** `text (note)` in English and `text（note）` in Japanese. */
export function inBrackets(text: string, note: string, locale: Locale): string {
  return locale === "ja" ? `${text}（${note}）` : `${text} (${note})`;
}

/** `label: text` in English, `label：text` in Japanese. */
export function labelled(label: string, text: string, locale: Locale): string {
  return label + (locale === "ja" ? "：" : ": ") + text;
}

/** `a, b or c` in English and `a、b、c のいずれか` in Japanese; one text alone stays as it is. */
export function anyOf(texts: readonly string[]): Localized {
  const last = texts.at(-1) ?? "";
  if (texts.length < 2) return { en: last, ja: last };
  return { en: `${texts.slice(0, -1).join(", ")} or ${last}`, ja: joinedInJapanese(texts.join("、"), "のいずれか") };
}
