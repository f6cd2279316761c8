import { formatFile, formatRange } from "../format/format.ts";
import type { Edit } from "../text/edit.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** The edits that lay out a whole `.sla` file; none for any other. */
export function formattingOf(snapshot: Snapshot, path: string): readonly Edit[] {
  const syntax = snapshot.syntax(path);
  return syntax ? formatFile(syntax) : [];
}

/** The edits that lay out a stretch of an `.sla` file. */
export function formattingWithin(snapshot: Snapshot, path: string, start: number, end: number): readonly Edit[] {
  const syntax = snapshot.syntax(path);
  return syntax ? formatRange(syntax, start, end) : [];
}
