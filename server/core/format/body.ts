/** Bodies in braces, and the entries of anything: in their order, each comment where it stood. */
import type { Span } from "../syntax/tree.ts";
import { isAfterBlank, lineRow } from "./line.ts";
import { isComment, type Piece, piecesIn } from "./piece.ts";
import type { Row } from "./row.ts";
import { displayWidth } from "./width.ts";

/** Something with rows of its own: a property, a clause, a row of a table. */
export interface Entry extends Span {
  /** Its first word, if what follows the word is to stand in one column with that of the entries around it. */
  readonly head: string | undefined;
  /** Its rows; what follows the head begins at the column, if it is greater than 0. */
  rows(column: number): readonly Row[];
}

/** What can be printed with a body in braces. */
export interface Block extends Span {
  readonly bodyStart: number | undefined;
}

/** A head with its body below: one entry a line, indented, the `}` on a line of its own; `{}` when there is nothing in it. */
export function blockRows(
  pieces: readonly Piece[],
  block: Block,
  groups: readonly Span[],
  entries: readonly Entry[],
  depth: number,
): readonly Row[] {
  const inside = { start: (block.bodyStart ?? block.end) + 1, end: block.end - 1 };
  if (piecesIn(pieces, inside).length === 0) return [lineRow(piecesIn(pieces, block), groups, 0, depth)];
  const opening = piecesIn(pieces, { start: block.start, end: inside.start });
  const head: Row = { ...lineRow(opening, groups, 0, depth), kind: "head" };
  const close: Row = { kind: "close", depth, text: "}", comment: "", blankBefore: false };
  return [...entryRows(pieces, inside, entries, depth + 1, [head]), close];
}

/**
 * The rows of the entries in a span, after the rows before them. A comment on a line of its own keeps its line; one after
 * something becomes the trailing comment of the last row. Empty lines are kept, one at most, and none after a `{`.
 */
export function entryRows(
  pieces: readonly Piece[],
  span: Span,
  entries: readonly Entry[],
  depth: number,
  before: readonly Row[],
): readonly Row[] {
  const rows = [...before];
  const columns = columnsOf(pieces, entries);
  let done = span.start;
  entries.forEach((entry, index) => {
    addComments(rows, piecesIn(pieces, { start: done, end: entry.start }), depth);
    addRows(rows, entry.rows(columns[index] ?? 0));
    done = entry.end;
  });
  addComments(rows, piecesIn(pieces, { start: done, end: span.end }), depth);
  return rows;
}

function addComments(rows: Row[], pieces: readonly Piece[], depth: number): void {
  for (const piece of pieces) {
    if (!isComment(piece)) continue;
    const last = rows.at(-1);
    if (last && piece.breaks === 0) rows[rows.length - 1] = { ...last, comment: piece.text };
    else addRows(rows, [{ kind: "comment", depth, text: piece.text, comment: "", blankBefore: isAfterBlank(piece) }]);
  }
}

function addRows(rows: Row[], added: readonly Row[]): void {
  const opened = rows.at(-1)?.kind === "head";
  added.forEach((row, index) => {
    rows.push(index === 0 && opened ? { ...row, blankBefore: false } : row);
  });
}

/** For each entry the column of what follows its head: one for all heads that follow each other without an empty line. */
function columnsOf(pieces: readonly Piece[], entries: readonly Entry[]): readonly number[] {
  const columns: number[] = [];
  for (let first = 0; first < entries.length; ) {
    let end = first + 1;
    while (end < entries.length && isOneRun(pieces, entries[end - 1], entries[end])) end++;
    const run = entries.slice(first, end);
    const widest = run.reduce((width, { head }) => Math.max(width, displayWidth(head ?? "")), 0);
    for (const { head } of run) columns.push(head === undefined ? 0 : widest + 1);
    first = end;
  }
  return columns;
}

function isOneRun(pieces: readonly Piece[], above: Entry | undefined, entry: Entry | undefined): boolean {
  if (above?.head === undefined || entry?.head === undefined) return false;
  return !piecesIn(pieces, { start: above.end, end: entry.start + 1 }).some(isAfterBlank);
}
