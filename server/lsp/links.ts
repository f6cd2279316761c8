import type { PlaceInWords } from "../core/features/placeInWords.ts";
import type { FilePlace } from "../core/features/spot.ts";
import { positionAt } from "../core/text/lines.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import type { LinkInWords, PlaceLink } from "./protocol.ts";
import type { Session } from "./session.ts";

/** A link to a place of a file; undefined where the file is gone. */
export function linkTo({ addresses }: Session, snapshot: Snapshot, place: FilePlace): PlaceLink | undefined {
  const lines = snapshot.lines(place.path);
  return lines && { uri: addresses.uriOf(place.path), ...positionAt(lines, place.start) };
}

/** A link to a place with its text as people write it. */
export function linkInWords({ addresses }: Session, { text, at, position }: PlaceInWords): LinkInWords {
  return { text, link: { uri: addresses.uriOf(at.path), ...position } };
}
