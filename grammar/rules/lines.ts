/**
 * The ground of the parser: how lines, bodies and leftovers are read. Every part of a line after its first word is
 * optional in the grammar, so the parser never fails; what cannot stand where it stands is skipped to the end of its
 * line and reported, and what is missing is found afterwards in the tree.
 */
import { EmbeddedActionsParser, type IParserConfig, type IToken, type TokenType } from "chevrotain";
import type { Name, Span, SyntaxProblem, UnknownLine } from "../../server/core/syntax/tree.ts";
import type { Token } from "../lexer.ts";
import type { SyntaxProblemName } from "../messages.ts";
import { Comma, declarationWords, head, LeftBrace, RightBrace } from "../tokens.ts";

/** Heads that end a declaration's body whose `}` is missing. */
export const declarationHeads: ReadonlySet<TokenType> = new Set([...declarationWords].map(head));
/** Heads that end a clause's body whose `}` is missing. */
export const clauseHeads: ReadonlySet<TokenType> = new Set([
  ...declarationHeads,
  ...["handle", "commit", "guarantee", "owe"].map(head),
]);

/**
 * What a choice is made of. Where no alternative needs what its rule has read before, they are made once: made at each
 * visit, as in `this.OR([…])`, they would be most of the parser's garbage.
 */
export type Alternatives<T> = { readonly ALT: () => T; readonly GATE?: () => boolean }[];

/** How many tokens ahead a telling head is looked for; a limit, so that a long file of strays takes no quadratic time. */
const farthestTelling = 300;

/** A body being read: the heads that can only belong in it, and where its own head stands. */
export interface Body {
  /** Words that begin a line and can belong here and not around it; they show a brace that is missing or too many. */
  readonly only: ReadonlySet<TokenType>;
  /** Heads that end the body although its `}` is missing, where they stand no further right than its own head. */
  readonly endedBy: ReadonlySet<TokenType>;
  /** The column of the body's own head. */
  readonly column: number;
}

/** Base of the grammar's rule classes; chevrotain records rules as methods of one object, hence classes here. */
export abstract class LineParser extends EmbeddedActionsParser {
  protected problems: SyntaxProblem[] = [];
  /** How many `}` were found to be written too early; as many may be left over at the end. */
  protected extraBraces = 0;
  /** The column of the head read last. */
  protected headColumn = 0;
  /** True between the discovery that a block's head line is gone and the reading of its body. */
  private headless = false;

  /** `known` are the token types that chevrotain has to know beforehand, to analyse the grammar. */
  constructor(known: readonly TokenType[], config: IParserConfig) {
    super([...known], { ...config, maxLookahead: 1, recoveryEnabled: false });
  }

  /** `a, b, c`; goes on in the next line after a comma. */
  protected abstract readonly names: () => readonly Name[];

  /** The end offset of what was read last; `start` when nothing was. */
  protected endFrom(start: number): number {
    const last = this.LA(0) as Token;
    const end = (last.endOffset || 0) + 1;
    return end > start ? end : start;
  }

  /** The token `distance` ahead; 1 is the next. */
  protected ahead(distance: number): Token {
    return this.LA(distance) as Token;
  }

  protected nextStartsLine(): boolean {
    return this.ahead(1).startsLine;
  }

  /** Reports the comma just read where nothing of its list follows. */
  protected afterComma(read: unknown): void {
    if (this.RECORDING_PHASE || read !== undefined || this.ahead(0).tokenType !== Comma) return;
    const span = spanOf(this.ahead(0));
    this.report("stray comma", span, {}, { ...span, newText: "" });
  }

  /** Skips what is left of the line up to a brace, reporting it once. */
  protected skipRestOfHead(): void {
    if (this.RECORDING_PHASE) return;
    const first = this.ahead(1);
    if (first.startsLine || isBrace(first) || isEnd(first)) return;
    let last = first;
    while (!isEnd(this.ahead(1)) && !this.ahead(1).startsLine && !isBrace(this.ahead(1))) last = this.skipToken();
    this.unexpected(first, last);
  }

  /** Skips what is left of a property's line, with any block in braces that it opens; after a comma another follows. */
  protected skipRestOfLine(): void {
    if (this.RECORDING_PHASE || this.ahead(0).tokenType === Comma) return;
    const first = this.ahead(1);
    if (first.startsLine || first.tokenType === RightBrace || isEnd(first)) return;
    this.unexpected(first, this.skipLine());
  }

  /**
   * Called where a body's loop met something that is no property of it: skips that line and returns it, or returns
   * undefined where the body ends.
   */
  protected strayLine(body: Body | undefined): UnknownLine | undefined {
    if (this.RECORDING_PHASE || this.bodyEnds(body)) return undefined;
    const first = this.ahead(1);
    this.skipLine(body);
    return this.unknownLine(first);
  }

