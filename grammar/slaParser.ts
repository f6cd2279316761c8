/** The whole grammar as a parser, in the two ways in which it can get ready but for the quick one (`preparedParser.ts`). */
import type { Declaration, SyntaxProblem } from "../server/core/syntax/tree.ts";
import type { Token } from "./lexer.ts";
import { DeclarationParser } from "./rules/declarations.ts";
import { vocabulary } from "./tokens.ts";

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
  protected abstract readItem(): Declaration[];
}

/** A parser that has analysed its grammar, by chevrotain's own machinery throughout: it can tell what may come next. */
export class AnalysedParser extends SlaParser {
  /** `validated` also lets chevrotain check the grammar, for a test. */
  constructor(grammar: "trusted" | "validated") {
    super(vocabulary, grammar === "trusted");
    this.performSelfAnalysis();
  }

  protected override readItem(): Declaration[] {
    return this.item() ?? [];
  }
}
