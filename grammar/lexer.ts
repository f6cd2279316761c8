/**
 * Text to tokens. Written by hand and not with chevrotain's lexer because it forgives: full-width forms, typographic
 * quotes, `9:00`, an unclosed string are understood and reported with their repair, and no line can ruin the next one.
 * No token spans lines, so every line is read alone.
 */
import type { IToken, TokenType } from "chevrotain";
import type { Slip, SlipName } from "./slips.ts";
import {
  Arrow,
  Bar,
  Colon,
  Comma,
  Dash,
  DateToken,
  Dot,
  Greater,
  GreaterOrEqual,
  LeftBrace,
  LeftParenthesis,
  Less,
  LessOrEqual,
  LineName,
  MonthDayToken,
  Name,
  NumberToken,
  PercentToken,
  Range,
  RightBrace,
  RightParenthesis,
  type Spelling,
  spellingOf,
  TextToken,
  TimeToken,
  word,
  ZoneToken,
} from "./tokens.ts";

/**
 * A token: chevrotain's, with what the parser and the tree need besides. Offsets are UTF-16, `endOffset` inclusive; the
 * `image` is in canonical form: a name after NFKC, a text's content, `2026-08-22`, `09:00`.
 */
export interface Token extends IToken {
  readonly endOffset: number;
  /** First on its line, or directly after a brace. */
  readonly startsLine: boolean;
  /** UTF-16 units since the line began. */
  readonly column: number;
  /** The `///` lines directly before it, joined by line breaks. */
  readonly doc: string | undefined;
}

/** A `//` or `///` comment, from its first slash to the end of its line. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly doc: boolean;
  /** True where nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** What one text is made of; tokens and comments in order. */
export interface Lexed {
  readonly tokens: Token[];
  readonly comments: readonly Comment[];
  readonly slips: readonly Slip[];
}

/** Parentheses and braces nested deeper than this are dropped and reported, so that no input exhausts the stack. */
const deepestNesting = 48;

/** Reads a whole item; total, and linear in the length of the text. */
export function lex(text: string): Lexed {
  const state: State = {
    text,
    at: 0,
    tokens: [],
    comments: [],
    slips: [],
    startsLine: true,
    lineStart: 0,
    doc: undefined,
    parentheses: 0,
    braces: 0,
  };
  while (state.at < text.length) step(state);
  return state;
}

interface State {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly slips: Slip[];
  startsLine: boolean;
  lineStart: number;
  doc: string | undefined;
  parentheses: number;
  braces: number;
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;

function step(state: State): void {
  const { text } = state;
  let { at } = state;
  let code = text.charCodeAt(at);
  while (code === SPACE || code === NEWLINE || code === RETURN) {
    at++;
    if (code !== SPACE) {
      state.startsLine = true;
      state.lineStart = at;
    }
    code = text.charCodeAt(at);
  }
  state.at = at;
  if (isAsciiLetter(code)) readWord(state);
  else if (isSpace(code)) state.at++;
  else if (isDigit(code)) readNumeral(state);
  else if (code < 128) readSign(state, code);
  else if (at < text.length) readForeign(state, code);
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 11 ||
    code === 12
  );
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** 1 for what goes on a word in ASCII, by code: a look instead of two calls for each letter. */
const goesOnWord = Uint8Array.from({ length: 128 }, (_, code) => (isAsciiLetter(code) || isDigit(code) ? 1 : 0));

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function push(state: State, tokenType: TokenType, start: number, end: number, image: string): void {
  state.tokens.push({
    image,
    startOffset: start,
    endOffset: end - 1,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
    tokenType,
    startsLine: state.startsLine,
    column: start - state.lineStart,
    doc: state.doc,
  });
  state.at = end;
  state.doc = undefined;
  state.startsLine = tokenType === LeftBrace || tokenType === RightBrace;
}

function slip(state: State, name: SlipName, start: number, end: number, newText: string | undefined): void {
  state.slips.push({ name, start, end, written: state.text.slice(start, end), newText });
}

// Names and words -----------------------------------------------------------------------------------------------------

// V8 reads a pattern as soon as it is made, and those that name classes of Unicode take it as long as a file of agreements.
// So here each is made where it is used, after what ASCII decides.

function readWord(state: State): void {
  const { text, at } = state;
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (code < 128 && goesOnWord[code] === 1) code = text.charCodeAt(++end);
  if (code > 127) end = foreignEnd(text, end);
  if (code === 47 && isAsciiLetter(text.charCodeAt(end + 1))) return readZone(state);
  const written = text.slice(at, end);
  if (code === 45 && joinsHyphen(text, end)) return readHyphenated(state, at, end);
  const spelling = spellingOf(code > 127 ? written.normalize("NFKC") : written);
  push(state, nameType(state, spelling, end), at, end, spelling.text);
}

function foreignEnd(text: string, from: number): number {
  const foreignName = /[\p{ID_Continue}・]+/uy;
  foreignName.lastIndex = from;
  return foreignName.test(text) ? foreignName.lastIndex : from;
}

/** The line rule: a property word that begins a line is never a name, unless `:` or `is` follows. */
function nameType(state: State, { head, word }: Spelling, end: number): TokenType {
  if (!state.startsLine) return word ?? Name;
  if (head && !namedAfterAll(state.text, end)) return head;
  return word ?? LineName;
}

/** True where what follows a word (`:` or `is`) makes it a name even at the start of a line. */
export function namedAfterAll(text: string, end: number): boolean {
  let at = end;
  let code = text.charCodeAt(at);
  while (code === SPACE || code === TAB || code === WIDE_SPACE) code = text.charCodeAt(++at);
  if (code === COLON || code === WIDE_COLON) return true;
  return text.startsWith("is", at) && !goesOn(text, at + 2);
}

/** True where a name that has begun before goes on at a place. */
export function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 ? foreignEnd(text, at) > at : isAsciiLetter(code) || isDigit(code);
}

