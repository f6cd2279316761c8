/** Target tables, in columns. */
import type { Span, TargetTable } from "../syntax/tree.ts";
import { type Entry, entryRows } from "./body.ts";
import { flatText, isAfterBlank, lineRow } from "./line.ts";
import { isComment, type Piece, piecesIn } from "./piece.ts";
import type { Row } from "./row.ts";
import { displayWidth, padTo } from "./width.ts";

interface TableLine {
  readonly pieces: readonly Piece[];
  readonly depth: number;
  /** Left of the arrow, with the indentation that a row has and the header has not. */
  readonly left: string;
  readonly cells: readonly string[];
}

/** The header and a row for each case: the arrows stand below each other, and so do the targets. */
export function tableRows(pieces: readonly Piece[], table: TargetTable, depth: number): readonly Row[] {
  const lines = [headerSpan(pieces, table), ...table.rows].map((span, index) =>
    tableLine(piecesIn(pieces, span), index === 0 ? depth : depth + 1, index === 0 ? "" : "  "),
  );
  const aligned = lines.filter(({ pieces: own }) => !own.some(isComment));
  const arrow = widest(aligned.map(({ left }) => left));
  const longest = aligned.reduce((count, { cells }) => Math.max(count, cells.length), 0);
  const columns = Array.from({ length: longest }, (_, column) =>
    widest(aligned.map(({ cells }) => cells[column] ?? "")),
  );
  const entries = lines.flatMap((line) => tableEntry(line, arrow, columns));
  return entryRows(pieces, table, entries, depth + 1, []);
}

/** From the word `table` to the last target; the tree has no node for it. */
function headerSpan(pieces: readonly Piece[], table: TargetTable): Span {
  const end = table.rows[0]?.start ?? table.end;
  const tokens = piecesIn(pieces, { start: table.start, end }).filter((piece) => !isComment(piece));
  return { start: table.start, end: tokens.at(-1)?.end ?? end };
}

function tableLine(pieces: readonly Piece[], depth: number, indent: string): TableLine {
  const arrow = pieces.findIndex(({ type }) => type === "->");
  const left = arrow < 0 ? pieces : pieces.slice(0, arrow);
  const cells = arrow < 0 ? [] : cellsOf(pieces.slice(arrow + 1));
  return { pieces, depth, left: indent + flatText(left), cells };
}

/** The text of each cell, its comma included. */
function cellsOf(pieces: readonly Piece[]): string[] {
  const cells: Piece[][] = [[]];
  for (const piece of pieces) {
    cells.at(-1)?.push(piece);
    if (piece.type === ",") cells.push([]);
  }
  return cells.map(flatText);
}

function tableEntry(line: TableLine, arrow: number, columns: readonly number[]): Entry[] {
  const [first] = line.pieces;
  const last = line.pieces.at(-1);
  if (!first || !last) return [];
  const row = line.pieces.some(isComment) ? lineRow(line.pieces, [], 0, line.depth) : alignedRow(line, arrow, columns);
  return [{ start: first.start, end: last.end, head: undefined, rows: () => [row] }];
}

function alignedRow({ pieces, depth, left, cells }: TableLine, arrow: number, columns: readonly number[]): Row {
  const padded = cells.map((cell, column) => padTo(cell, columns[column] ?? 0)).join(" ");
  const text = cells.length === 0 ? left : `${padTo(left, arrow)} -> ${padded}`;
  return { kind: "line", depth, text: text.trim(), comment: "", blankBefore: isAfterBlank(pieces[0]) };
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
