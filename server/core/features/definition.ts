import { declarationOf } from "../model/references.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type FilePlace, filePlaceOf, referenceAt, spotAt } from "./spot.ts";

/** Where the name at the offset is declared; more than one place where it is declared twice. */
export function definitionAt(snapshot: Snapshot, path: string, offset: number): readonly FilePlace[] {
  const spot = spotAt(snapshot, path, offset);
  const symbol = spot && referenceAt(spot)?.symbol;
  if (symbol === undefined) return [];
  return declarationOf(snapshot.model, symbol).flatMap((place) => filePlaceOf(snapshot, place) ?? []);
}