const TAB = 9;
const WIDE_SPACE = 0x3000;
const COLON = 58;
const WIDE_COLON = 0xff1a;

const zone = /[A-Za-z0-9_+\-/]+/y;

function readZone(state: State): void {
  zone.lastIndex = state.at;
  const image = zone.exec(state.text)?.[0] ?? "";
  push(state, ZoneToken, state.at, state.at + image.length, image);
}

function joinsHyphen(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1);
  return isAsciiLetter(code) || (code > 127 && foreignStartsAt(text, at + 1));
}

function foreignStartsAt(text: string, at: number): boolean {
  const foreignStart = /[\p{ID_Start}_]/uy;
  foreignStart.lastIndex = at;
  return foreignStart.test(text);
}

const weekdays = new Set(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

/** `Mon-Fri` is meant as a range; `first-line` as one name, which cannot have a hyphen. */
function readHyphenated(state: State, start: number, firstEnd: number): void {
  const { text } = state;
  const hyphenated = /[\p{ID_Continue}・]+(?:-[\p{ID_Continue}・]+)*/uy;
  hyphenated.lastIndex = start;
  const written = hyphenated.exec(text)?.[0] ?? text.slice(start, firstEnd);
  const parts = written.split("-");
  if (parts.length === 2 && parts.every((part) => weekdays.has(part))) {
    const [first = "", last = ""] = parts;
    push(state, spellingOf(first).word ?? Name, start, firstEnd, first);
    slip(state, "range", firstEnd, firstEnd + 1, "..");
    push(state, Range, firstEnd, firstEnd + 1, "..");
    push(state, spellingOf(last).word ?? Name, firstEnd + 1, start + written.length, last);
    return;
  }
  const value = written.replaceAll("-", "_").normalize("NFKC");
  slip(state, "hyphen", start, start + written.length, value);
  push(state, state.startsLine ? LineName : Name, start, start + written.length, value);
}

function readQuotedName(state: State): void {
  const { text, at } = state;
  const line = lineEnd(text, at);
  const close = text.indexOf("`", at + 1);
  const closed = close >= 0 && close < line;
  const end = closed ? close + 1 : trimmedEnd(text, at, line);
  if (!closed) slip(state, "unclosed name", at, end, text.slice(at, end) + "`");
  const value = text.slice(at + 1, closed ? close : end).normalize("NFKC");
  push(state, state.startsLine ? LineName : Name, at, end, value);
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  return text.charCodeAt(end - 1) === RETURN && end - 1 > from ? end - 1 : end;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

// Numerals ------------------------------------------------------------------------------------------------------------

/** Bounded, so that a line of numbers and commas is not read again from each of them to its end. */
const numeralRun = /[0-9０-９:：/／.．_＿,，%％\-－]{1,400}/y;
const date = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const time = /^(\d{1,2}):(\d{2})(?!\d)/;
const monthDay = /^(\d{1,2})([-/])(\d{1,2})(?![\d-])/;
/** The first day of `12/29-1/3`. */
const monthDayOfRange = /^(\d{1,2})(\/)(\d{1,2})(?=-\d{1,2}\/\d{1,2}(?![\d/]))/;
const grouped = /^\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?/;
const number = /^\d[\d_]*(?:\.\d+)?/;

/** A numeral in any of its forms; the run is normalised first, code unit for code unit, so that offsets stay true. */
function readNumeral(state: State): void {
  const { text, at } = state;
  if (readJapaneseTime(state)) return;
  const digits = plainDigitsEnd(text, at);
  if (digits > at) {
    if (text.charCodeAt(digits) === PERCENT)
      return push(state, PercentToken, at, digits + 1, text.slice(at, digits + 1));
    if (readYen(state, at, digits, text.slice(at, digits))) return;
    push(state, NumberToken, at, digits, text.slice(at, digits));
    return joinPercent(state);
  }
  numeralRun.lastIndex = at;
  const written = numeralRun.exec(text)?.[0] ?? text.charAt(at);
  const run = written.normalize("NFKC");
  const [tokenType, length, value, slipped] = numeral(run, written);
  const end = at + length;
  if (tokenType === NumberToken && readYen(state, at, end, value)) return;
  if (slipped) slip(state, slipped, at, end, value);
  else if (written.slice(0, length) !== run.slice(0, length)) slip(state, "full-width", at, end, run.slice(0, length));
  push(state, tokenType, at, end, value);
  if (tokenType === NumberToken) joinPercent(state);
}

/** `2026年6月1日`, `6月1日`, `15時`, `15時30分`; a length of time (`4時間`) is none of them. */
function readJapaneseTime(state: State): boolean {
  const { text, at } = state;
  let digits = at + 1;
  while (isDigit(text.charCodeAt(digits)) || isWideDigit(text.charCodeAt(digits))) digits++;
  const unit = text.charAt(digits);
  if (unit !== "年" && unit !== "月" && unit !== "時") return false;
  const pattern = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/y;
  const written = text.slice(at, at + longestJapaneseTime).replace(/[０-９]/g, (digit) => digit.normalize("NFKC"));
  const found = pattern.exec(written);
  if (!found) return false;
  const [all, year, month, day, hour, minute, half] = found;
  const two = (digits: string | undefined) => (digits ?? "0").padStart(2, "0");
  const end = at + all.length;
  const value = hour === undefined ? `${two(month)}-${two(day)}` : `${two(hour)}:${half ? "30" : two(minute)}`;
  const image = year === undefined ? value : `${year}-${value}`;
  slip(state, hour === undefined ? "date" : "time", at, end, image);
  push(state, hour !== undefined ? TimeToken : year === undefined ? MonthDayToken : DateToken, at, end, image);
  return true;
}

/** Four digits, two and two, with a sign behind each. */
const longestJapaneseTime = 11;

function isWideDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

/** `5,000円`, `30万円`: the amount with its currency, as the language has it. */
function readYen(state: State, start: number, numberEnd: number, value: string): boolean {
  const { text } = state;
  let end = numberEnd;
  while (isSpace(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) < 128) return false;
  const unit = /^[千万億]?円/.exec(text.slice(end, end + 2))?.[0];
  if (unit === undefined || goesOn(text, end + unit.length)) return false;
  const amount = unit.length === 1 ? value : scaled(value, powers[unit.charAt(0)] ?? 0);
  if (amount === undefined) return false;
  slip(state, "currency", start, end + unit.length, `${amount} JPY`);
  push(state, NumberToken, start, numberEnd, amount);
  push(state, Name, end, end + unit.length, "JPY");
  return true;
}

/** `¥300,000`, as on invoices; the sign alone means nothing. */
function readYenSign(state: State): boolean {
  const { text, at } = state;
  const written = /^[¥￥][ ]?([\d,]{1,40})/.exec(text.slice(at, at + 42))?.[0];
  const amount = written?.slice(1).trim().replaceAll(",", "_");
  if (written === undefined || amount === undefined || !/^\d+(?:_\d{3})*$/.test(amount)) return false;
  const end = at + written.length;
  slip(state, "currency", at, end, `${amount} JPY`);
  push(state, NumberToken, at, end - 1, amount);
  push(state, Name, end - 1, end, "JPY");
  return true;
}

const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 億: 8 };

/** A number times a power of ten, in digits, with `_` between thousands; undefined where that is no whole number. */
function scaled(value: string, power: number): string | undefined {
  const [whole = "", fraction = ""] = value.replaceAll("_", "").split(".");
  if (fraction.length > power || whole.length > longestWhole) return undefined;
  const digits = (whole + fraction.padEnd(power, "0")).replace(/^0+(?=\d)/, "");
  return digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, "_");
}

