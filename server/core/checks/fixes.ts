import type { Place, Stated } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import type { Fix } from "./define.ts";

/** A fix that replaces what stands at a place. */
export function replaceFix(title: Localized, place: Place, newText: string): Fix {
  return { title, edits: () => [{ place, newText }] };
}

/** A fix that deletes the line or lines of a place with their line break; what else stands on them goes too. */
export function deleteLinesFix(title: Localized, placeOf: () => Place): Fix {
  return { title, edits: () => [{ place: wholeLines(placeOf()), newText: "" }] };
}

/** A fix that writes a line before the closing brace of a body, indented as the line of `body`'s start plus one step. */
export function addLineFix(title: Localized, body: Place, line: string): Fix {
  return { title, edits: () => [lineInto(body, line)] };
}

function wholeLines({ item, span }: Place): Place {
  const start = item.text.lastIndexOf("\n", span.start - 1) + 1;
  const next = item.text.indexOf("\n", span.end);
  return { item, span: { start, end: next < 0 ? item.text.length : next + 1 } };
}

function lineInto({ item, span }: Place, line: string): { readonly place: Place; readonly newText: string } {
  const lineStart = item.text.lastIndexOf("\n", span.start) + 1;
  const indent = /^[ \t]*/.exec(item.text.slice(lineStart))?.[0] ?? "";
  const closing = item.text.charAt(span.end - 1) === "}" ? span.end - 1 : span.end;
  let at = closing;
  while (at > span.start && /[ \t]/.test(item.text.charAt(at - 1))) at -= 1;
  const before = item.text.charAt(at - 1) === "\n" ? "" : "\n";
  const place = { item, span: { start: at, end: closing } };
  return { place, newText: `${before}${indent}  ${line}\n${indent}` };
}

/** A name as it is written in a file: in backticks where it is not a plain name. */
export function writtenName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) || isForeignName(name) ? name : "`" + name + "`";
}

/** The line that a customer names somebody on, as another says it; none where that one does not. */
export function namingLine(word: "owner" | "backup", stated: Stated<string> | undefined): readonly string[] {
  return stated ? [`${word} ${writtenName(stated.value)}`] : [];
}

/** The pattern is made where it is needed, for classes of Unicode take V8 long to read. */
function isForeignName(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}・]*$/u.test(name);
}
