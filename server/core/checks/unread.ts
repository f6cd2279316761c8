import type { Model, Place } from "../model/model.ts";
import type { Item, SyntaxProblem } from "../syntax/tree.ts";
import type { Finding } from "./define.ts";

/** Takes away the findings that only follow from a line which cannot be read: it has the name that they miss, and is told itself. */
export function withoutFollowing(model: Model): (findings: readonly Finding[]) => readonly Finding[] {
  let unread: ReadonlyMap<string, readonly UnreadLines[]> | undefined;
  const isUnread = (name: string, { item, span }: Place) => {
    unread ??= unreadByWord(model);
    return unread
      .get(name)
      ?.some((other) =>
        other.lines.get(name)?.some((start) => item !== other.item || start !== lineStart(item, span.start)),
      );
  };
  const follows = ({ unlessUnread, place }: Finding) => unlessUnread !== undefined && isUnread(unlessUnread, place);
  return (findings) => (findings.some(follows) ? findings.filter((each) => !follows(each)) : findings);
}

/** By each word of the lines of an item that cannot be read, the offsets at which those lines begin. */
interface UnreadLines {
  readonly item: Item;
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

/** Where very much cannot be read, very many names may be missing, too. */
function unreadByWord({ items }: Model): ReadonlyMap<string, readonly UnreadLines[]> {
  const byWord = new Map<string, UnreadLines[]>();
  for (const { item } of items) {
    if (item.problems.length === 0) continue;
    const unread = unreadLines(item);
    for (const word of unread.lines.keys()) {
      const known = byWord.get(word);
      if (known) known.push(unread);
      else byWord.set(word, [unread]);
    }
  }
  return byWord;
}

function unreadLines(item: Item): UnreadLines {
  const known = linesByItem.get(item);
  if (known) return known;
  const lines = new Map<string, number[]>();
  for (const problem of item.problems) {
    const start = lineStart(item, problem.start);
    for (const [word] of unreadText(item, problem).matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu))
      lines.set(word, pushed(lines.get(word), start));
  }
  const unread = { item, lines };
  linesByItem.set(item, unread);
  return unread;
}

function pushed(starts: number[] = [], start: number): number[] {
  starts.push(start);
  return starts;
}

const linesByItem = new WeakMap<Item, UnreadLines>();

/** From where it cannot be read to the end of the line. */
function unreadText({ text }: Item, { start, end }: SyntaxProblem): string {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(start, lineEnd < 0 ? text.length : lineEnd);
}

function lineStart({ text }: Item, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