const longestWhole = 15;

/** The end of ASCII digits with nothing behind them that belongs to a longer form but a `%`; `at` where there are none such. */
function plainDigitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return isSpace(code) || code === NEWLINE || code === RETURN || code === PERCENT || end === text.length ? end : at;
}

const PERCENT = 37;

type Numeral = [tokenType: TokenType, length: number, value: string, slip: SlipName | undefined];

function numeral(run: string, written: string): Numeral {
  const asDate = date.exec(run);
  if (asDate) {
    const value = `${asDate[1]}-${asDate[3]?.padStart(2, "0")}-${asDate[4]?.padStart(2, "0")}`;
    return [DateToken, asDate[0].length, value, otherwise("date", asDate[0], value, mayBeDate)];
  }
  const asTime = time.exec(run);
  if (asTime) {
    const value = `${asTime[1]?.padStart(2, "0")}:${asTime[2]}`;
    return [TimeToken, asTime[0].length, value, otherwise("time", asTime[0], value, mayBeTime)];
  }
  const asMonthDay = monthDay.exec(run) ?? monthDayOfRange.exec(run);
  if (asMonthDay) {
    const value = `${asMonthDay[1]?.padStart(2, "0")}-${asMonthDay[3]?.padStart(2, "0")}`;
    return [MonthDayToken, asMonthDay[0].length, value, otherwise("date", asMonthDay[0], value, mayBeDate)];
  }
  return plainNumber(run, written);
}

