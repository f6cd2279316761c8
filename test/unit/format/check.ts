import assert from "node:assert/strict";
import { formatText } from "../../../server/core/format/format.ts";

/** Formats a text, then its result again, then both with CRLF. The texts are written indented by `margin` of the first line. */
export function formatsTo(before: string, after: string): void {
  const expected = dedent(after);
  const given = dedent(before);
  assert.equal(formatText(given), expected);
  assert.equal(formatText(expected), expected, "formatting it again changes it");
  const withReturns = (text: string) => text.replaceAll("\n", "\r\n");
  assert.equal(formatText(withReturns(given)), withReturns(expected), "CRLF is not kept");
}

/** Asserts that a text is left as it is. */
export function staysAsItIs(text: string): void {
  formatsTo(text, text);
}

/** A template string without the line break at its beginning, the margin of its first line, and what follows the last line. */
export function dedent(text: string): string {
  const body = text.replace(/^\n/, "").replace(/\n[ ]*$/, "\n");
  const margin = /^ */.exec(body)?.[0] ?? "";
  return body.replaceAll(new RegExp(`^${margin}`, "gm"), "");
}
