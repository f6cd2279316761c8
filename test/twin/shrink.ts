/* A mismatch made small: blocks, lines and items of lists are left out while it stays. */

/** The smallest text found for which something stays true; `holds` is true of `text` itself. */
export function shrunk(text: string, holds: (text: string) => boolean): string {
  let best = text;
  for (let smaller = oneStep(best, holds); smaller !== undefined; smaller = oneStep(best, holds)) best = smaller;
  return best;
}

function oneStep(text: string, holds: (text: string) => boolean): string | undefined {
  for (const candidate of smallerTexts(text)) if (candidate !== text && holds(candidate)) return candidate;
  return undefined;
}

/** Larger parts first. */
function* smallerTexts(text: string): Generator<string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const blocks = lines.map((_, index) => endOfBlock(lines, index));
  const bySize = [...lines.keys()].sort((a, b) => (blocks[b] ?? 0) - b - (blocks[a] ?? 0) + a);
  for (const index of bySize) {
    if (lines[index]?.trim() === "}") continue;
    yield [...lines.slice(0, index), ...lines.slice(blocks[index])].join("\n");
  }
  for (const [index, line] of lines.entries())
    for (const shorter of shorterLines(line)) yield lines.with(index, shorter).join("\n");
}

/** The index behind the block that a line begins, or behind the line. */
function endOfBlock(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    depth += count(lines[index], "{") - count(lines[index], "}");
    if (depth <= 0) return index + 1;
  }
  return lines.length;
}

function count(line: string | undefined, sign: string): number {
  return (line?.replace(/"[^"]*"/g, "").split(sign).length ?? 1) - 1;
}

/** A line without one item of a list, without its condition or a part of it, without `because`. */
function* shorterLines(line: string): Generator<string> {
  yield line.replace(/ when .*?( because .*| \{|)$/, "$1");
  yield line.replace(/ because "[^"]*"$/, "");
  for (const match of line.matchAll(/ (?:and|or) (?:[^()"]*?)(?= and | or | \{|\)|$)/g)) yield without(line, match);
  for (const match of line.matchAll(/(?<=when |\()(?:[^()"]*?) (?:and|or) /g)) yield without(line, match);
  for (const match of line.matchAll(/, [^,{}|"]+?(?= \w+ |,| \{| \}|$)/g)) yield without(line, match);
  for (const match of line.matchAll(/(?<= )[^,{} "]+, /g)) yield without(line, match);
}

function without(line: string, match: RegExpExecArray): string {
  return line.slice(0, match.index) + line.slice(match.index + match[0].length);
}
