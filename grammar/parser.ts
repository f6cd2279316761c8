/** The only door to the parser: chevrotain's parsers hold state, so one is kept here and used by one call at a time. */
import type { Declaration, SyntaxProblem } from "../server/core/syntax/tree.ts";
import { type Analysed, restoreDecisions } from "./decisions.ts";
import { lex, type Token } from "./lexer.ts";
import { DeclarationParser } from "./rules/declarations.ts";
import type { Slip } from "./slips.ts";

/** What one item's text is: its declarations, what could not be read, and the slips of the pen. */
export interface ParsedItem {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
  readonly slips: readonly Slip[];
}

/**
 * How a parser gets ready. prepared: from the committed table of decisions, at once. analysed: by chevrotain's analysis of
 * the grammar, which `expectedAt` needs. validated: the same with chevrotain's checks of the grammar, for a test.
 */
export type Readiness = "prepared" | "analysed" | "validated";

/** The grammar of one item. */
export class SlaParser extends DeclarationParser {
  constructor(readiness: Readiness) {
    super(readiness !== "validated");
    if (readiness === "prepared") restoreDecisions(internalsOf(this), () => this.LA(1).tokenTypeIdx);
    else this.performSelfAnalysis();
  }

  /** Parses tokens; never throws, whatever they are. */
  read(tokens: Token[]): Reading {
    this.problems = [];
    this.extraBraces = 0;
    this.input = tokens;
    const declarations = this.item() ?? [];
    for (const { token } of this.errors) this.unexpected(token as Token, token as Token);
    return { declarations, problems: this.problems };
  }
}

/** What tokens were read as. */
type Reading = Pick<ParsedItem, "declarations" | "problems">;

/** The parser's own record of its decisions, for which chevrotain has no type. */
export function internalsOf(parser: SlaParser): Analysed {
  return parser as unknown as Analysed;
}

let prepared: SlaParser | undefined;
let analysed: SlaParser | undefined;

/** The parser that everything shares, made when first needed. */
export function sharedParser(): SlaParser {
  prepared ??= new SlaParser("prepared");
  return prepared;
}

/** The one that knows its grammar, and can tell what may come next. */
export function analysedParser(): SlaParser {
  analysed ??= new SlaParser("analysed");
  return analysed;
}

/** Reads one item; total. */
export function parseItemText(text: string): ParsedItem {
  const { tokens, slips } = lex(text);
  return { ...read(tokens), slips };
}

/**
 * No rule demands a token that may be missing, so no text is known to fail here. If one does all the same, the prepared
 * parser cannot say why, for it does not know its grammar; then the other one reads on as far as it can.
 */
function read(tokens: Token[]): Reading {
  try {
    return sharedParser().read(tokens);
  } catch {
    return analysedParser().read(tokens);
  }
}
