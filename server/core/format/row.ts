/** Rows: what stands on one line of the result, or on several when it was too long for one. */
import { displayWidth, padTo } from "./width.ts";

/** Where a longer line is broken if it can be: language.md's longest line, a step, just fits. */
export const lineWidth = 124;

/** comment: one on a line of its own; head: the line that opens a body; close: the `}` of one; line: any other. */
export interface Row {
  readonly kind: "line" | "head" | "close" | "comment";
  /** Indented by two spaces each. */
  readonly depth: number;
  /** Without the indentation; what was broken has its further lines after line feeds. */
  readonly text: string;
  /** The comment at the end of the line, or nothing. */
  readonly comment: string;
  readonly blankBefore: boolean;
}

/**
 * The text of rows, without a line break at its end. A trailing comment stands two spaces after its line; lines of a body
 * that follow each other and all have one get a column for it.
 */
export function textOf(rows: readonly Row[], lineBreak: string): string {
  const lines: string[] = [];
  const columns = commentColumns(rows);
  rows.forEach((row, index) => {
    if (row.blankBefore && index > 0) lines.push("");
    const text = indented(row);
    lines.push(row.comment === "" ? text : withComment(text, row.comment, columns[index] ?? 0));
  });
  return lines.join("\n").replaceAll("\n", lineBreak);
}

function indented({ depth, text }: Row): string {
  const indent = "  ".repeat(depth);
  return indent + text.replaceAll("\n", "\n" + indent);
}

function withComment(text: string, comment: string, column: number): string {
  const lastLine = text.lastIndexOf("\n") + 1;
  return text.slice(0, lastLine) + padTo(text.slice(lastLine), column) + "  " + comment;
}

/** For each row the width of the widest row that shares its column of comments. */
function commentColumns(rows: readonly Row[]): readonly number[] {
  const columns: number[] = [];
  for (let first = 0; first < rows.length; ) {
    let end = first + 1;
    while (end < rows.length && sharesColumn(rows[end - 1], rows[end])) end++;
    const widest = rows.slice(first, end).reduce((width, row) => Math.max(width, lastLineWidth(row)), 0);
    for (; first < end; first++) columns.push(widest);
  }
  return columns;
}

function sharesColumn(above: Row | undefined, row: Row | undefined): boolean {
  if (!above || !row || row.blankBefore || above.comment === "" || row.comment === "") return false;
  return row.depth > 0 && row.depth === above.depth && above.kind !== "head";
}

function lastLineWidth({ depth, text }: Row): number {
  return depth * 2 + displayWidth(text.slice(text.lastIndexOf("\n") + 1));
}
