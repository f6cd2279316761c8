/** The only door to the parser: chevrotain's parsers hold state, so one is kept here and used by one call at a time. */
import type { Declaration, SyntaxProblem } from "../server/core/syntax/tree.ts";
import { readAnalysed } from "./analysed.ts";
import { lex, type Token } from "./lexer.ts";
import { PreparedParser } from "./preparedParser.ts";
import { fitted } from "./rules/lines.ts";
import type { Reading } from "./slaParser.ts";
import type { Slip } from "./slips.ts";

/** What one item's text is: its declarations, what could not be read, and the slips of the pen. */
export interface ParsedItem {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
  readonly slips: readonly Slip[];
}

let prepared: PreparedParser | undefined;

/** The parser that everything shares, made when first needed. */
export function sharedParser(): PreparedParser {
  prepared ??= new PreparedParser();
  return prepared;
}

/**
 * Reads one item; total. No rule demands a token that may be missing, so no text is known to fail here. If one does all the
 * same, the prepared parser cannot say why, for it does not know its grammar; then the other one reads on as far as it can.
 */
export function parseItemText(text: string): ParsedItem {
  const { tokens, slips } = lex(text);
  const { declarations, problems } = readPrepared(tokens) ?? readAnalysed(text);
  return { declarations, problems: fitted(problems), slips: fitted(slips) };
}

function readPrepared(tokens: Token[]): Reading | undefined {
  try {
    return sharedParser().read(tokens);
  } catch {
    return undefined;
  }
}
