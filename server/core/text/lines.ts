/** A place as editors count it: zero-based line, zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where each line of a text begins. Lines end with LF, CRLF or a lone CR, as the Language Server Protocol has it. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The line index of a text. */
export function linesOf(text: string): Lines {
  return { text, starts: text.includes("\r") ? startsAfterAnyEnding(text) : startsAfterLineFeeds(text) };
}

/** The position of an offset; an offset outside the text counts as its nearest end. */
export function positionAt(lines: Lines, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.text.length));
  const line = lineAt(lines, inside);
  return { line, character: inside - (lines.starts[line] ?? 0) };
}

/** The offset of a position; a character beyond its line counts as the line's end, a line beyond the text as the text's end. */
export function offsetAt(lines: Lines, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines.starts[position.line];
  if (start === undefined) return lines.text.length;
  return Math.max(start, Math.min(start + position.character, lineEnd(lines, position.line)));
}

/** The zero-based line that holds an offset inside the text. */
export function lineAt(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The offset at which a line ends, its line break excluded. */
export function lineEnd(lines: Lines, line: number): number {
  const next = lines.starts[line + 1];
  if (next === undefined) return lines.text.length;
  return lines.text.startsWith("\r\n", next - 2) ? next - 2 : next - 1;
}

function startsAfterLineFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAnyEnding(text: string): number[] {
  const starts = [0];
  const ending = /\r\n?|\n/g;
  while (ending.test(text)) starts.push(ending.lastIndex);
  return starts;
}
