import type { Place } from "../model/model.ts";
import { bodyOf as bodyOfNode } from "../syntax/path.ts";

/** The text of a place. */
export function textAt({ item, span }: Place): string {
  return item.text.slice(span.start, span.end);
}

/** What follows the first word of a line: the dates of an `effective` line, the name of an `owner` line. */
export function afterHead(place: Place): Place {
  const head = /^\S+\s+/.exec(textAt(place))?.[0] ?? "";
  const { item, span } = place;
  return head.length < span.end - span.start
    ? { item, span: { start: span.start + head.length, end: span.end } }
    : place;
}

/** The body, from brace to brace, of the declaration whose name is at a place; undefined where it has none. */
export function bodyOf({ item, span }: Place): Place | undefined {
  const declaration = item.declarations.find((each) => "name" in each && each.name?.start === span.start);
  const body = declaration && bodyOfNode(declaration);
  return body && { item, span: body };
}
