/** Empty lines between declarations, across items. */
import type { Layout } from "./item.ts";
import type { Row } from "./row.ts";

/** A declaration or a comment at the start of its line; `unread` stands for an item that is left as it is. */
interface Top {
  readonly item: number;
  readonly row: number;
  readonly kind: Row["kind"] | "unread";
  blank: boolean;
}

/**
 * The layouts with the empty lines that they get: those that were there, one at most, and one around each declaration
 * with a body. It stands before the comments above a declaration. Undefined stays for what is left as it is.
 */
export function spaced(layouts: readonly (Layout | undefined)[]): readonly (Layout | undefined)[] {
  const tops = layouts.flatMap((layout, item) => topsOf(layout, item, layouts[item - 1]?.blankAfter ?? false));
  separate(tops);
  const blanks = new Map(tops.map(({ item, row, blank }) => [`${item}:${row}`, blank]));
  return layouts.map((layout, item) => {
    if (!layout) return undefined;
    const rows = layout.rows.map((one, row) => ({
      ...one,
      blankBefore: blanks.get(`${item}:${row}`) ?? one.blankBefore,
    }));
    return { ...layout, rows, blankAfter: blanks.get(`${item + 1}:0`) ?? false };
  });
}

function topsOf(layout: Layout | undefined, item: number, blankBefore: boolean): Top[] {
  if (!layout) return [{ item, row: 0, kind: "unread", blank: blankBefore }];
  return layout.rows.flatMap(({ depth, kind, blankBefore: blank }, row) => {
    if (depth > 0 || kind === "close") return [];
    return [{ item, row, kind, blank: row === 0 ? blankBefore : blank }];
  });
}

function separate(tops: readonly Top[]): void {
  let above: Top | undefined;
  let between: Top[] = [];
  for (const top of tops) {
    between.push(top);
    if (top.kind === "comment") continue;
    const hasBody = above?.kind === "head" || top.kind === "head";
    const [first] = between;
    if (above && first && hasBody && !between.some(({ blank }) => blank)) first.blank = true;
    above = top.kind === "unread" ? undefined : top;
    between = [];
  }
}
