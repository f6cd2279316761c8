/** What a formatter moves about: an item's tokens and comments, in order, each in the form in which it will be written. */
import { type Comment, lex, quoted, type Token } from "../../../grammar/lexer.ts";
import type { Slip, SlipName } from "../../../grammar/slips.ts";
import { headWords, LineName, MonthDayToken, Name, TextToken } from "../../../grammar/tokens.ts";
import type { Span } from "../syntax/tree.ts";
import type { Anchor } from "../text/edit.ts";

/** A token or a comment. Offsets are the item's. */
export interface Piece extends Span {
  /** The token type's name, or `comment`. */
  readonly type: string;
  /** As the formatter writes it: half-width, straight quotes, `09:00`, `2026-08-02`. */
  readonly text: string;
  /** Line breaks between the piece before and this one. */
  readonly breaks: number;
  /** False for a word that would be read as a property's first word if it came to stand at the start of a line. */
  readonly mayBeginLine: boolean;
}

/** An item cut into pieces; what the text has besides is white space, and `dropped`, such as `;`. */
export interface Pieces {
  readonly all: readonly Piece[];
  readonly dropped: readonly Anchor[];
  /** Line breaks after the last piece. */
  readonly breaksAfter: number;
}

/**
 * repaired: the token is written as it was understood. kept: it could be read in two ways, so a person has to decide.
 * unsure: nobody can be sure where the token ends, so the whole item is left alone.
 */
const treatments: Readonly<Record<SlipName, "repaired" | "kept" | "unsure">> = {
  "full-width": "repaired",
  quotes: "repaired",
  date: "repaired",
  time: "repaired",
  range: "repaired",
  dash: "repaired",
  operator: "repaired",
  currency: "repaired",
  semicolon: "repaired",
  comment: "repaired",
  grouping: "kept",
  hyphen: "kept",
  "unclosed text": "unsure",
  "unclosed name": "unsure",
  nesting: "unsure",
  stray: "unsure",
};

/** The pieces of an item's text; undefined when something in it could not be read for certain. */
export function piecesOf(text: string): Pieces | undefined {
  const { tokens, comments, slips } = lex(text);
  if (slips.some(({ name }) => isUnsure(name))) return undefined;
  const slipsAt = new Map(slips.map((slip) => [slip.start, slip.name]));
  const all: Piece[] = [];
  let done = 0;
  for (const read of inOrder(tokens, comments)) {
    const piece =
      "image" in read ? tokenPiece(text, read, slipsAt.get(read.startOffset), done) : commentPiece(text, read, done);
    all.push(piece);
    done = piece.end;
  }
  return { all, dropped: slips.filter(isDropped).map(droppedAnchor), breaksAfter: breaksIn(text, done, text.length) };
}

/** Whether nobody can be sure where a token with this slip ends, so that the item that has it is not laid out. */
export function isUnsure(slip: SlipName): boolean {
  return treatments[slip] === "unsure";
}

function* inOrder(tokens: readonly Token[], comments: readonly Comment[]): Generator<Token | Comment> {
  let next = 0;
  for (const token of tokens) {
    for (let comment = comments[next]; comment && comment.start < token.startOffset; comment = comments[++next])
      yield comment;
    yield token;
  }
  yield* comments.slice(next);
}

function tokenPiece(text: string, token: Token, slip: SlipName | undefined, done: number): Piece {
  const start = token.startOffset;
  const end = token.endOffset + 1;
  return {
    start,
    end,
    type: token.tokenType.name,
    text: writtenToken(text.slice(start, end), token, slip),
    breaks: breaksIn(text, done, start),
    mayBeginLine: !headWords.has(token.image),
  };
}

const fullWidthLetters = /[０-９Ａ-Ｚａ-ｚ＿]+/g;

function writtenToken(written: string, token: Token, slip: SlipName | undefined): string {
  if (slip && treatments[slip] === "kept") return written;
  // `3/4` is March to some and April to others.
  if (token.tokenType === MonthDayToken && /[/／]/.test(written)) return written;
  if (token.tokenType === TextToken) return slip ? quoted(token.image) : written;
  if (written.startsWith("`")) return written;
  const isName = token.tokenType === Name || token.tokenType === LineName;
  // The currency of `30万円` stands in its second token.
  if (isName && token.image === "JPY") return token.image;
  return isName ? written.replace(fullWidthLetters, (letters) => letters.normalize("NFKC")) : token.image;
}

function commentPiece(text: string, { start, end }: Comment, done: number): Piece {
  const written = text.slice(start, end).trimEnd();
  const comment = written.startsWith("#") ? "//" + written.slice(1) : written;
  return { start, end, type: "comment", text: comment, breaks: breaksIn(text, done, start), mayBeginLine: true };
}

/** A sign that means nothing, such as `;` or `。`; unlike `≠`, it became no token. */
function isDropped(slip: Slip): boolean {
  return slip.newText === "";
}

function droppedAnchor({ start, end }: Slip): Anchor {
  return { start, end, newText: "", optional: true };
}

function breaksIn(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
  }
  return breaks;
}

/** True for a comment: nothing can follow it on its line. */
export function isComment({ type }: Piece): boolean {
  return type === "comment";
}

/** The pieces that begin in a span. */
export function piecesIn(pieces: readonly Piece[], span: Span): readonly Piece[] {
  return pieces.slice(firstFrom(pieces, span.start), firstFrom(pieces, span.end));
}

function firstFrom(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a piece of the old text is to be found again in the new one. */
export function anchorOf({ start, end, text }: Piece): Anchor {
  return { start, end, newText: text, optional: false };
}
