import type { Snapshot } from "../workspace/snapshot.ts";
import { type OutlineEntry, outlineOf } from "./documentSymbols.ts";

/** Something declared in some file, for a search over all of them. */
export interface FoundSymbol extends OutlineEntry {
  readonly path: string;
  /** What it is part of, such as the agreement of a clause. */
  readonly container: string | undefined;
}

/** Everything declared whose name or title has the letters of the query in their order; all of it for an empty query. */
export function symbolsFor(snapshot: Snapshot, query: string): readonly FoundSymbol[] {
  const letters = [...query.normalize("NFKC").toLowerCase()].filter((letter) => letter.trim());
  return snapshot
    .agreementPaths()
    .flatMap((path) => flattened(outlineOf(snapshot, path), path, undefined))
    .filter((found) => hasInOrder(found.name, letters) || hasInOrder(found.detail, letters));
}

function flattened(entries: readonly OutlineEntry[], path: string, container: string | undefined): FoundSymbol[] {
  return entries.flatMap((entry) => [{ ...entry, path, container }, ...flattened(entry.children, path, entry.name)]);
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  const lower = text.normalize("NFKC").toLowerCase();
  let from = 0;
  for (const letter of letters) {
    const found = lower.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
}
