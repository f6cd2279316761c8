/** The whole grammar as a parser, however it gets ready: quickly (`preparedParser.ts`), or by analysing itself (`analysedParser.ts`). */
import type { Declaration, SyntaxProblem } from "../server/core/syntax/tree.ts";
import type { Token } from "./lexer.ts";
import { DeclarationParser } from "./rules/declarations.ts";

/** What tokens were read as. */
export interface Reading {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
}

/** The grammar of one item. */
export abstract class SlaParser extends DeclarationParser {
  /** Parses tokens, whatever they are. */
  read(tokens: Token[]): Reading {
    this.problems = [];
    this.extraBraces = 0;
    this.input = tokens;
    const declarations = this.readItem();
    for (const { token } of this.errors) this.unexpected(token as Token, token as Token);
    return { declarations, problems: this.problems };
  }

  /** Invokes the entry rule. */
  protected abstract readItem(): readonly Declaration[];
}
