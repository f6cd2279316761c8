/** Text to items. Total, and incremental: what an edit did not touch is the very same object afterwards. */
import { goesOn, namedAfterAll } from "../../../grammar/lexer.ts";
import { parseItemText } from "../../../grammar/parser.ts";
import { declarationWords, forgetNames } from "../../../grammar/tokens.ts";
import { sharedEnd, sharedStart } from "../text/difference.ts";
import type { Item, SyntaxFile } from "./tree.ts";

/** Reads a file; the items of `previous` that an edit left alone, found from both ends, are shared. */
export function parse(text: string, previous?: SyntaxFile): SyntaxFile {
  forgetNames();
  const before = previous ? itemsKeptBefore(text, previous) : 0;
  const after = previous ? itemsKeptAfter(text, previous, before) : 0;
  const items: Item[] = previous?.items.slice(0, before) ?? [];
  const offsets: number[] = previous?.offsets.slice(0, before) ?? [];
  const oldTail = previous ? previous.items.slice(previous.items.length - after) : [];
  const from = lengthOf(items);
  const to = text.length - lengthOf(oldTail);
  const starts = itemOffsets(text, from, to);
  const unclaimed = previous?.items.slice(before, previous.items.length - after) ?? [];
  starts.forEach((start, index) => {
    const stretch = text.slice(start, starts[index + 1] ?? to);
    offsets.push(start);
    items.push(claimed(stretch, unclaimed) ?? parseItem(previous ? detached(stretch) : stretch));
  });
  let offset = to;
  for (const item of oldTail) {
    offsets.push(offset);
    items.push(item);
    offset += item.text.length;
  }
  return { text, items, offsets };
}

/** Takes the item with that very text out of those that nobody has yet, so that no two places share one. */
function claimed(text: string, unclaimed: Item[]): Item | undefined {
  const index = unclaimed.findIndex((item) => item.text === text);
  return index < 0 ? undefined : unclaimed.splice(index, 1)[0];
}

/** Reads one item's text; offsets in the result are relative to it. */
export function parseItem(text: string): Item {
  const { declarations, problems, slips } = parseItemText(text);
  return { text, declarations, problems, slips };
}

/**
 * How many items at the beginning stay as they are without a look. The last one whose text is unchanged is not among
 * them: whether it ends where it did depends on the line after it.
 */
function itemsKeptBefore(text: string, previous: SyntaxFile): number {
  const shared = sharedStart(text, previous.text);
  let same = 0;
  while (same < previous.items.length && endOf(previous, same) <= shared) same++;
  return Math.max(0, same - 1);
}

/** The same from the end; the first unchanged one is looked at, since comments before it may have become its own. */
function itemsKeptAfter(text: string, previous: SyntaxFile, keptBefore: number): number {
  const { items, offsets } = previous;
  const start = offsets[keptBefore] ?? previous.text.length;
  const shared = sharedEnd(text, previous.text, Math.min(text.length, previous.text.length) - start);
  let same = 0;
  for (let index = items.length - 1; index >= keptBefore; index--) {
    if ((offsets[index] ?? 0) < previous.text.length - shared) break;
    same++;
  }
  return Math.max(0, same - 1);
}

function endOf({ text, offsets }: SyntaxFile, index: number): number {
  return offsets[index + 1] ?? text.length;
}

function lengthOf(items: readonly Item[]): number {
  let length = 0;
  for (const { text } of items) length += text.length;
  return length;
}

/** A copy that does not keep the whole text alive, as a slice would; else every edited item would hold on to one version. */
function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Where items begin between two offsets: at `from`, at each declaration word at column 0, or at the comments directly before it. */
function itemOffsets(text: string, from: number, to: number): number[] {
  const offsets = [from];
  let comment = -1;
  for (let line = from; line < to; ) {
    const code = text.charCodeAt(line);
    if (code === SLASH) comment = comment < 0 ? line : comment;
    else {
      if (code >= LETTER_A && code <= LETTER_Z && beginsDeclaration(text, line)) {
        const offset = comment < 0 ? line : comment;
        if (offset > from) offsets.push(offset);
      }
      comment = -1;
    }
    const newline = text.indexOf("\n", line);
    line = newline < 0 ? to : newline + 1;
  }
  return offsets;
}

const SLASH = 47;
const LETTER_A = 97;
const LETTER_Z = 122;

/** The same rule as the lexer's for words that begin a line, here for column 0 only. */
function beginsDeclaration(text: string, at: number): boolean {
  let end = at + 1;
  for (let code = text.charCodeAt(end); code >= LETTER_A && code <= LETTER_Z; code = text.charCodeAt(end)) end++;
  if (!declarationWords.has(text.slice(at, end))) return false;
  const next = text.charAt(end);
  return next !== "-" && next !== "/" && !goesOn(text, end) && !namedAfterAll(text, end);
}
