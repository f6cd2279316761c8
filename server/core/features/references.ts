import { referencesTo } from "../model/references.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type FilePlace, filePlaceOf, referenceAt, spotAt } from "./spot.ts";

/** A name in a file that stands for a symbol. */
export interface NamePlace extends FilePlace {
  readonly role: "declaration" | "use";
}

/** Every place of the name at the offset, in all files, in order; the declaration among them. */
export function referencesAt(snapshot: Snapshot, path: string, offset: number): readonly NamePlace[] {
  const spot = spotAt(snapshot, path, offset);
  const symbol = spot && referenceAt(spot)?.symbol;
  return symbol === undefined ? [] : placesOf(snapshot, symbol);
}

/** Every place of a symbol, in all files, in order. */
export function placesOf(snapshot: Snapshot, symbol: string): readonly NamePlace[] {
  const places = referencesTo(snapshot.model, symbol).flatMap(({ place, role }) => {
    const found = filePlaceOf(snapshot, place);
    return found ? [{ ...found, role }] : [];
  });
  return places.sort((a, b) => compareTexts(a.path, b.path) || a.start - b.start);
}

/** The places of the name at the offset that lie in its own file. */
export function highlightsAt(snapshot: Snapshot, path: string, offset: number): readonly NamePlace[] {
  return referencesAt(snapshot, path, offset).filter((place) => place.path === path);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
