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

/** The same with the place as people write it. */
export function linkInWords(session: Session, snapshot: Snapshot, { text, at }: PlaceInWords): LinkInWords | undefined {
  const link = linkTo(session, snapshot, at);
  return link && { text, link };
}
