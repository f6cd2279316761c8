import type { Model, Place } from "../model/model.ts";
import type { Item, SyntaxProblem } from "../syntax/tree.ts";
import { grouped } from "../text/grouped.ts";
import type { Finding } from "./define.ts";

/** Takes away the findings that only follow from a line which cannot be read: it has the name that they miss, and is told itself. */
export function withoutFollowing(model: Model): (findings: readonly Finding[]) => readonly Finding[] {
  // Where very much cannot be read, very many names may be missing, too.
  let unread: ReadonlyMap<string, readonly UnreadWord[]> | undefined;
  const isUnread = (name: string, { item, span }: Place) => {
    unread ??= grouped(
      model.items.flatMap((each) => unreadWords(each.item)),
      ({ word }) => word,
    );
    return unread.get(name)?.some((other) => item !== other.item || lineStart(item, span.start) !== other.lineStart);
  };
  const follows = ({ unlessUnread, place }: Finding) => unlessUnread !== undefined && isUnread(unlessUnread, place);
  return (findings) => (findings.some(follows) ? findings.filter((each) => !follows(each)) : findings);
}

/** A word of a line that cannot be read, and where that line begins. */
interface UnreadWord {
  readonly word: string;
  readonly item: Item;
  readonly lineStart: number;
}

function unreadWords(item: Item): readonly UnreadWord[] {
  if (item.problems.length === 0) return [];
  const known = wordsByItem.get(item);
  if (known) return known;
  const words = item.problems.flatMap((problem) =>
    Array.from(unreadText(item, problem).matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu), ([word]) => {
      return { word, item, lineStart: lineStart(item, problem.start) };
    }),
  );
  wordsByItem.set(item, words);
  return words;
}

const wordsByItem = new WeakMap<Item, readonly UnreadWord[]>();

/** From where it cannot be read to the end of the line. */
function unreadText({ text }: Item, { start, end }: SyntaxProblem): string {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(start, lineEnd < 0 ? text.length : lineEnd);
}

function lineStart({ text }: Item, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