const mayBeTime = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const mayBeDate = /(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The slip where a date or a time is written otherwise; what no calendar and no clock shows has no better way to be written. */
function otherwise(slipped: SlipName, written: string, value: string, real: RegExp): SlipName | undefined {
  return value === written || !real.test(value) ? undefined : slipped;
}

function plainNumber(run: string, written: string): Numeral {
  const asGrouped = grouped.exec(run)?.[0];
  const image = asGrouped ?? number.exec(run)?.[0] ?? run.charAt(0);
  const value = image.replaceAll(",", "_");
  const slipped = asGrouped ? "grouping" : undefined;
  if (run.charAt(image.length) !== "%") return [NumberToken, image.length, value, slipped];
  const halfWidth = written.slice(0, image.length + 1) === run.slice(0, image.length + 1);
  return [PercentToken, image.length + 1, value + "%", slipped ?? (halfWidth ? undefined : "full-width")];
}

/** `10 %`: the sign may stand apart; the formatter joins it. */
function joinPercent(state: State): void {
  const { text } = state;
  let at = state.at;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text[at] !== "%" && text[at] !== "％") return;
  const last = state.tokens.pop();
  if (!last) return;
  if (text[at] === "％") slip(state, "full-width", at, at + 1, "%");
  state.startsLine = last.startsLine;
  state.doc = last.doc;
  push(state, PercentToken, last.startOffset, at + 1, last.image + "%");
}

