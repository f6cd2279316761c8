/** The formatter: one layout for every file, and no options. */
import { parse } from "../syntax/parse.ts";
import type { SyntaxFile } from "../syntax/tree.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { formatItems } from "./edits.ts";
import { touchedRegions } from "./range.ts";

/** The text in its layout; what could not be read stays as it is. */
export function formatText(text: string): string {
  return applyEdits(text, formatFile(parse(text)));
}

/** The edits that give a file its layout, each as small as can be, in order. None in an item that has a problem. */
export function formatFile(file: SyntaxFile): Edit[] {
  return formatItems(file, 0, file.items.length);
}

/**
 * The edits for the declarations that `start..end` (absolute offsets) touches, or for their clauses where it touches
 * nothing else of them. What a comment above a clause or beside it touches belongs to the clause.
 */
export function formatRange(file: SyntaxFile, start: number, end: number): Edit[] {
  const regions = file.items.flatMap((item, index) => {
    const offset = file.offsets[index] ?? 0;
    if (offset > end || offset + item.text.length < start) return [];
    const touched = touchedRegions(item, { start: start - offset, end: end - offset });
    return touched.map((region) => ({ index, start: region.start + offset, end: region.end + offset }));
  });
  const [first] = regions;
  const last = regions.at(-1);
  if (!first || !last) return [];
  return formatItems(file, first.index, last.index + 1).filter((edit) =>
    regions.some((region) => region.start <= edit.start && edit.end <= region.end),
  );
}
