/**
 * What a line that cannot be read most likely means, where people write as they speak, or as another notation has it: `respond
 * in 4 business hours`, `open Monday to Friday 9am-6pm`. Whatever is proposed was read first, in its place, without a problem.
 */
import { parseItemText } from "../../../grammar/parser.ts";
import type { Item, Span } from "../syntax/tree.ts";
import { wordNearTo, wordsMeant } from "./otherWords.ts";
import { asInTheLanguage } from "./spokenLines.ts";

/** An item of which not everything can be read. */
export type Unread = Pick<Item, "text" | "problems">;

/** A line as it can be read, and where it stands in its item, without what is before and after it. */
export interface LineMeant extends Span {
  readonly line: string;
}

/** The line around an offset of an item's text as it was most likely meant; undefined where nothing that is known to be meant can be read. */
export function lineMeant({ text, problems }: Unread, offset: number, heads: readonly string[]): LineMeant | undefined {
  const found = lineAround(text, offset);
  if (found === undefined || text.length > longestRead) return undefined;
  for (const candidate of candidatesFor(found.line, heads)) {
    const tried = text.slice(0, found.start) + candidate + text.slice(found.end);
    const after = problemsIn(tried, { start: found.start, end: found.start + candidate.length });
    if (after.here === 0 && after.all < problems.length) return { ...found, line: candidate };
  }
  return undefined;
}

/** Whether the lines of a repair can be read once it is made, and no others are lost. */
export function isReadable(
  { text, problems }: Unread,
  { start, end, newText }: Span & { readonly newText: string },
): boolean {
  if (text.length > longestRead) return true;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const [rest = ""] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  const after = problemsIn(text.slice(0, start) + newText + text.slice(end), {
    start: from,
    end: start + newText.length + rest.length,
  });
  return after.here === 0 && after.all < problems.length;
}

/** The line of a repair once it is made, without what is before and after it. */
export function lineAfter(text: string, { start, end, newText }: Span & { readonly newText: string }): string {
  return lineAround(text.slice(0, start) + newText + text.slice(end), start)?.line ?? "";
}

/** Each candidate is read with the whole item. */
const longestRead = 10_000;
const longestLine = 200;

function lineAround(text: string, offset: number): LineMeant | undefined {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const [whole = ""] = /^[^\r\n]*/.exec(text.slice(from, from + longestLine + 1)) ?? [];
  if (whole.length > longestLine) return undefined;
  const [, indent = "", line = ""] = /^(\s*)((?:"[^"]*"|(?!\s*(?:\/\/|\{\s*$)).)*)/.exec(whole) ?? [];
  return line === "" ? undefined : { line, start: from + indent.length, end: from + indent.length + line.length };
}

function problemsIn(text: string, { start, end }: Span): { readonly here: number; readonly all: number } {
  const { problems } = parseItemText(text);
  return { here: problems.filter((each) => each.start <= end && each.end >= start).length, all: problems.length };
}

/** The line with everything that is known to be meant otherwise, for each head that its first word may mean. */
function candidatesFor(line: string, heads: readonly string[]): readonly string[] {
  const { masked, texts } = withoutTexts(line);
  const [head = ""] = /^[\p{L}_-]+/u.exec(masked) ?? [];
  const rest = masked.slice(head.length).replace(/^\s*[:：]\s*/, " ");
  const near = heads.includes(head) ? head : wordNearTo(head, heads);
  const meant = [...wordsMeant(head, heads), ...(near === undefined ? [] : [near])];
  // A head that is misspelt is no name of a channel or an attribute.
  const spoken = meant.length === 0 ? [masked] : meant.map((each) => each + rest);
  const all = spoken.map((each) => withTexts(asInTheLanguage(each), texts));
  return [...new Set(all)].filter((each) => each !== line);
}

/** Texts in quotes are nobody's notation: they stand aside as `"0"`, `"1"` and so on. */
function withoutTexts(line: string): { readonly masked: string; readonly texts: readonly string[] } {
  const texts: string[] = [];
  const masked = line.replace(/"[^"]*"/g, (text) => `"${texts.push(text) - 1}"`);
  return { masked, texts };
}

function withTexts(masked: string, texts: readonly string[]): string {
  return masked.replace(/"(\d+)"/g, (text, index) => texts[Number(index)] ?? text);
}
