/** Repairs leave a text in its layout that was in its layout. */
import { formatItems } from "../format/edits.ts";
import { formatRange } from "../format/format.ts";
import { parse } from "../syntax/parse.ts";
import type { Item, SyntaxFile } from "../syntax/tree.ts";
import { applyEdits, type Edit } from "../text/edit.ts";

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
