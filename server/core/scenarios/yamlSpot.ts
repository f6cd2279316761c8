import type { Span } from "../syntax/tree.ts";
import { readHalfYaml, type YamlMap, type YamlNode, type YamlScalar } from "./yaml.ts";

/** A way from the top of a YAML document inwards: keys, and the indices of lists. */
export type YamlPath = readonly (string | number)[];

/** Where something is written, or is about to be, in a YAML file; the span is that of the written part, without quotes. */
export interface YamlSpot extends Span {
  /** Of a value the keys that lead to it; of a key those that lead to its mapping. */
  readonly path: YamlPath;
  /** A word alone on its line counts as a key to be, though a value can stand so too. */
  readonly role: "key" | "value";
  readonly text: string;
  /** The mappings around it, outermost first, with their whole contents. */
  readonly around: readonly YamlMap[];
  /** Whether a colon follows, so that a key needs none. */
  readonly hasColon: boolean;
  /** Whether it stands in quotes. */
  readonly isQuoted: boolean;
}

/** The key or value that an offset touches, as for a hover; undefined in comments and between things. */
export function yamlSpotAt(text: string, offset: number): YamlSpot | undefined {
  return first(readHalfYaml(text), (found) => {
    const { scalar } = found;
    return scalar.start <= offset && offset <= scalar.end && scalar.end > scalar.start
      ? spotOf(text, found)
      : undefined;
  });
}

/** What is being written at an offset, as for completion; the file may be half-written. Undefined in comments. */
export function yamlCursorAt(text: string, offset: number): YamlSpot | undefined {
  // A word alone on its line would be read as one text with the line below.
  const isAlone = beginsLine(text, wordStart(text, offset)) && /^[^\S\n]*(?:\n|$)/.test(text.slice(offset));
  const marked = text.slice(0, offset) + mark + (isAlone ? ":" : "") + text.slice(offset);
  const lineEnd = marked.indexOf("\n", offset);
  // What follows a bracket that is not closed yet can make the whole unreadable: then only what comes before counts.
  const tries = lineEnd < 0 ? [marked] : [marked, marked.slice(0, lineEnd)];
  for (const each of tries) {
    const spot = first(readHalfYaml(each), (found) =>
      found.scalar.text.includes(mark) ? cursorOf(each, found, offset) : undefined,
    );
    if (spot) return { ...spot, hasColon: spot.hasColon && !isAlone };
  }
  return undefined;
}

// A character that nobody writes, from the area for private use.
const mark = "\ue0a7";

interface Found {
  readonly scalar: YamlScalar;
  readonly path: YamlPath;
  readonly role: YamlSpot["role"];
  readonly around: readonly YamlMap[];
}

function first<T>(documents: readonly YamlNode[], wanted: (found: Found) => T | undefined): T | undefined {
  const visit = (node: YamlNode, path: YamlPath, around: readonly YamlMap[]): T | undefined => {
    switch (node.kind) {
      case "nothing":
        return undefined;
      case "scalar":
        return wanted({ scalar: node, path, role: "value", around });
      case "list":
        return firstOf(node.items, (item, index) => visit(item, [...path, index], around));
      case "map":
        return firstOf(node.entries, ({ key, value }) => {
          const inner = [...around, node];
          return wanted({ scalar: key, path, role: "key", around: inner }) ?? visit(value, [...path, key.text], inner);
        });
    }
  };
  return firstOf(documents, (document) => visit(document, [], []));
}

function firstOf<A, B>(all: readonly A[], wanted: (one: A, index: number) => B | undefined): B | undefined {
  for (const [index, one] of all.entries()) {
    const found = wanted(one, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function spotOf(text: string, { scalar, path, role, around }: Found): YamlSpot {
  const isQuoted = /["']/.test(text[scalar.start] ?? "");
  const edge = isQuoted ? 1 : 0;
  return {
    path,
    role,
    text: scalar.text,
    around,
    hasColon: /^\s*:/.test(text.slice(scalar.end, scalar.end + 9)),
    isQuoted,
    start: scalar.start + edge,
    end: Math.max(scalar.start + edge, scalar.end - edge),
  };
}

/** The spot before the mark, in offsets of the text without it. */
function cursorOf(marked: string, found: Found, offset: number): YamlSpot | undefined {
  const spot = spotOf(marked, found);
  if (spot.start > offset) return undefined;
  const before = marked.slice(spot.start, offset);
  // A plain text goes on over lines, and so seems to contain what is now begun below it.
  const lineStart = before.lastIndexOf("\n") + 1;
  const isBelow = lineStart > 0 && !spot.isQuoted;
  const start = spot.start + (isBelow ? lineStart + (/^[ \t]*/.exec(before.slice(lineStart))?.[0].length ?? 0) : 0);
  return { ...spot, text: marked.slice(start, offset), start, end: offset };
}

/** Where the word before an offset begins; keys have spaces in them. */
function wordStart(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return offset - (/[^\s\-{}[\]:,#"'&*!|>][^{}[\]:,#"'\n]*$/.exec(line)?.[0].length ?? 0);
}

/** Whether nothing but space and the dash of a list stands before on the line. */
function beginsLine(text: string, at: number): boolean {
  return /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));
}
