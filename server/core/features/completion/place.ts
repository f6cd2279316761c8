import { expectedAt } from "../../../../grammar/analysed.ts";
import type { Expected } from "../../../../grammar/expected.ts";
import { lex } from "../../../../grammar/lexer.ts";
import { pathAt } from "../../syntax/path.ts";
import type { Item, Node } from "../../syntax/tree.ts";
import type { Spot } from "../spot.ts";
import { type Sought, soughtAt } from "./sought.ts";

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
  /** The line up to the half-typed word. */
  readonly lineBefore: string;
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
    wordBefore: /(?<![\p{ID_Continue}・])([a-z]+)\s+$/u.exec(lineBefore)?.[1],
    lineBefore,
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
