/** One line of an agreement: its pieces with the right space between them, broken where it gets too long. */
import { builders, printer } from "prettier/doc";
import type { Span } from "../syntax/tree.ts";
import { isComment, type Piece } from "./piece.ts";
import { lineWidth, type Row } from "./row.ts";
import { displayWidth, padTo } from "./width.ts";

type Doc = builders.Doc;
const { align, group, hardline, line } = builders;

/** How far the further lines of a broken line are indented: more than a body is. */
const continuation = 4;

/**
 * A row of pieces; with a `column`, what follows the first piece begins there. Breaks after commas as often as it must,
 * and before all the `and`s or `or`s of a group at once.
 */
export function lineRow(pieces: readonly Piece[], groups: readonly Span[], column: number, depth: number): Row {
  const width = lineWidth - depth * 2;
  const flat = pieces.some(isComment) ? undefined : flatText(padded(pieces, column));
  const fits = flat !== undefined && displayWidth(flat) <= width;
  const text = fits ? flat : brokenText(padded(pieces, column), groups, width);
  return { kind: "line", depth, text, comment: "", blankBefore: isAfterBlank(pieces[0]) };
}

function padded(pieces: readonly Piece[], column: number): readonly Piece[] {
  const [first, second, ...rest] = pieces;
  if (!first || !second || isComment(second)) return pieces;
  return [{ ...first, text: padTo(first.text, column - 1) }, second, ...rest];
}

function brokenText(pieces: readonly Piece[], groups: readonly Span[], width: number): string {
  const doc = align(continuation, lineDoc(pieces, groups));
  return printer.printDocToString(doc, { printWidth: width, tabWidth: 2 }).formatted;
}

/** True where an empty line stands before a piece. */
export function isAfterBlank(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.breaks > 1;
}

/** The pieces in one line, whatever its length; of no use where a comment stands between them. */
export function flatText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => (index > 0 && isSpaced(pieces[index - 1], piece) ? " " : "") + piece.text)
    .join("");
}

interface Frame {
  readonly end: number;
  readonly docs: Doc[];
}

function lineDoc(pieces: readonly Piece[], groups: readonly Span[]): Doc {
  const outermost: Frame = { end: Number.POSITIVE_INFINITY, docs: [] };
  const frames = [outermost];
  let top = outermost;
  let nextGroup = 0;
  pieces.forEach((piece, index) => {
    while (top.end <= piece.start) top = closed(frames) ?? outermost;
    const before = pieces[index - 1];
    if (before) top.docs.push(separator(before, piece, top === outermost ? "line" : "condition"));
    for (; groups[nextGroup]?.start === piece.start; nextGroup++) {
      top = { end: groups[nextGroup]?.end ?? piece.end, docs: [] };
      frames.push(top);
    }
    top.docs.push(piece.text);
  });
  while (frames.length > 1) closed(frames);
  return outermost.docs;
}

/** Ends the innermost frame and makes it a group of the one around it, which is returned. */
function closed(frames: Frame[]): Frame | undefined {
  const inner = frames.pop();
  const outer = frames.at(-1);
  if (inner) outer?.docs.push(group(frames.length > 1 ? align(2, inner.docs) : inner.docs));
  return outer;
}

function separator(before: Piece, piece: Piece, inside: "line" | "condition"): Doc {
  if (isComment(before)) return hardline;
  if (isComment(piece)) return piece.breaks > 0 ? hardline : "  ";
  if (!isSpaced(before, piece)) return "";
  if (before.type === "," && piece.mayBeginLine) return group(line);
  if (piece.type === "|") return group(line);
  return inside === "condition" && (piece.type === "word and" || piece.type === "word or") ? line : " ";
}

const nothingBefore = new Set([",", ":", ")", ".", "..", "-"]);
const nothingAfter = new Set(["(", ".", "..", "-"]);

function isSpaced(before: Piece | undefined, piece: Piece): boolean {
  if (before === undefined || nothingBefore.has(piece.type) || nothingAfter.has(before.type)) return false;
  return !(before.type === "{" && piece.type === "}");
}