  /** Skips the rest of a line whose first word, just read, turned out to mean nothing. */
  protected unknownRest(first: Token): UnknownLine {
    if (!this.RECORDING_PHASE && !isEnd(this.ahead(1)) && !this.nextStartsLine() && !isBrace(this.ahead(1)))
      this.skipLine();
    return this.unknownLine(first);
  }

  private unknownLine(first: Token): UnknownLine {
    const head = this.reportUnknownLine(first);
    return {
      kind: "unknown line",
      start: head.start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      word: first.image,
    };
  }

  /** True at the end of the item, at a `}`, and where a head shows that the body's `}` is missing. */
  protected bodyEnds(body: Body | undefined): boolean {
    const next = this.ahead(1);
    return next.tokenType === RightBrace || isEnd(next) || (body !== undefined && endsBody(next, body));
  }

  /**
   * What a block is whose own head is damaged or gone, told by the first telling head that begins a line in it. The block
   * is what the line ahead opens in braces or, where that line is itself a property, the lines up to the next `}` or the
   * next block of its kind, whose head is one of `siblings`.
   */
  protected headInBlock<T>(meaning: ReadonlyMap<TokenType, T>, siblings: ReadonlySet<TokenType>): T | undefined {
    const headGone = isHead(this.ahead(1));
    let depth = 0;
    for (let distance = 1; distance < farthestTelling; distance++) {
      const token = this.ahead(distance);
      if (isEnd(token)) return undefined;
      const isNextLine = depth === 0 && distance > 1 && token.startsLine;
      if (isNextLine && headGone && siblings.has(token.tokenType)) return undefined;
      const meant = token.startsLine ? meaning.get(token.tokenType) : undefined;
      if (meant !== undefined) return meant;
      if (token.tokenType === LeftBrace) depth++;
      if (token.tokenType === RightBrace && --depth <= 0) return undefined;
      if (isNextLine && depth === 0 && !headGone) return undefined;
    }
    return undefined;
  }

  /** Passes over the damaged first word of a block, or notes that its head line is gone; gives the place to blame. */
  protected passDamagedHead(): Span {
    const first = this.ahead(1);
    this.headColumn = first.column;
    this.headless = isHead(first);
    if (!this.headless) {
      this.skipToken();
      return this.reportUnknownLine(first);
    }
    this.report("missing head", spanOf(first), {}, undefined);
    return { start: first.startOffset, end: first.startOffset };
  }

  private reportUnknownLine(first: Token): Span {
    const head = spanOf(first);
    this.report("unknown line", head, { word: first.image }, undefined);
    return head;
  }

  /** Notices a `{` that is missing: the line has ended, and what follows can only belong inside, or is indented as what does. */
  protected missingOpenBrace(body: Body): Span | undefined {
    if (this.RECORDING_PHASE) return undefined;
    const next = this.ahead(1);
    const at = this.endFrom(0);
    if (this.headless) {
      this.headless = false;
      return { start: at, end: at };
    }
    const isIndented = next.column > body.column && isHead(next) && !declarationHeads.has(next.tokenType);
    if (!next.startsLine || !(body.only.has(next.tokenType) || isIndented)) return undefined;
    this.report("missing open brace", { start: at, end: at }, {}, { start: at, end: at, newText: " {" });
    return { start: at, end: at };
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
    this.extraBraces++;
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

  private skipLine(body?: Body): Token {
    let last = this.skipToken();
    while (!isEnd(this.ahead(1)) && !this.ahead(1).startsLine && this.ahead(1).tokenType !== RightBrace) {
      last = this.ahead(1).tokenType === LeftBrace ? this.skipBlock(body) : this.skipToken();
    }
    return last;
  }

  private skipBlock(body: Body | undefined): Token {
    let depth = 0;
    let last: Token;
    do {
      last = this.skipToken();
      if (last.tokenType === LeftBrace) depth++;
      if (last.tokenType === RightBrace) depth--;
    } while (depth > 0 && !isEnd(this.ahead(1)) && !(body && endsBody(this.ahead(1), body)));
    return last;
  }

  protected skipToken(): Token {
    const token = this.ahead(1);
    this.SKIP_TOKEN();
    return token;
  }
}

function endsBody(token: Token, { endedBy, column }: Body): boolean {
  return token.startsLine && token.column <= column && endedBy.has(token.tokenType);
}

function isHead(token: Token): boolean {
  return token.tokenType.name.startsWith("line ");
}

function isBrace(token: Token): boolean {
  return token.tokenType === LeftBrace || token.tokenType === RightBrace;
}

function isEnd(token: Token): boolean {
  return token.tokenType.name === "EOF";
}

/** One empty list for all constructs: most lists are. */
export const none: readonly never[] = [];

/** The list without the room on which it grew: where one is pushed to, the engine keeps room for sixteen more. */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}

/** A token's span, end exclusive. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}
