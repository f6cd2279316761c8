/** Text to items. Total, and incremental: what an edit did not touch is the very same object afterwards. */
import { namedAfterAll } from "../../../grammar/lexer.ts";
import { parseItemText } from "../../../grammar/parser.ts";
import { declarationWords } from "../../../grammar/tokens.ts";
import type { Item, SyntaxFile } from "./tree.ts";

/** Reads a file; items of `previous` whose text is unchanged are shared, found from both ends. */
export function parse(text: string, previous?: SyntaxFile): SyntaxFile {
  const offsets = itemOffsets(text);
  const items = new Array<Item>(offsets.length);
  const old = previous?.items ?? [];
  const textOf = (index: number) => text.slice(offsets[index], offsets[index + 1] ?? text.length);
  let first = 0;
  for (; first < items.length; first++) {
    const same = old[first];
    if (!same || same.text !== textOf(first)) break;
    items[first] = same;
  }
  let last = items.length - 1;
  for (let from = old.length - 1; last >= first && from >= first; last--, from--) {
    const same = old[from];
    if (!same || same.text !== textOf(last)) break;
    items[last] = same;
  }
  for (let index = first; index <= last; index++) {
    items[index] = parseItem(previous ? detached(textOf(index)) : textOf(index));
  }
  return { text, items, offsets };
}

/** Reads one item's text; offsets in the result are relative to it. */
export function parseItem(text: string): Item {
  return { text, ...parseItemText(text) };
}

/** A copy that does not keep the whole text alive, as a slice would; else every edited item would hold on to one version. */
function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Where each item begins: at each declaration word at column 0, or at the comments directly before it. */
function itemOffsets(text: string): number[] {
  const offsets = [0];
  let comment = -1;
  for (let line = 0; line < text.length; ) {
    const newline = text.indexOf("\n", line);
    const next = newline < 0 ? text.length : newline + 1;
    const code = text.charCodeAt(line);
    if (code === SLASH) comment = comment < 0 ? line : comment;
    else {
      if (code >= LETTER_A && code <= LETTER_Z && beginsDeclaration(text, line)) {
        const offset = comment < 0 ? line : comment;
        if (offset > 0) offsets.push(offset);
      }
      comment = -1;
    }
    line = next;
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
  return /^(?:[^\p{ID_Continue}・\-/]|$)/u.test(text.slice(end, end + 2)) && !namedAfterAll(text, end);
}
