/** What a range touches. */
import { bodyOf, childrenOf } from "../syntax/path.ts";
import type { Item, Node, Span } from "../syntax/tree.ts";

/**
 * The declarations of an item that a range touches, or their clauses where it touches nothing else of them: whole, each
 * with the comments above and beside it. Offsets are the item's.
 */
export function touchedRegions({ text, declarations }: Item, range: Span): Span[] {
  return touchedIn(text, declarations, range);
}

function touchedIn(text: string, nodes: readonly Node[], range: Span): Span[] {
  return nodes.flatMap((node) => {
    const whole = withComments(text, node);
    if (!touches(whole, range)) return [];
    return touchedClauses(text, node, range) ?? [whole];
  });
}

/** Undefined where the range touches more of the node than clauses in its body. */
function touchedClauses(text: string, node: Node, range: Span): Span[] | undefined {
  const body = bodyOf(node);
  if (!body || range.start <= body.start || range.end >= body.end) return undefined;
  const touched = childrenOf(node).filter(
    (child) => child.start > body.start && touches(withComments(text, child), range),
  );
  if (touched.length === 0 || !touched.every(({ kind }) => clauses.has(kind))) return undefined;
  return touchedIn(text, touched, range);
}

const clauses = new Set(["handle", "handle case", "commit", "commit case", "guarantee", "owe"]);

function touches(whole: Span, range: Span): boolean {
  return whole.start < range.end && range.start <= whole.end;
}

/** A node from the end of what stands before it and the comments above it, to the end of the comment beside it. */
function withComments(text: string, node: Span): Span {
  const beside = /^[^\S\n]*(?:\/\/[^\n]*)?(?=\n|$)/.exec(text.slice(node.end, lineEnd(text, node.end)));
  return { start: aboveComments(text, node.start), end: node.end + (beside?.[0].length ?? 0) };
}

/** The end of the last line above that is neither empty nor a comment, or of what stands before on the same line. */
function aboveComments(text: string, start: number): number {
  let line = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(line, start).trim() !== "") return text.slice(0, start).trimEnd().length;
  while (line > 0) {
    const above = line < 2 ? 0 : text.lastIndexOf("\n", line - 2) + 1;
    const content = text.slice(above, line).trim();
    if (content !== "" && !content.startsWith("//")) break;
    line = above;
  }
  return text.slice(0, line).trimEnd().length;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}
