import { lex } from "../../../grammar/lexer.ts";
import { bodyOf, childrenOf } from "../syntax/path.ts";
import type { Item, Node, Span } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A stretch that can be folded away: a body from its `{` to its `}`, or comments that stand together. */
export interface Fold extends Span {
  readonly kind: "body" | "comment";
}

/** What can be folded in an `.sla` file, absolute offsets; stretches within one line are among them. */
export function foldsOf(snapshot: Snapshot, path: string): readonly Fold[] {
  const syntax = snapshot.syntax(path);
  if (!syntax) return [];
  return syntax.items.flatMap((item, index) => {
    const base = syntax.offsets[index] ?? 0;
    return foldsIn(item).map((fold) => ({ ...fold, start: base + fold.start, end: base + fold.end }));
  });
}

const known = new WeakMap<Item, readonly Fold[]>();

function foldsIn(item: Item): readonly Fold[] {
  const before = known.get(item);
  if (before) return before;
  const folds: Fold[] = [...commentRuns(item)];
  for (const declaration of item.declarations) collectBodies(declaration, folds);
  known.set(item, folds);
  return folds;
}

function collectBodies(node: Node, folds: Fold[]): void {
  const body = bodyOf(node);
  if (body) folds.push({ kind: "body", start: body.start, end: body.end });
  else if (node.kind === "table") folds.push({ kind: "body", start: node.start, end: node.end });
  for (const child of childrenOf(node)) collectBodies(child, folds);
}

function commentRuns(item: Item): Fold[] {
  const runs: Fold[] = [];
  if (!item.text.includes("//")) return runs;
  for (const comment of lex(item.text).comments) {
    if (!comment.ownLine) continue;
    const last = runs.at(-1);
    if (
      last &&
      /^\s*$/.test(item.text.slice(last.end, comment.start)) &&
      !/\n\s*\n/.test(item.text.slice(last.end, comment.start))
    )
      runs[runs.length - 1] = { ...last, end: comment.end };
    else runs.push({ kind: "comment", start: comment.start, end: comment.end });
  }
  return runs;
}
