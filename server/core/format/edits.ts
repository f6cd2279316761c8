/** From items to edits: laid out, spaced, and compared with what was there. */
import { parseItem } from "../syntax/parse.ts";
import type { Item, SyntaxFile } from "../syntax/tree.ts";
import { type Edit, editsBetween } from "../text/edit.ts";
import { type Layout, layOut } from "./item.ts";
import { textOf } from "./row.ts";
import { saysTheSame } from "./same.ts";
import { spaced } from "./spacing.ts";

/** The edits for the items from `first` up to but not including `end`. */
export function formatItems(file: SyntaxFile, first: number, end: number): Edit[] {
  const from = Math.max(0, first - 1);
  const layouts = spaced(file.items.slice(from, end + 1).map(layOut));
  const lineBreak = /\r?\n/.exec(file.text)?.[0] ?? "\n";
  return file.items.slice(first, end).flatMap((item, index) => {
    const layout = layouts[first + index - from];
    const offset = file.offsets[first + index] ?? 0;
    return layout ? shifted(itemEdits(item, itemText(item, layout, lineBreak), layout), offset) : [];
  });
}

function itemText(item: Item, { rows, blankAfter }: Layout, lineBreak: string): string {
  const mark = item.text.startsWith("\ufeff") ? "\ufeff" : "";
  if (rows.length === 0) return mark;
  return mark + textOf(rows, lineBreak) + lineBreak.repeat(blankAfter ? 2 : 1);
}

/** Nothing is changed where the result would not hold the same pieces, or would say something else. */
function itemEdits(item: Item, newText: string, { anchors }: Layout): Edit[] {
  if (item.text === newText) return [];
  const edits = editsBetween(item.text, newText, anchors);
  return edits && saysTheSame(item, parseItem(newText)) ? edits : [];
}

function shifted(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, newText }) => ({ start: start + by, end: end + by, newText }));
}
