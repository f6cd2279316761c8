import type { Place } from "../model/model.ts";
import { linesOf, type Position, positionAt } from "../text/lines.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type FilePlace, filePlaceOf } from "./spot.ts";

/** A place, and its file, line and column as people write them, counted from one. */
export interface PlaceInWords {
  readonly text: string;
  readonly at: FilePlace;
  /** The same counted from nought, characters in UTF-16 units. */
  readonly position: Position;
}

/** Where a place is now, as people write it; undefined when its item is no longer part of the snapshot. */
export function placeInWords(snapshot: Snapshot, place: Place): PlaceInWords | undefined {
  const at = filePlaceOf(snapshot, place);
  if (!at) return undefined;
  const position = positionAt(snapshot.lines(at.path) ?? linesOf(""), at.start);
  return { text: `${at.path}:${position.line + 1}:${position.character + 1}`, at, position };
}
