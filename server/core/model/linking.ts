import type { Item, Name, Span } from "../syntax/tree.ts";
import type { Segment } from "./declared.ts";
import type { Place, Sought, Space, Stated, WrittenNames } from "./model.ts";
import { allSegments, type Names, type SegmentBits, segmentBit, wholeSegments } from "./names.ts";
import type { Construct, LinkProblem, Part } from "./problem.ts";

/** The linking of one item: what is known to it, and what it gathers. */
export interface Linking {
  readonly item: Item;
  readonly names: Names;
  readonly problems: LinkProblem[];
  readonly written: { readonly [Column in keyof WrittenNames]: WrittenNames[Column][number][] };
  /** Where the parser gave up the rest of a line, in ascending order. */
  readonly unread: readonly number[];
  /** The segments of names that were asked for names written in the item. */
  asked: SegmentBits;
  /** The segments that were asked for others as well. */
  askedWhole: SegmentBits;
}

/** Begins the linking of an item. */
export function newLinking(item: Item, names: Names): Linking {
  const written = { names: [], sought: [], symbols: [] };
  return { item, names, problems: [], written, unread: unreadIn(item), asked: 0, askedWhole: 0 };
}

/** The place of a node in the item that is linked. */
export function placeOf(linking: Linking, span: Span): Place {
  return { item: linking.item, span };
}

/** A value and the line that states it; undefined where the value could not be read. */
export function stated<T>(linking: Linking, span: Span, value: T | undefined): Stated<T> | undefined {
  return value === undefined ? undefined : { value, place: placeOf(linking, span) };
}

/** Notes a name that declares a symbol. */
export function declares(linking: Linking, name: Name, space: Space, symbol: string): void {
  uses(linking, name, declaring[space], symbol);
}

/** Notes a name that uses a symbol. */
export function uses({ written }: Linking, name: Name, sought: Sought, symbol: string | undefined): void {
  written.names.push(name);
  written.sought.push(sought);
  written.symbols.push(symbol);
}

/**
 * Reports that a construct lacks a part, at the construct's first word where it has one; unless the rest of its line
 * could not be read, which is reported already.
 */
export function missing(
  linking: Linking,
  node: Span & { readonly headEnd?: number },
  construct: Construct,
  part: Part,
): undefined {
  if (restIsUnread(linking, node.start)) return;
  const { start, end, headEnd = end } = node;
  const span = { start, end: headEnd };
  linking.problems.push({ kind: "missing part", place: placeOf(linking, span), construct, part });
}

/** What could not be read on the line of which something begins, from there on. By halving: a file of a hundred thousand broken lines is one item. */
export function unreadFrom({ item: { text }, unread }: Linking, start: number): string {
  if (unread.length === 0) return "";
  let [low, high] = [0, unread.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unread[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const next = unread[low];
  if (next === undefined || text.slice(start, next).includes("\n")) return "";
  const end = text.indexOf("\n", next);
  return text.slice(next, end < 0 ? undefined : end);
}

/** One empty list for all that has none: most lists are empty. */
export const none: readonly never[] = [];

/** The same values without the room on which an array grew: where one is pushed to, the engine keeps room for sixteen more. */
export function trimmed<T>(values: readonly T[]): readonly T[] {
  return values.length === 0 ? none : values.slice();
}

/** Makes the item depend on what names written in it stand for in a table. */
export function ask(linking: Linking, segment: Segment): void {
  linking.asked |= segmentBit(segment);
  linking.askedWhole |= segmentBit(segment) & wholeSegments;
}

/** Makes the item depend on all that is in a table of names. */
export function askWhole(linking: Linking, segment: Segment): void {
  linking.asked |= segmentBit(segment);
  linking.askedWhole |= segmentBit(segment);
}

/** Makes the item depend on all names, as one with an unknown name does: any of them may be the one that is meant. */
export function askAll(linking: Linking): void {
  linking.asked = allSegments;
  linking.askedWhole = allSegments;
}

/** Reports the names that stand twice in one list. */
export function reportRepeated(linking: Linking, names: readonly Name[]): void {
  eachAgain(names, (name, before) => {
    const first = placeOf(linking, before);
    linking.problems.push({ kind: "repeated name", place: placeOf(linking, name), name: name.text, first });
  });
}

/** Reports the names that declare the same twice, such as two fields of one request kind. */
export function reportDuplicates(linking: Linking, names: readonly (Name | undefined)[], space: Space): void {
  eachAgain(names, (name, before) => {
    const first = placeOf(linking, before);
    linking.problems.push({ kind: "duplicate name", place: placeOf(linking, name), name: name.text, space, first });
  });
}

/** Calls with each name that stands before in the list, and with the first such. */
function eachAgain(names: readonly (Name | undefined)[], again: (name: Name, first: Name) => void): void {
  if (areDistinct(names)) return;
  const firsts = new Map<string, Name>();
  for (const name of names) {
    if (!name) continue;
    const first = firsts.get(name.text);
    if (first) again(name, first);
    else firsts.set(name.text, name);
  }
}

/** True where no name stands twice, told without a table for the few names that a list has; false where that takes a table. */
function areDistinct(names: readonly (Name | undefined)[]): boolean {
  if (names.length > few) return false;
  for (let index = 1; index < names.length; index++)
    for (let before = 0; before < index; before++) {
      const text = names[index]?.text;
      if (text !== undefined && names[before]?.text === text) return false;
    }
  return true;
}

/** Up to how many names are compared with each other. */
const few = 8;

function unreadIn({ problems }: Item): readonly number[] {
  if (problems.length === 0) return none;
  const starts = problems.flatMap(({ problem, start }) => (problem === "unexpected" ? [start] : []));
  return starts.sort((a, b) => a - b);
}

function restIsUnread(linking: Linking, start: number): boolean {
  return unreadFrom(linking, start) !== "";
}

const declaring: Readonly<Record<Space, Sought>> = {
  calendar: { spaces: ["calendar"], role: "declaration" },
  channel: { spaces: ["channel"], role: "declaration" },
  team: { spaces: ["team"], role: "declaration" },
  person: { spaces: ["person"], role: "declaration" },
  attribute: { spaces: ["attribute"], role: "declaration" },
  request: { spaces: ["request"], role: "declaration" },
  field: { spaces: ["field"], role: "declaration" },
  value: { spaces: ["value"], role: "declaration" },
  agreement: { spaces: ["agreement"], role: "declaration" },
  clause: { spaces: ["clause"], role: "declaration" },
  exception: { spaces: ["exception"], role: "declaration" },
  customer: { spaces: ["customer"], role: "declaration" },
  record: { spaces: ["record"], role: "declaration" },
  handover: { spaces: ["handover"], role: "declaration" },
  step: { spaces: ["step"], role: "declaration" },
  proof: { spaces: ["proof"], role: "declaration" },
};
