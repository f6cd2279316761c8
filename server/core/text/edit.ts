/** Replacements in a text. */

/** `newText` stands for `start..end`: UTF-16 offsets in the text as it was before any edit. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The text after the edits, in whatever order they come; one that overlaps an earlier one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, newText } of inOrder) {
    if (start < done) continue;
    parts.push(text.slice(done, start), newText);
    done = end;
  }
  return parts.join("") + text.slice(done);
}

/** The smallest edit that replaces `start..end` of a text by `newText`; undefined when it stands there already. */
export function smallestEdit(text: string, start: number, end: number, newText: string): Edit | undefined {
  const shorter = Math.min(end - start, newText.length);
  let prefix = 0;
  while (prefix < shorter && text.charCodeAt(start + prefix) === newText.charCodeAt(prefix)) prefix++;
  if (prefix === newText.length && prefix === end - start) return undefined;
  if (prefix > 0 && splitsPair(text, start + prefix)) prefix--;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    text.charCodeAt(end - 1 - suffix) === newText.charCodeAt(newText.length - 1 - suffix)
  ) {
    suffix++;
  }
  if (suffix > 0 && splitsPair(text, end - suffix)) suffix--;
  return { start: start + prefix, end: end - suffix, newText: newText.slice(prefix, newText.length - suffix) };
}

/** True between the halves of a surrogate pair and between CR and LF, where an editor has no place for an edit. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before >= 0xd800 && before <= 0xdbff) || (before === 13 && text.charCodeAt(at) === 10);
}

/** A stretch of the old text and how the new one has it; `optional` where the new text may do without it. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  readonly optional: boolean;
}

/**
 * The edits from one text to another in which the anchors follow each other, apart from white space only. Undefined when
 * they do not: then the new text lost or added something. Linear in the length of both.
 */
export function editsBetween(before: string, after: string, anchors: readonly Anchor[]): Edit[] | undefined {
  const edits: Edit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    const edit = smallestEdit(before, start, end, newText);
    if (edit) edits.push(edit);
  };
  let done = 0;
  let seen = 0;
  let reached = 0;
  for (const { start, end, newText, optional } of anchors) {
    if (!isBlank(before, seen, start)) return undefined;
    seen = end;
    const at = afterSpace(after, reached);
    const found = newText !== "" && after.startsWith(newText, at);
    if (!found && !optional) return undefined;
    if (!found) continue;
    replace(done, start, after.slice(reached, at));
    replace(start, end, newText);
    done = end;
    reached = at + newText.length;
  }
  if (!isBlank(before, seen, before.length) || afterSpace(after, reached) < after.length) return undefined;
  replace(done, before.length, after.slice(reached));
  return edits;
}

const space = /[\s\u200b]*/y;

function afterSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}

function isBlank(text: string, start: number, end: number): boolean {
  return afterSpace(text, start) >= end;
}
