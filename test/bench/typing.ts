import { random as randomFrom } from "../harness/random.ts";

/** One keystroke: what stands at an offset is replaced. */
export interface Keystroke {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Keystrokes as a person makes them in a text: a word typed letter by letter and taken back again, in clause bodies, in
 * names of declarations (which others refer to), in comments, at the top, the bottom and everywhere between.
 */
export function keystrokes(text: string, count: number, seed: number): readonly Keystroke[] {
  const random = randomFrom(seed);
  const lines = lineStarts(text);
  const strokes: Keystroke[] = [];
  for (let burst = 0; strokes.length < count; burst++) {
    const line = lines[lineFor(burst, lines.length, random.below)] ?? 0;
    const at = placeIn(text, line, burst);
    const word = random.pick(words);
    for (let typed = 0; typed < word.length; typed++)
      strokes.push({ start: at + typed, end: at + typed, newText: word[typed] ?? "" });
    for (let left = word.length; left > 0; left--) strokes.push({ start: at + left - 1, end: at + left, newText: "" });
  }
  return strokes.slice(0, count);
}

/** The text after a keystroke. */
export function after(text: string, { start, end, newText }: Keystroke): string {
  return text.slice(0, start) + newText + text.slice(end);
}

const words = ["x", "by ", "Sup", "{\n", "}\n", '"', "team ", "営業", "// ", "within 4 business hours"];

function lineFor(burst: number, lines: number, below: (limit: number) => number): number {
  switch (burst % 4) {
    case 0:
      return below(Math.min(20, lines));
    case 1:
      return lines - 1 - below(Math.min(20, lines));
    default:
      return below(lines);
  }
}

/** In turn: inside the line's second word, which is a name where the line declares one; at its end; at its start. */
function placeIn(text: string, line: number, burst: number): number {
  const newline = text.indexOf("\n", line);
  const end = newline < 0 ? text.length : newline;
  if (burst % 3 === 0) return end;
  if (burst % 3 === 1) return line;
  const second = /^\s*\S+\s+\S/.exec(text.slice(line, end));
  return second ? line + second[0].length : end;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
