/**
 * What is asked of a parser that has analysed its grammar: what may stand at a place, the ground of completion and of syntax
 * messages. The one door to that parser, so that a program which starts at every commit loads it when it is first asked for.
 */
import type { TokenType } from "chevrotain";
import { analysedParser } from "./analysedParser.ts";
import type { Expected } from "./expected.ts";
import { lex, type Token } from "./lexer.ts";
import type { Reading } from "./slaParser.ts";
import { LeftBrace, RightBrace, word, wordsOfSort } from "./tokens.ts";

/** Reads one item by chevrotain's own machinery, which goes on where a token that a rule demands is missing. */
export function readAnalysed(text: string): Reading {
  return analysedParser().read(lex(text).tokens);
}

/**
 * What may stand at `offset` of an item's text; a half-typed word that ends there is left out. Only the open blocks and
 * the line itself count, so that mistakes in other lines do not matter. Total; empty inside texts and comments.
 */
export function expectedAt(text: string, offset: number): readonly Expected[] {
  const { tokens, comments } = lex(text);
  if (comments.some(({ start, end }) => start < offset && offset <= end)) return [];
  const before = tokens.filter(({ startOffset, endOffset }) => endOffset < offset && startOffset < offset);
  const inside = tokens.find(({ startOffset, endOffset }) => startOffset < offset && offset <= endOffset);
  if (inside?.tokenType.name === "Text") return [];
  const last = before.at(-1);
  if (last && last.endOffset + 1 === offset && isWordLike(last)) before.pop();
  const atLineStart = !last || text.slice(last.endOffset + 1, offset).includes("\n") || isBrace(last);
  const { open, line, table } = contextOf(before);
  const current = atLineStart && !continues(line) ? [] : line;
  const lines = assist([...open.flat(), ...current]).filter((one) => stands(one, open.length, current.length === 0));
  return atLineStart && table.length > 0 ? [...lines, ...rowsAfter([...open.flat(), ...table])] : lines;
}

/** What may begin a row of a table whose head has been read. */
function rowsAfter(context: readonly Token[]): readonly Expected[] {
  return assist(context).filter(({ rules }) => rules.includes("tableRow"));
}

/** Heads only begin a line, and only those of the innermost block; the grammar alone would allow those around it, too. */
function stands({ kind, rules }: Expected, blocks: number, lineIsEmpty: boolean): boolean {
  if (kind !== "head") return true;
  return lineIsEmpty && rules.slice(0, -1).filter((rule) => rulesWithBody.has(rule)).length === blocks;
}

const rulesWithBody = new Set([
  "calendar",
  "teamRest",
  "request",
  "agreementRest",
  "exceptionRest",
  "customer",
  "handover",
  "handleRest",
  "handleCase",
  "commitRest",
  "commitCase",
  "guarantee",
]);

function isBrace({ tokenType }: Token): boolean {
  return tokenType === LeftBrace || tokenType === RightBrace;
}

function isWordLike(token: Token): boolean {
  return /^(?:Name|LineName|word |line )/.test(token.tokenType.name);
}

/**
 * The heads of the blocks that are open at the end, each with its brace, and the tokens of the last line; where that can be
 * a row of a table, or be followed by one, the table's head is `table`, and a row begins with it.
 */
function contextOf(tokens: readonly Token[]): { open: Token[][]; line: Token[]; table: readonly Token[] } {
  const open: Token[][] = [];
  let line: Token[] = [];
  let table: readonly Token[] = [];
  for (const token of tokens) {
    if (token.startsLine && !continues(line)) {
      if (line[0]?.tokenType.name === "line table" && table.length === 0) table = line;
      if (isHead(token)) table = [];
      line = [...table];
    }
    line.push(token);
    if (!isBrace(token)) continue;
    if (token.tokenType === RightBrace) open.pop();
    else open.push(line[0] && line[0] !== token ? [line[0], token] : [token]);
    [line, table] = [[], []];
  }
  const isTable = table.length === 0 && line[0]?.tokenType.name === "line table";
  return { open, line, table: isTable ? line : table };
}

/** Whether a token that begins a line ends the table before it. */
function isHead(token: Token): boolean {
  return token.tokenType.name.startsWith("line ") || isBrace(token);
}

/** A list or a condition that is open goes on in the next line. */
function continues(line: readonly Token[]): boolean {
  const last = line.at(-1)?.tokenType;
  return last !== undefined && openEnded.has(last.name);
}

const openEnded = new Set([",", "|", "..", "(", ...["and", "or", "not", "when"].map((one) => word(one).name)]);

function assist(context: readonly Token[]): Expected[] {
  const suggestions = analysedParser().computeContentAssist("item", [...context]);
  const found = new Map<string, Expected>();
  for (const { nextTokenType, ruleStack } of suggestions) {
    for (const expected of describe(nextTokenType, ruleStack)) {
      const key = `${expected.kind} ${expected.text} ${ruleStack.join(" ")}`;
      if (!found.has(key)) found.set(key, expected);
    }
  }
  return [...found.values()];
}

function describe(type: TokenType, rules: readonly string[]): readonly Expected[] {
  const { name } = type;
  const kind = name.endsWith("Head") ? "head" : name.endsWith("Word") ? "word" : "sign";
  const ofSort = wordsOfSort(type);
  if (ofSort) return ofSort.map((text) => ({ kind, text, rules }));
  if (name.startsWith("line ")) return [{ kind: "head", text: name.slice(5), rules }];
  if (name.startsWith("word ")) return [{ kind: "word", text: name.slice(5), rules }];
  if (name.endsWith("Name")) return [{ kind: "name", text: "name", rules }];
  return [{ kind: /^[A-Z]/.test(name) ? "literal" : "sign", text: name, rules }];
}
