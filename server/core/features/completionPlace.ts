import { type Expected, expectedAt } from "../../../grammar/expected.ts";
import { lex } from "../../../grammar/lexer.ts";
import { link } from "../model/link.ts";
import type { Model, Space } from "../model/model.ts";
import { referencesIn } from "../model/references.ts";
import { parseItem } from "../syntax/parse.ts";
import { pathAt } from "../syntax/path.ts";
import type { Item, Node } from "../syntax/tree.ts";
import type { Spot } from "./spot.ts";

/** Where something is to be completed, and what may stand there. */
export interface CompletionPlace {
  readonly spot: Spot;
  /** Relative to the item: from the start of the half-typed word to the cursor. */
  readonly start: number;
  readonly isLineStart: boolean;
  readonly expected: readonly Expected[];
  /** The first words of the lines that the body around the cursor has already. */
  readonly headsPresent: ReadonlySet<string>;
  /** What a name written here would be looked up as; undefined where no name can stand. */
  readonly sought: Sought | undefined;
  /** The number directly before, for its unit. */
  readonly numberBefore: string | undefined;
  /** The word directly before, on the same line. */
  readonly wordBefore: string | undefined;
}

/** How a name is looked up: in which spaces, and for fields, values and clauses the symbols that own them. */
export interface Sought {
  readonly spaces: readonly Space[];
  readonly within: readonly string[];
  /** For a value that is no name: the type that it needs. */
  readonly type: string | undefined;
  /** The model in which the half-typed text is not yet there. */
  readonly model: Model;
}

/** What may stand at the spot; undefined inside texts and comments. */
export function completionPlaceAt(spot: Spot): CompletionPlace | undefined {
  const { text } = spot.item;
  const start = wordStart(text, spot.at);
  const expected = expectedAt(text, start);
  if (expected.length === 0) return undefined;
  const lineBefore = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const isLineStart = lineBefore.trim() === "" || /\{\s*$/.test(lineBefore);
  const wantsName = expected.some(({ kind, text: name }) => kind === "name" || name === "Number" || name === "Percent");
  return {
    spot,
    start,
    isLineStart,
    expected: expected.filter(
      ({ kind, rules }) => kind !== "head" || (isLineStart && depthOf(rules) === depthAt(text, start)),
    ),
    headsPresent: headsAround(spot.item, spot.at),
    sought: wantsName ? soughtAt(spot, start) : undefined,
    numberBefore: /(?:^|\s)([0-9][0-9_.]*)\s+(?:business|clock|calendar)?\s*$/.exec(lineBefore)?.[1],
    wordBefore: /([a-z]+)\s+$/.exec(lineBefore)?.[1],
  };
}

/** Where the half-typed word before an offset begins; a zone such as `Asia/To` is one word after `in`. */
function wordStart(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const word =
    /(?<=\bin\s+)[A-Za-z_]+(?:\/[\w+-]*)+$|`[^`]*$|(?<![\p{ID_Continue}・])[\p{ID_Start}_][\p{ID_Continue}・]*$/u.exec(
      line,
    );
  return offset - (word ? word[0].length : 0);
}

const bodyRules = new Set([
  "calendar",
  "team",
  "request",
  "agreement",
  "exception",
  "customer",
  "handover",
  "handle",
  "handleCase",
  "commit",
  "commitCase",
  "guarantee",
]);

function depthOf(rules: readonly string[]): number {
  return rules.slice(0, -1).filter((rule) => bodyRules.has(rule)).length;
}

function depthAt(text: string, offset: number): number {
  let depth = 0;
  for (const { tokenType, startOffset } of lex(text).tokens) {
    if (startOffset >= offset) break;
    if (tokenType.name === "{") depth++;
    else if (tokenType.name === "}") depth = Math.max(0, depth - 1);
  }
  return depth;
}

function headsAround(item: Item, at: number): ReadonlySet<string> {
  const body = pathAt(item, at).findLast((node) => propertiesOf(node) !== undefined);
  const heads = (body && propertiesOf(body)) ?? [];
  return new Set(heads.filter((line) => at < line.start || at > line.end).map((line) => firstWord(item, line)));
}

function propertiesOf(node: Node & { readonly properties?: readonly Node[] }): readonly Node[] | undefined {
  return node.properties;
}

function firstWord(item: Item, node: Node): string {
  return /^[^\s:]*/.exec(item.text.slice(node.start, node.end))?.[0] ?? "";
}

const stranger = "zz_torikime_half_typed";

/** What may have to follow a name before it is looked up: a test of a field, the rest of a clause's path. */
const continuations = ["", ` is ${stranger}_value`, `.${stranger}_clause`];

/** Puts a name that nobody has at the cursor, links, and sees where it was looked up in vain. */
function soughtAt(spot: Spot, start: number): Sought | undefined {
  for (const continuation of continuations) {
    const sought = soughtWith(spot, start, stranger + continuation);
    if (sought) return sought;
  }
  return undefined;
}

function soughtWith({ snapshot, path, item, at }: Spot, start: number, written: string): Sought | undefined {
  const rest = /^[\p{ID_Continue}・]*/u.exec(item.text.slice(at))?.[0].length ?? 0;
  const tried = parseItem(item.text.slice(0, start) + written + item.text.slice(at + rest));
  const model = link(snapshot.filesWith(path, item, tried), snapshot.completionModel);
  const linked = model.linked(tried);
  for (const problem of linked?.problems ?? []) {
    if (problem.kind === "unknown name" && problem.name === stranger)
      return { spaces: problem.spaces, within: problem.within, type: undefined, model };
    if (problem.kind === "wrong type" && problem.text === stranger)
      return { spaces: [], within: [], type: typeName(problem.type), model };
  }
  const references = linked ? referencesIn(linked) : [];
  const used = references.find(({ written: name, role }) => name === stranger && role === "use");
  return used && { spaces: used.spaces, within: [], type: undefined, model };
}

function typeName(type: { readonly kind: string; readonly currency?: string; readonly unit?: string }): string {
  return type.currency ?? type.unit ?? type.kind;
}
