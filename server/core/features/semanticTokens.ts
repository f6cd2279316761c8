import { referencesIn } from "../model/references.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { itemIndexAt } from "./spot.ts";
import { spaceOf } from "./symbolNames.ts";

/** What a coloured name stands for. */
export const nameKinds = [
  "calendar",
  "channel",
  "team",
  "person",
  "attribute",
  "request",
  "field",
  "value",
  "agreement",
  "clause",
  "exception",
  "customer",
  "record",
  "handover",
  "step",
  "proof",
] as const;

/** One of `nameKinds`. */
export type NameKind = (typeof nameKinds)[number];

/** A name to colour by what it means; absolute offsets. */
export interface ColouredName {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly isDeclaration: boolean;
}

/** The names of an `.sla` file that are known, between two offsets, in order and without overlaps. */
export function colouredNames(snapshot: Snapshot, path: string, from: number, to: number): readonly ColouredName[] {
  const syntax = snapshot.syntax(path);
  if (!syntax) return [];
  const names: ColouredName[] = [];
  const { model } = snapshot;
  for (let index = itemIndexAt(syntax, from); index < syntax.items.length; index++) {
    const base = syntax.offsets[index] ?? 0;
    if (base > to) break;
    const item = syntax.items[index];
    const linked = item && model.linked(item);
    for (const { place, symbol, role } of linked ? referencesIn(linked) : []) {
      const kind = symbol === undefined ? undefined : kindOf(symbol);
      if (!kind || place.item !== item) continue;
      const name = {
        start: base + place.span.start,
        end: base + place.span.end,
        kind,
        isDeclaration: role === "declaration",
      };
      if (name.end > from && name.start < to && name.end > name.start) names.push(name);
    }
  }
  return withoutOverlaps(names.sort((a, b) => a.start - b.start || a.end - b.end));
}

function kindOf(symbol: string): NameKind | undefined {
  const space = spaceOf(symbol);
  return nameKinds.find((kind) => kind === space);
}

function withoutOverlaps(names: readonly ColouredName[]): readonly ColouredName[] {
  let end = 0;
  return names.filter((name) => {
    const isFree = name.start >= end;
    if (isFree) end = name.end;
    return isFree;
  });
}
