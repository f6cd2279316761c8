import { headOf } from "../syntax/path.ts";
import type { Name, Node, Span, Text } from "../syntax/tree.ts";
import { type Linking, missing, placeOf } from "./linking.ts";
import type { Construct, Part } from "./problem.ts";

/** A property of a body: it has a kind and a first word. */
interface Line extends Node {
  readonly headEnd: number;
}

/** The only line of its kind; a second one is reported, and the first counts. */
export function onlyLine<L extends Line, K extends L["kind"]>(
  linking: Linking,
  lines: readonly L[],
  kind: K,
): Extract<L, { kind: K }> | undefined {
  let first: Extract<L, { kind: K }> | undefined;
  for (const line of lines) if (isKind(line, kind)) first = firstLine(linking, first, line);
  return first;
}

/** The line that was there before, in which case the other one is reported; else the other one. */
export function firstLine<L extends Line>(linking: Linking, before: L | undefined, line: L): L {
  if (before) reportDuplicateLine(linking, line, before);
  return before ?? line;
}

/** All lines of a kind, in order. */
export function linesOf<L extends Line, K extends L["kind"]>(
  lines: readonly L[],
  kind: K,
): readonly Extract<L, { kind: K }>[] {
  return lines.filter((line): line is Extract<L, { kind: K }> => line.kind === kind);
}

function isKind<L extends Line, K extends L["kind"]>(line: L, kind: K): line is Extract<L, { kind: K }> {
  return line.kind === kind;
}

/** Reports a property that is stated before. */
export function reportDuplicateLine(linking: Linking, line: Line, first: Line): void {
  const word = linking.item.text.slice(line.start, line.headEnd);
  linking.problems.push({
    kind: "duplicate property",
    place: placeOf(linking, headOf(line)),
    word,
    first: placeOf(linking, headOf(first)),
  });
}

/** The text of a line such as `title`; reported where it is missing. */
export function textIn(
  linking: Linking,
  line: Line & { text: Text | undefined },
  construct: Construct,
): string | undefined {
  return line.text ? line.text.value : missing(linking, line, construct, "text");
}

/** What a name of a line stands for, by one of the look-ups; reported where the name is missing. */
export function nameIn(
  linking: Linking,
  line: Span & { readonly headEnd?: number },
  name: Name | undefined,
  lookUp: (linking: Linking, name: Name) => string | undefined,
  missingPart: readonly [Construct, Part],
): string | undefined {
  return name ? lookUp(linking, name) : missing(linking, line, ...missingPart);
}
