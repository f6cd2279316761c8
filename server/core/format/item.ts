/** One item laid out by itself. */
import type { Declaration, Item } from "../syntax/tree.ts";
import type { Anchor } from "../text/edit.ts";
import { entryRows } from "./body.ts";
import { declarationRows } from "./declaration.ts";
import { commaAnchors } from "./fields.ts";
import { anchorOf, type Piece, piecesOf } from "./piece.ts";
import type { Row } from "./row.ts";

/** An item's rows, and its tokens and comments, which have to be found in them. */
export interface Layout {
  readonly rows: readonly Row[];
  readonly anchors: readonly Anchor[];
  /** True where an empty line follows. */
  readonly blankAfter: boolean;
}

/** The layout of an item; undefined for one that could not be read from end to end, which is left as it is. */
export function layOut(item: Item): Layout | undefined {
  if (item.problems.length > 0) return undefined;
  const pieces = piecesOf(item.text);
  if (!pieces) return undefined;
  const entries = item.declarations.map((declaration) => ({
    start: declaration.start,
    end: declaration.end,
    head: undefined,
    rows: () => declarationRows(pieces.all, declaration),
  }));
  const rows = entryRows(pieces.all, { start: 0, end: item.text.length }, entries, 0, []);
  const anchors = [...anchorsOf(pieces.all, item.declarations), ...pieces.dropped];
  anchors.sort((one, other) => one.start - other.start || one.end - other.end);
  return { rows, anchors, blankAfter: pieces.breaksAfter > 1 };
}

function anchorsOf(pieces: readonly Piece[], declarations: readonly Declaration[]): readonly Anchor[] {
  const commas = declarations.flatMap((one) => (one.kind === "request" ? commaAnchors(pieces, one) : []));
  const replaced = new Set(commas.map(({ start, end }) => (end > start ? start : -1)));
  return [...pieces.filter(({ start }) => !replaced.has(start)).map(anchorOf), ...commas];
}
