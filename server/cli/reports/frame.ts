import { displayWidth } from "../../core/format/width.ts";
import type { Span } from "../../core/syntax/tree.ts";
import { type Lines, lineEnd, positionAt } from "../../core/text/lines.ts";
import { paint, type Style } from "../colour.ts";
import type { Terminal } from "../terminal.ts";

/** The line that spans begin on, with its number and marks under what is meant; a long line is cut around the first of them. */
export function codeFrame(
  lines: Lines,
  spans: readonly [Span, ...Span[]],
  style: Style,
  screen: Pick<Terminal, "colours" | "columns">,
): readonly string[] {
  const { line } = positionAt(lines, spans[0].start);
  const number = String(line + 1);
  const width = Math.max(24, screen.columns - number.length - 5);
  // Of a line without end only what is near is looked at, since each finding on it has a frame.
  const from = Math.max(lines.starts[line] ?? 0, spans[0].start - mostWidths * width);
  const written = lines.text
    .slice(from, Math.min(lineEnd(lines, line), spans[0].start + mostWidths * width))
    .replaceAll("\t", " ")
    .replace(/[\0-\x1f\x7f]/g, "�");
  const marked = spans.map(({ start, end }) => ({ start: start - from, end: end - from }));
  const shown = cut(written, marked[0]?.start ?? 0, width);
  const gutter = (text: string) => paint(screen, "dim", `${text.padStart(number.length + 2)} │ `);
  return [gutter(number) + shown.text, gutter("") + paint(screen, style, marksUnder(shown, marked))];
}

/** Many characters have no width of their own; a line is cut rightly if it is looked at for so many widths to either side. */
const mostWidths = 4;

interface Cut {
  readonly text: string;
  /** Where in the line what is shown begins, less the ellipsis before it. */
  readonly shift: number;
}

function cut(line: string, start: number, width: number): Cut {
  if (displayWidth(line) <= width) return { text: line, shift: 0 };
  let from = Math.max(0, start - Math.floor(width / 4));
  while (from > 0 && displayWidth(line.slice(from - 1)) < width) from -= 1; // what ends before the margin leaves room
  let to = Math.min(line.length, from + width - 2);
  while (displayWidth(line.slice(from, to)) > width - 2) to -= 1; // two columns for the ellipses
  const before = from > 0 ? "…" : "";
  return { text: before + line.slice(from, to) + (to < line.length ? "…" : ""), shift: from - before.length };
}

function marksUnder({ text, shift }: Cut, spans: readonly Span[]): string {
  let under = "";
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const [first, last] = [start - shift, Math.min(end - shift, text.length)];
    const gap = displayWidth(text.slice(0, first)) - displayWidth(under);
    const isSeen = first >= 0 && first <= text.length && gap >= 0;
    if (isSeen) under += " ".repeat(gap) + "^".repeat(Math.max(1, displayWidth(text.slice(first, last))));
  }
  return under;
}
