/** A place in one file of a fixture; offsets into the text without marks. */
export interface Mark {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What a test writes down: files, cursors and marked stretches. */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly cursors: readonly { readonly path: string; readonly offset: number }[];
  readonly marks: readonly Mark[];
}

const separator = /^\/\/ === (\S+)\n/m;
const markLine = /^[ ]*\^+[^\n]*$/;

/**
 * Reads a fixture. `// === company.sla` begins a file (without one, all is `test.sla`), `$0` is a cursor, and a line of
 * `^^^ label` marks what stands above it. Indentation that all lines share is taken away.
 */
export function fixture(marked: string): Fixture {
  const files = new Map<string, string>();
  const cursors: { path: string; offset: number }[] = [];
  const marks: Mark[] = [];
  for (const [path, text] of splitFiles(outdented(marked))) {
    const read = readMarks(path, text);
    files.set(path, read.text);
    cursors.push(...read.cursors.map((offset) => ({ path, offset })));
    marks.push(...read.marks);
  }
  return { files, cursors, marks };
}

/** The only cursor of a fixture; fails where there is none. */
export function cursorOf(given: Fixture): { readonly path: string; readonly offset: number } {
  const [cursor] = given.cursors;
  if (!cursor) throw new Error("this fixture needs a $0");
  return cursor;
}

/** The fixture's text with the marks as lines of `^^^ label` below what they mark, the way `fixture` reads them. */
export function drawn(files: ReadonlyMap<string, string>, marks: readonly Mark[]): string {
  const parts = [...files].map(([path, text]) => {
    const drawing = drawMarks(
      text,
      marks.filter((mark) => mark.path === path),
    );
    return files.size > 1 ? `// === ${path}\n${drawing}` : drawing;
  });
  return parts.join("\n");
}

/** Takes away the indentation that all lines share, the first line break and trailing blanks of the last line. */
export function outdented(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(shared)).join("\n");
}

function splitFiles(text: string): [path: string, text: string][] {
  if (!separator.test(text)) return [["test.sla", text]];
  const parts = text.split(new RegExp(separator, "gm")).slice(1);
  const files: [string, string][] = [];
  for (let at = 0; at < parts.length; at += 2) files.push([parts[at] ?? "", parts[at + 1] ?? ""]);
  return files;
}

function readMarks(path: string, marked: string) {
  const cursors: number[] = [];
  const marks: Mark[] = [];
  let text = "";
  let lineStart = 0;
  for (const line of marked.split(/(?<=\n)/)) {
    if (markLine.test(line.replace(/\n$/, ""))) {
      marks.push(...marksOf(path, line, lineStart));
      continue;
    }
    lineStart = text.length;
    const pieces = line.split("$0");
    pieces.forEach((piece, index) => {
      if (index > 0) cursors.push(text.length);
      text += piece;
    });
  }
  return { text, cursors, marks };
}

function marksOf(path: string, line: string, lineStart: number): Mark[] {
  return [...line.matchAll(/(\^+)([^\n^]*)/g)].map((found) => ({
    path,
    start: lineStart + found.index,
    end: lineStart + found.index + (found[1] ?? "").length,
    label: (found[2] ?? "").trim(),
  }));
}

function drawMarks(text: string, marks: readonly Mark[]): string {
  const left = [...marks].sort((a, b) => a.start - b.start);
  let lineStart = 0;
  let drawing = "";
  for (const line of text.split(/(?<=\n)/)) {
    drawing += line;
    const lineEnd = lineStart + line.length;
    for (let mark = left[0]; mark && mark.start < lineEnd; mark = left[0]) {
      left.shift();
      const length = Math.max(1, Math.min(mark.end, lineEnd) - mark.start);
      drawing += (line.endsWith("\n") ? "" : "\n") + " ".repeat(mark.start - lineStart) + "^".repeat(length);
      drawing += (mark.label ? " " + mark.label : "") + "\n";
    }
    lineStart = lineEnd;
  }
  return drawing;
}
