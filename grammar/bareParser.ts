/**
 * What the quick parser (`preparedParser.ts`) takes of chevrotain, under chevrotain's names. The build puts it in
 * chevrotain's place in what has to start fast: making chevrotain's classes ready takes longer than reading a file, and of
 * all of them a parser that knows its decisions needs but this. A test holds it against chevrotain.
 */
import type { IToken, TokenType } from "chevrotain";

/** What has been read when nothing is left. */
export const EOF: TokenType = { name: "EOF", tokenTypeIdx: 1, categoryMatches: [], categoryMatchesMap: {} };

/** Numbers all token types that the new one belongs to, and tells their categories of them. */
export function createToken({ name, categories }: { name: string; categories: readonly TokenType[] }): TokenType {
  for (const [index, type] of categories.entries()) type.tokenTypeIdx = firstNumber + index;
  for (const type of categories) tellCategories(type, type);
  return { name };
}

const firstNumber = 2;

function tellCategories(told: TokenType, { CATEGORIES = [] }: TokenType): void {
  for (const category of [CATEGORIES].flat()) {
    category.categoryMatchesMap ??= {};
    category.categoryMatchesMap[told.tokenTypeIdx ?? 0] = true;
    tellCategories(told, category);
  }
}

/** A parser without rules, decisions or recovery of its own, and that leaves it to the quick one to go through tokens. */
export abstract class EmbeddedActionsParser {
  /** True while chevrotain runs the rules to know the grammar. */
  readonly RECORDING_PHASE = false;
  /** What chevrotain found wrong by itself; here a rule throws instead. */
  readonly errors: readonly { token: IToken }[] = [];
  /** The number of the rule that is defined next. */
  ruleShortNameIdx = 256;
  input: readonly IToken[] = [];

  /** The token that is so many ahead, of which there are none. */
  LA(_distance: number): IToken {
    return endOfTokens;
  }
}

const endOfTokens: IToken = {
  image: "",
  startOffset: Number.NaN,
  endOffset: Number.NaN,
  tokenTypeIdx: 1,
  tokenType: EOF,
};
