/**
 * What is left of chevrotain where its analysis of the grammar was done beforehand, for programs that start at every commit:
 * to load chevrotain takes them as long as to read and link a sample. The build puts this in its place there, and a test
 * holds what is read so against chevrotain itself (`analysed.ts`, which is loaded when something asks for it).
 */
import type { IToken, ITokenConfig, TokenType } from "chevrotain";

/** A token type as chevrotain makes it, numbered, and told to all categories that it belongs to, however remotely. */
export function createToken({ name, categories }: ITokenConfig): TokenType {
  const type: TokenType = { name, CATEGORIES: categories === undefined ? [] : [categories].flat() };
  tell(type, []);
  return type;
}

let numbered = 0;

function tell(type: TokenType, members: readonly TokenType[]): void {
  type.tokenTypeIdx ??= ++numbered;
  type.categoryMatchesMap ??= {};
  for (const { tokenTypeIdx } of members) if (tokenTypeIdx !== undefined) type.categoryMatchesMap[tokenTypeIdx] = true;
  const all = [...members, type];
  for (const category of type.CATEGORIES ?? []) if (!all.includes(category)) tell(category, all);
}

/** The type of what is read when nothing is left. */
export const EOF: TokenType = createToken({ name: "EOF" });

const endOfFile: IToken = {
  image: "",
  startOffset: Number.NaN,
  endOffset: Number.NaN,
  startLine: Number.NaN,
  endLine: Number.NaN,
  startColumn: Number.NaN,
  endColumn: Number.NaN,
  tokenTypeIdx: EOF.tokenTypeIdx ?? 0,
  tokenType: EOF,
};

/** The ground of the grammar's rules; the prepared parser has its own way of all that they call. */
export class EmbeddedActionsParser {
  /** What chevrotain calls so is over where its analysis was done beforehand. */
  readonly RECORDING_PHASE = false;
  /** The tokens to read. */
  input: readonly IToken[] = [];
  readonly errors: readonly Error[] = [];
  /** The numbers that chevrotain gives to rules begin here. */
  ruleShortNameIdx = 256;
  currRuleShortName = 0;

  LA(): IToken {
    return endOfFile;
  }
}
