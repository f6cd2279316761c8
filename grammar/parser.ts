/** The only door to the parser: chevrotain's parsers hold state, so one is kept here and used by one call at a time. */
import type { Declaration, SyntaxProblem } from "../server/core/syntax/tree.ts";
import { lex, type Token } from "./lexer.ts";
import { DeclarationParser } from "./rules/declarations.ts";
import type { Slip } from "./slips.ts";

/** What one item's text is: its declarations, what could not be read, and the slips of the pen. */
export interface ParsedItem {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
  readonly slips: readonly Slip[];
}

/** The grammar of one item; `validated` runs chevrotain's own checks of the grammar, which a test does. */
export class SlaParser extends DeclarationParser {
  constructor(validated: "validated" | "unvalidated") {
    super(validated === "unvalidated");
    this.performSelfAnalysis();
  }

  /** Parses tokens; never throws, whatever they are. */
  read(tokens: Token[]): { declarations: readonly Declaration[]; problems: readonly SyntaxProblem[] } {
    this.problems = [];
    this.extraBraces = 0;
    this.input = tokens;
    const declarations = this.item() ?? [];
    for (const { token } of this.errors) this.unexpected(token as Token, token as Token);
    return { declarations, problems: this.problems };
  }
}

let parser: SlaParser | undefined;

/** The parser that everything shares, made when first needed. */
export function sharedParser(): SlaParser {
  parser ??= new SlaParser("unvalidated");
  return parser;
}

/** Reads one item; total. */
export function parseItemText(text: string): ParsedItem {
  const { tokens, slips } = lex(text);
  return { ...sharedParser().read(tokens), slips };
}
