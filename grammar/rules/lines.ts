/**
 * The ground of the parser: how lines, bodies and leftovers are read. Every part of a line after its first word is
 * optional in the grammar, so the parser never fails; what cannot stand where it stands is skipped to the end of its
 * line and reported, and what is missing is found afterwards in the tree.
 */
import { EmbeddedActionsParser, type IToken, type TokenType } from "chevrotain";
import type { Name, Span, SyntaxProblem, UnknownLine } from "../../server/core/syntax/tree.ts";
import type { Token } from "../lexer.ts";
import type { SyntaxProblemName } from "../messages.ts";
import {
  AnyName,
  Comma,
  declarationWords,
  head,
  LeftBrace,
  Name as NameToken,
  RightBrace,
  vocabulary,
} from "../tokens.ts";

const declarationHeads: ReadonlySet<TokenType> = new Set([...declarationWords].map(head));
const clauseHeads: ReadonlySet<TokenType> = new Set(["handle", "commit", "guarantee", "owe"].map(head));

/** Which body is being read; decides which words end it although its `}` is missing. */
export type BodyKind = "declaration" | "agreement" | "clause";

/** Base of the grammar's rule classes; chevrotain records rules as methods of one object, hence classes here. */
export abstract class LineParser extends EmbeddedActionsParser {
  protected problems: SyntaxProblem[] = [];

  constructor(skipValidations: boolean) {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false, skipValidations });
  }

  protected readonly name = this.RULE("name", (): Name => nameOf(this.CONSUME(NameToken)));

  /** A name where the construct is open, so that it may begin the next line. */
  protected readonly anyName = this.RULE("anyName", (): Name => nameOf(this.CONSUME(AnyName)));

  /** `a, b, c`; goes on in the next line after a comma. */
  protected abstract readonly names: () => Name[];

  /** The end offset of what was read last; `start` when nothing was. */
  protected endFrom(start: number): number {
    const last = this.LA(0) as Token;
    return Math.max(start, (last.endOffset || 0) + 1);
  }

  /** The token `distance` ahead; 1 is the next. */
  protected ahead(distance: number): Token {
    return this.LA(distance) as Token;
  }

  protected nextStartsLine(): boolean {
    return this.ahead(1).startsLine;
  }

  /** Skips what is left of the line up to a brace, reporting it once. */
  protected skipRestOfHead(): void {
    if (this.RECORDING_PHASE) return;
    const first = this.ahead(1);
    if (isEnd(first) || first.startsLine || isBrace(first)) return;
    let last = first;
    while (!isEnd(this.ahead(1)) && !this.ahead(1).startsLine && !isBrace(this.ahead(1))) last = this.SKIP_TOKEN_AT();
    this.unexpected(first, last);
  }

  /** Skips what is left of a property's line, with any block in braces that it opens; after a comma another follows. */
  protected skipRestOfLine(): void {
    if (this.RECORDING_PHASE || this.ahead(0).tokenType === Comma) return;
    const first = this.ahead(1);
    if (isEnd(first) || first.startsLine || first.tokenType === RightBrace) return;
    this.unexpected(first, this.skipLine());
  }

  /**
   * Called where a body's loop met something that is no property of it: skips that line and returns it, or returns
   * undefined where the body ends.
   */
  protected strayLine(body: BodyKind): UnknownLine | undefined {
    if (this.RECORDING_PHASE) return undefined;
    const first = this.ahead(1);
    if (isEnd(first) || first.tokenType === RightBrace || endsBody(first, body)) return undefined;
    const last = this.skipLine();
    const { startOffset: start, endOffset } = first;
    this.report("unknown line", { start, end: endOffset + 1 }, { word: first.image }, undefined);
    return {
      kind: "unknown line",
      start,
      end: last.endOffset + 1,
      head: { start, end: endOffset + 1 },
      word: first.image,
    };
  }

  /** Reports a `}` that is missing; the body was opened at `open`. */
  protected missingBrace(open: Span | undefined): void {
    if (this.RECORDING_PHASE || !open) return;
    const at = this.endFrom(open.end);
    this.report("missing brace", open, {}, { start: at, end: at, newText: "\n}" });
  }

  /** True where a `}` was written too early: what follows can only belong to the body just closed. */
  protected closedTooEarly(belongsInside: ReadonlySet<TokenType>): boolean {
    if (this.RECORDING_PHASE) return false;
    const next = this.ahead(1);
    if (!next.startsLine || !belongsInside.has(next.tokenType)) return false;
    const brace = this.ahead(0);
    const span = { start: brace.startOffset, end: brace.endOffset + 1 };
    this.report("extra brace", span, {}, { ...span, newText: "" });
    return true;
  }

  protected report(
    problem: SyntaxProblemName,
    span: Span,
    holes: Record<string, string>,
    fix: SyntaxProblem["fix"],
  ): void {
    this.problems.push({ problem, start: span.start, end: span.end, holes, fix });
  }

  protected unexpected(first: Token, last: Token): void {
    const span = { start: first.startOffset, end: last.endOffset + 1 };
    this.report("unexpected", span, { found: first.image }, undefined);
  }

  private skipLine(): Token {
    let last = this.SKIP_TOKEN_AT();
    while (!isEnd(this.ahead(1)) && !this.ahead(1).startsLine && this.ahead(1).tokenType !== RightBrace) {
      last = this.ahead(1).tokenType === LeftBrace ? this.skipBlock() : this.SKIP_TOKEN_AT();
    }
    return last;
  }

  private skipBlock(): Token {
    let depth = 0;
    let last: Token;
    do {
      last = this.SKIP_TOKEN_AT();
      if (last.tokenType === LeftBrace) depth++;
      if (last.tokenType === RightBrace) depth--;
    } while (depth > 0 && !isEnd(this.ahead(1)) && !endsBody(this.ahead(1), "clause"));
    return last;
  }

  private SKIP_TOKEN_AT(): Token {
    const token = this.ahead(1);
    this.SKIP_TOKEN();
    return token;
  }
}

function endsBody(token: Token, body: BodyKind): boolean {
  if (!token.startsLine) return false;
  return declarationHeads.has(token.tokenType) || (body === "clause" && clauseHeads.has(token.tokenType));
}

function isBrace(token: Token): boolean {
  return token.tokenType === LeftBrace || token.tokenType === RightBrace;
}

function isEnd(token: Token): boolean {
  return token.tokenType.name === "EOF";
}

/** A tree name from its token. */
export function nameOf(token: IToken): Name {
  return { kind: "name", ...spanOf(token), text: token.image };
}

/** A token's span, end exclusive. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}
