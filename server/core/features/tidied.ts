/** Repairs leave a text in its layout that was in its layout. */
import { formatItems } from "../format/edits.ts";
import { formatRange } from "../format/format.ts";
import { parse } from "../syntax/parse.ts";
import type { Item, SyntaxFile } from "../syntax/tree.ts";
import { applyEdits, type Edit, smallestEdit } from "../text/edit.ts";

/**
 * The edits of a repair, with those that keep the layout of what was laid out. Only the declarations around the repair are looked at:
 * a report has the edits of every repair of a file. Those in a declaration too long for that leave its layout alone.
 */
export function tidiedEdits(file: SyntaxFile, edits: readonly Edit[]): readonly Edit[] {
  const { start, near } = stretchAround(file, edits);
  if (isTooLong(near)) return edits;
  const after = applyEdits(
    near.text,
    edits.map((edit) => moved(edit, -start)),
  );
  const tidy = tidied(near, after);
  if (tidy === after) return edits;
  const whole = smallestEdit(near.text, 0, near.text.length, tidy);
  return whole ? [moved(whole, start)] : [];
}

/** The declarations that edits touch, with a few on either side, as a file of their own; and where it begins. */
function stretchAround(
  { text, items, offsets }: SyntaxFile,
  edits: readonly Edit[],
): { readonly start: number; readonly near: SyntaxFile } {
  const itemAt = (place: number) => offsets.findLastIndex((offset) => offset <= place);
  const first = Math.max(0, Math.min(...edits.map((edit) => itemAt(edit.start))) - neighbours);
  const last = Math.max(...edits.map((edit) => itemAt(edit.end))) + 1 + neighbours;
  const start = offsets[first] ?? 0;
  const near = {
    text: text.slice(start, offsets[last] ?? text.length),
    items: items.slice(first, last),
    offsets: offsets.slice(first, last).map((offset) => offset - start),
  };
  return { start, near };
}

/** Empty lines are told by the declarations next to each other, and those next to a change are laid out, too. */
const neighbours = 3;

function isTooLong({ text, items }: SyntaxFile): boolean {
  const marked = items.reduce((sum, { problems, slips }) => sum + problems.length + slips.length, 0);
  return text.length > longestLaidOut || text.length * marked > mostLaidOut;
}

/** Characters of one repair, and of the repairs of all slips of a stretch. */
const longestLaidOut = 100_000;
const mostLaidOut = 10_000_000;

function moved({ start, end, newText }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, newText };
}

/**
 * A text after a repair, laid out where it changed: each declaration that the repair made or changed, unless the declarations that
 * stood there before were not laid out either.
 */
export function tidied(before: SyntaxFile, after: string): string {
  const next = parse(after, before);
  const [kept, now] = [new Set(before.items), new Set(next.items)];
  if (layoutOf(before, (item) => !now.has(item)).length > 0) return after;
  const neighbours = laidOutAround(before, now);
  return applyEdits(after, [
    ...layoutOf(next, (item) => !kept.has(item)),
    ...wholeLayoutOf(next, (item) => neighbours.has(item)),
  ]);
}

/** What stands directly before something that is gone, and was laid out: the empty lines between the two are its own. */
function laidOutAround(before: SyntaxFile, now: ReadonlySet<Item>): ReadonlySet<Item> {
  const around = before.items.filter((item, index) => {
    const next = before.items[index + 1];
    return now.has(item) && next !== undefined && !now.has(next);
  });
  return new Set(around.filter((item) => wholeLayoutOf(before, (each) => each === item).length === 0));
}

/** The edits that lay out some of the declarations of a file. */
function layoutOf(file: SyntaxFile, picks: (item: Item) => boolean): readonly Edit[] {
  return file.items.flatMap((item, index) => {
    const start = file.offsets[index] ?? 0;
    return picks(item) && item.text.length > 2 ? formatRange(file, start + 1, start + item.text.length - 1) : [];
  });
}

/** The same with the empty lines after them. */
function wholeLayoutOf(file: SyntaxFile, picks: (item: Item) => boolean): readonly Edit[] {
  return file.items.flatMap((item, index) => (picks(item) ? formatItems(file, index, index + 1) : []));
}
