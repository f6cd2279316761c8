import type { Place } from "../model/model.ts";
import { linesOf, positionAt } from "../text/lines.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type FilePlace, filePlaceOf } from "./spot.ts";

/** A place, and its file, line and column as people write them, counted from one. */
export interface PlaceInWords {
  readonly text: string;
  readonly at: FilePlace;
}

/** Where a place is now, as people write it; undefined when its item is no longer part of the snapshot. */
export function placeInWords(snapshot: Snapshot, place: Place): PlaceInWords | undefined {
  const at = filePlaceOf(snapshot, place);
  if (!at) return undefined;
  const { line, character } = positionAt(snapshot.lines(at.path) ?? linesOf(""), at.start);
  return { text: `${at.path}:${line + 1}:${character + 1}`, at };
}
