import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node as LibraryNode,
  parseAllDocuments,
  type YAMLMap,
  type YAMLParseError,
} from "yaml";
import type { Span } from "../syntax/tree.ts";
import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { yamlError } from "./yamlErrors.ts";
import { openingNotClosed } from "./yamlOpenings.ts";

/** A single value; `text` is what stands there, quotes and escapes resolved: numbers are not interpreted. */
export interface YamlScalar extends Span {
  readonly kind: "scalar";
  readonly text: string;
}

/** A list, in the order of the file. */
export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

/** Keys and values in the order of the file; of a key that is given twice the first. */
export interface YamlMap extends Span {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
}

/** A place where a value may stand and none does: empty, `~` or `null`. */
export interface YamlNothing extends Span {
  readonly kind: "nothing";
}

/** A key and what stands for it. */
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** YAML (and so JSON) as readonly data; spans are UTF-16 offsets into the text. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlNothing;

/** What a text holds; where the YAML itself is broken there are only problems. */
export interface YamlText {
  readonly documents: readonly YamlNode[];
  readonly problems: readonly Problem[];
}

// The library needs a second and a hundred megabytes for each million; beyond this a program had better split its export.
const longestText = 8_000_000;

/** Reads YAML or JSON, one document or several; never throws. */
export function readYaml(text: string): YamlText {
  if (text.length > longestText) return unreadable({ start: 0, end: 0 }, messages.tooLarge(longestText / 1_000_000));
  try {
    // The library compares every key with every other; `convertEntries` does it once for each.
    const parsed = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, schema: "failsafe" });
    const errors = parsed.flatMap((document) => document.errors);
    const deep = errors.find((error) => error.code === "RESOURCE_EXHAUSTION");
    if (deep) return unreadable(spanOf(deep.pos, text), messages.nestedTooDeeply());
    if (errors.length > 0)
      return { documents: [], problems: causesOf(errors, text).map((error) => brokenAt(error, text)) };
    const problems: Problem[] = [];
    const documents = parsed.map((document) => convertDocument(document, problems));
    return { documents: documents.filter((node) => node.kind !== "nothing"), problems };
  } catch (error) {
    if (error instanceof RangeError) return unreadable({ start: 0, end: 0 }, messages.nestedTooDeeply());
    return unreadable(
      { start: 0, end: 0 },
      messages.brokenYaml(yamlError("", error instanceof Error ? error.message : String(error))),
    );
  }
}

/** Reads what there is of a file that is being written, whatever is wrong with it: what could not be read is left out. */
export function readHalfYaml(text: string): readonly YamlNode[] {
  if (text.length > longestText) return [];
  try {
    const parsed = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, schema: "failsafe" });
    return parsed.map((document) => convertDocument(document, []));
  } catch {
    return []; // nested too deeply
  }
}

const mostErrors = 20;

function unreadable(span: Span, message: Problem["message"]): YamlText {
  return { documents: [], problems: [problemAt(span, message)] };
}

/** One error a line, and after the first none that only says that nothing fits any more: the library goes on, and finds what follows from it. */
function causesOf(errors: readonly YAMLParseError[], text: string): readonly YAMLParseError[] {
  const causes: YAMLParseError[] = [];
  let reached = -1;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const isNext = text.slice(Math.max(0, reached), error.pos[0]).includes("\n");
    if (causes.length > 0 && (!isNext || consequences.has(error.code))) continue;
    causes.push(error);
    reached = error.pos[0];
  }
  return causes.slice(0, mostErrors);
}

const consequences: ReadonlySet<string> = new Set([
  "UNEXPECTED_TOKEN",
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
]);

/** What is not closed is told where it opens. */
function brokenAt({ pos, code, message }: YAMLParseError, text: string): Problem {
  const closing = unclosed.exec(message)?.[1];
  const opening = closing === undefined ? undefined : openingNotClosed(text, closing, pos[0]);
  return problemAt(opening ?? spanOf(pos, text), messages.brokenYaml(yamlError(code, message)));
}

const unclosed = /(?:^Missing closing |must .*end with a )(.)/;

/** The entry of a key, if there is one. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.text === key);
}

interface Conversion {
  readonly anchors: Map<string, YamlNode>;
  readonly problems: Problem[];
}

function convertDocument(document: Document.Parsed, problems: Problem[]): YamlNode {
  const conversion: Conversion = { anchors: new Map(), problems };
  return convert(document.contents, { start: document.range[0], end: document.range[0] }, conversion);
}

/** `missing` is the place of a node that is not there. Aliases share the node they name, so nothing multiplies. */
function convert(node: unknown, missing: Span, conversion: Conversion): YamlNode {
  const span = rangeOf(node) ?? missing;
  if (isAlias(node)) {
    const named = conversion.anchors.get(node.source);
    if (named) return { ...named, ...span };
    conversion.problems.push(problemAt(span, messages.unknownAlias(node.source)));
    return { kind: "nothing", ...span };
  }
  const converted = convertPlain(node, span, conversion);
  // Set after its contents are converted, so that an anchor cannot hold itself.
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor !== undefined) conversion.anchors.set(anchor, converted);
  return converted;
}

function convertPlain(node: unknown, span: Span, conversion: Conversion): YamlNode {
  if (isScalar(node)) {
    const text = node.source ?? String(node.value ?? "");
    const nothing = node.type === "PLAIN" && (text === "" || text === "~" || text === "null");
    return nothing ? { kind: "nothing", ...span } : { kind: "scalar", text, ...span };
  }
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((item) => convert(item, span, conversion)), ...span };
  }
  if (isMap(node)) return { kind: "map", entries: convertEntries(node, span, conversion), ...span };
  return { kind: "nothing", ...span };
}

function convertEntries(map: YAMLMap<unknown, unknown>, span: Span, conversion: Conversion): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = convert(pair.key, span, conversion);
    const value = convert(pair.value, { start: key.end, end: key.end }, conversion);
    if (key.kind !== "scalar") {
      conversion.problems.push(problemAt(key, messages.keyNotAWord()));
    } else if (seen.has(key.text)) {
      conversion.problems.push(problemAt(key, messages.duplicateKey(key.text), key.text));
    } else {
      seen.add(key.text);
      entries.push({ key, value });
    }
  }
  return entries;
}

function rangeOf(node: unknown): Span | undefined {
  const range: LibraryNode["range"] =
    isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function spanOf(position: readonly [number, number], text: string): Span {
  const start = Math.min(position[0], text.length);
  return { start, end: Math.max(start, Math.min(position[1], text.length)) };
}