// Texts ---------------------------------------------------------------------------------------------------------------

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”“"',
  "”": '”"',
  "„": '“”"',
  "「": "」",
  "『": "』",
  "＂": '＂"',
  "‘": "’",
};

function readText(state: State): void {
  const { text, at } = state;
  const plain = plainText(text, at);
  if (plain !== undefined) return push(state, TextToken, at, at + plain.length + 2, plain);
  const opener = text.charAt(at);
  const close = closers[opener] ?? '"';
  const line = lineEnd(text, at);
  let end = at + 1;
  while (end < line && !close.includes(text.charAt(end))) end += text[end] === "\\" ? 2 : 1;
  const closed = end < line;
  const contentEnd = closed ? end : trimmedEnd(text, at, line);
  const value = text.slice(at + 1, contentEnd).replace(/\\(["\\])/g, "$1");
  const whole = closed ? end + 1 : contentEnd;
  if (!closed) slip(state, "unclosed text", at, whole, quoted(value));
  else if (opener !== '"') slip(state, "quotes", at, whole, quoted(value));
  push(state, TextToken, at, whole, value);
}

/** The content of a text in straight quotes on one line with nothing escaped: nearly every text. */
function plainText(text: string, at: number): string | undefined {
  const close = text.charCodeAt(at) === QUOTE ? text.indexOf('"', at + 1) : -1;
  if (close < 0) return undefined;
  const content = text.slice(at + 1, close);
  return content.includes("\n") || content.includes("\\") ? undefined : content;
}

/** A text in straight quotes, with what must be escaped escaped. */
export function quoted(value: string): string {
  return '"' + value.replace(/["\\]/g, "\\$&") + '"';
}

// Signs ---------------------------------------------------------------------------------------------------------------

const COMMA = 44;
const QUOTE = 34;

function readSign(state: State, code: number): void {
  const { text, at } = state;
  if (code === COMMA) return push(state, Comma, at, at + 1, ",");
  if (code === COLON) return push(state, Colon, at, at + 1, ":");
  if (code === QUOTE) return readText(state);
  const next = text.charAt(at + 1);
  const sign = text.charAt(at);
  if (sign === "{" || sign === "}") readBrace(state, sign);
  else if (sign === "|" && next !== "|") push(state, Bar, at, at + 1, sign);
  else if (sign === "(" || sign === ")") readParenthesis(state, sign);
  else if (sign === "`") readQuotedName(state);
  else if (sign === "/" && next === "/") readComment(state, 2);
  else if (sign === "#") {
    slip(state, "comment", at, at + 1, "//");
    readComment(state, 1);
  } else if (!readOperator(state, sign, next)) readStray(state, code);
}

function readOperator(state: State, sign: string, next: string): boolean {
  const { at } = state;
  switch (sign + next) {
    case "..":
      push(state, Range, at, at + (state.text[at + 2] === "." ? 3 : 2), "..");
      return true;
    case "->":
      push(state, Arrow, at, at + 2, "->");
      return true;
    case "<=":
    case ">=":
      push(state, sign === "<" ? LessOrEqual : GreaterOrEqual, at, at + 2, sign + next);
      return true;
    case "=>":
      if (!isInTable(state)) return readReversed(state, next);
      slip(state, "dash", at, at + 2, "->");
      push(state, Arrow, at, at + 2, "->");
      return true;
    case "=<":
      return readReversed(state, next);
    case "==":
      return operatorWord(state, 2, "is");
    case "!=":
      slip(state, "operator", at, at + 2, "is not");
      push(state, word("is"), at, at + 1, "is");
      push(state, word("not"), at + 1, at + 2, "not");
      return true;
    case "&&":
      return operatorWord(state, 2, "and");
    case "||":
      return operatorWord(state, 2, "or");
    default:
      return readSingle(state, sign);
  }
}

/** `=<` and `=>` in a condition. */
function readReversed(state: State, sign: string): boolean {
  const { at } = state;
  slip(state, "operator", at, at + 2, sign + "=");
  push(state, sign === "<" ? LessOrEqual : GreaterOrEqual, at, at + 2, sign + "=");
  return true;
}

/** Whether the line is the head of a table, or a row of one, which begins with a value. */
function isInTable({ tokens }: State): boolean {
  const first = tokens.findLastIndex(({ startsLine }) => startsLine);
  const before = tokens[first - 1]?.tokenType.name ?? "";
  const begins = tokens[first]?.tokenType.name ?? "";
  return begins === "line table" || (!begins.startsWith("line ") && !opensCondition.test(before));
}

/** After these a condition goes on in the next line. */
const opensCondition = /^(?:word (?:and|or|not|when)|\(|,)$/;

function readSingle(state: State, sign: string): boolean {
  const { at } = state;
  switch (sign) {
    case ".":
      push(state, Dot, at, at + 1, ".");
      return true;
    case "<":
    case ">":
      push(state, sign === "<" ? Less : Greater, at, at + 1, sign);
      return true;
    case "-":
      readHyphen(state);
      return true;
    case "=":
      return operatorWord(state, 1, "is");
    case "!":
      return operatorWord(state, 1, "not");
    case ";":
      slip(state, "semicolon", at, at + 1, "");
      state.at++;
      return true;
    default:
      return false;
  }
}

/** An operator of programming languages in the place of a word. */
function operatorWord(state: State, length: number, meant: string): boolean {
  const { text, at } = state;
  const before = isSpace(text.charCodeAt(at - 1)) ? "" : " ";
  const after = isSpace(text.charCodeAt(at + length)) ? "" : " ";
  slip(state, "operator", at, at + length, before + meant + after);
  push(state, word(meant), at, at + length, meant);
  return true;
}

function readBrace(state: State, sign: "{" | "}"): void {
  const { at } = state;
  const depth = sign === "{" ? ++state.braces : state.braces--;
  state.braces = Math.max(0, state.braces);
  if (depth > deepestNesting) return dropDeep(state, sign === "{" && depth === deepestNesting + 1);
  push(state, sign === "{" ? LeftBrace : RightBrace, at, at + 1, sign);
}

function readParenthesis(state: State, sign: "(" | ")"): void {
  const { at } = state;
  const depth = sign === "(" ? ++state.parentheses : state.parentheses--;
  state.parentheses = Math.max(0, state.parentheses);
  if (depth > deepestNesting) return dropDeep(state, sign === "(" && depth === deepestNesting + 1);
  push(state, sign === "(" ? LeftParenthesis : RightParenthesis, at, at + 1, sign);
}

function dropDeep(state: State, first: boolean): void {
  if (first) slip(state, "nesting", state.at, state.at + 1, undefined);
  state.at++;
}

function readComment(state: State, slashes: number): void {
  const { text, at } = state;
  const end = lineEnd(text, at);
  const doc = slashes === 2 && text[at + 2] === "/" && text[at + 3] !== "/";
  state.comments.push({ start: at, end, doc, ownLine: state.startsLine && !afterBrace(state) });
  if (doc) {
    const line = text.slice(at + 3, end).trim();
    state.doc = state.doc === undefined ? line : state.doc + "\n" + line;
  }
  state.at = end;
}

/** A brace makes the next token start a line, but a comment after it is still on the brace's line. */
function afterBrace(state: State): boolean {
  const last = state.tokens.at(-1);
  if (last?.tokenType !== LeftBrace && last?.tokenType !== RightBrace) return false;
  return !state.text.slice(last.endOffset, state.at).includes("\n");
}

function readStray(state: State, code: number): void {
  const strayRun = /[^\s\p{ID_Start}_0-9０-９:：/／,、，|｜{}｛｝()（）"“”„「『＂‘`<>＜＞.=!;；#－・-]+/uy;
  strayRun.lastIndex = state.at;
  const image = strayRun.exec(state.text)?.[0];
  if (image !== undefined && image in signsOfTypes && state.tokens.at(-1)?.tokenType === Colon)
    return push(state, Name, state.at, state.at + image.length, signsOfTypes[image] ?? image);
  const end = state.at + (image?.length ?? (code >= 0xd800 && code <= 0xdbff ? 2 : 1));
  slip(state, "stray", state.at, end, undefined);
  state.at = Math.min(end, state.text.length);
}

// Beyond ASCII --------------------------------------------------------------------------------------------------------

/** Signs that people write for what a field holds, as in `rate: %`; they are names, so that the check of types can tell what is meant. */
const signsOfTypes: Readonly<Record<string, string>> = { "%": "%", "％": "%", "¥": "¥", "￥": "¥", $: "$", "€": "€" };

const fullWidth: Readonly<Record<string, string>> = {
  "：": ":",
  "、": ",",
  "，": ",",
  "｜": "|",
  "｛": "{",
  "｝": "}",
  "（": "(",
  "）": ")",
  "。": "",
  "；": "",
  "＜": "<",
  "＞": ">",
  "≦": "<=",
  "≤": "<=",
  "≧": ">=",
  "≥": ">=",
  "＝": " is ",
  "≠": " is not ",
  "→": "->",
  "⇒": "->",
  "．": ".",
  "…": "..",
  "‥": "..",
};
const dashes = "–—‐‑−－ー〜～ｰ";

function readForeign(state: State, code: number): void {
  const { text, at } = state;
  const sign = text.charAt(at);
  if (code >= 0xff10 && code <= 0xff19) readNumeral(state);
  else if (sign in closers) readText(state);
  else if (sign in fullWidth) readFullWidth(state, sign);
  else if (foreignStartsAt(text, at)) readForeignName(state);
  else if (dashes.includes(sign)) readDash(state, sign);
  else if ((sign === "¥" || sign === "￥") && readYenSign(state)) return;
  else readStray(state, code);
}

/** `2026年6月1日から7月1日`: the word stands between dates as a sign of range does. */
function readFrom(state: State): boolean {
  const { text, at } = state;
  const last = state.tokens.at(-1);
  const isAfterDay = last?.tokenType === DateToken || last?.tokenType === MonthDayToken;
  if (!isAfterDay || last.endOffset + 1 !== at || !text.startsWith("から", at)) return false;
  slip(state, "range", at, at + 2, "..");
  push(state, Range, at, at + 2, "..");
  return true;
}

function readForeignName(state: State): void {
  if (readFrom(state)) return;
  const { text, at } = state;
  const end = foreignEnd(text, at);
  const written = text.slice(at, end);
  const spelling = spellingOf(written.normalize("NFKC"));
  // A word of the language in full-width letters is meant as that word.
  const type = nameType(state, spelling, end);
  if (type !== Name && type !== LineName) slip(state, "full-width", at, end, spelling.text);
  push(state, type, at, end, spelling.text);
}

const singleSigns: Readonly<Record<string, TokenType>> = {
  ":": Colon,
  ",": Comma,
  "|": Bar,
  "<": Less,
  ">": Greater,
  "<=": LessOrEqual,
  ">=": GreaterOrEqual,
  "->": Arrow,
  ".": Dot,
  "..": Range,
};

function readFullWidth(state: State, sign: string): void {
  const { at } = state;
  const meant = fullWidth[sign] ?? "";
  slip(state, "full-width", at, at + 1, meant);
  const type = singleSigns[meant];
  if (type) push(state, type, at, at + 1, meant);
  else if (meant === "{" || meant === "}") readBrace(state, meant);
  else if (meant === "(" || meant === ")") readParenthesis(state, meant);
  else if (meant === " is not ") {
    push(state, word("is"), at, at + 1, "is");
    push(state, word("not"), at + 1, at + 1, "not");
  } else if (meant === " is ") push(state, word("is"), at, at + 1, "is");
  else state.at++;
}

/** Between days it means a range. */
function readHyphen(state: State): void {
  const { at } = state;
  const before = state.tokens.at(-1)?.tokenType;
  if (before !== DateToken && before !== MonthDayToken) return push(state, Dash, at, at + 1, "-");
  slip(state, "range", at, at + 1, "..");
  push(state, Range, at, at + 1, "..");
}

/** A long dash or a wave: between times it means `-`, elsewhere a range. */
function readDash(state: State, sign: string): void {
  const { at } = state;
  const [type, meant] =
    state.tokens.at(-1)?.tokenType === TimeToken ? ([Dash, "-"] as const) : ([Range, ".."] as const);
  slip(state, "dash", at, at + sign.length, meant);
  push(state, type, at, at + sign.length, meant);
}
