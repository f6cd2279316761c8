import type { LinkedItem, Place, Reference } from "../model/model.ts";
import { referencesIn } from "../model/references.ts";
import type { Item, Span, SyntaxFile } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A stretch of a file; absolute offsets. */
export interface FilePlace extends Span {
  readonly path: string;
}

/** A place of the cursor, with the item that holds it. */
export interface Spot {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly item: Item;
  /** The item's absolute offset. */
  readonly base: number;
  /** The cursor's offset in the item. */
  readonly at: number;
}

/** The spot at an absolute offset of an `.sla` file; undefined where there is no such file, or nothing in it. */
export function spotAt(snapshot: Snapshot, path: string, offset: number): Spot | undefined {
  const syntax = snapshot.syntax(path);
  if (!syntax) return undefined;
  const index = itemIndexAt(syntax, offset);
  const item = syntax.items[index];
  const base = syntax.offsets[index] ?? 0;
  return item && { snapshot, path, item, base, at: Math.min(offset - base, item.text.length) };
}

/** The name under the cursor, or directly before it, as the model understood it. */
export function referenceAt(spot: Spot): Reference | undefined {
  const linked = linkedAt(spot);
  const touching = (linked ? referencesIn(linked) : []).filter(({ place }) => touches(place.span, spot.at));
  return touching.find(({ place }) => place.span.start === spot.at) ?? touching[0];
}

/** What the item at the spot means. */
function linkedAt(spot: Spot): LinkedItem | undefined {
  return spot.snapshot.model.linked(spot.item);
}

/** Where a place is now; undefined when its item is no longer part of the snapshot. */
export function filePlaceOf(snapshot: Snapshot, place: Place): FilePlace | undefined {
  const origin = snapshot.model.origin(place.item);
  return origin && { path: origin.path, start: origin.offset + place.span.start, end: origin.offset + place.span.end };
}

/** The text of a place, as written. */
export function writtenAt(place: Place): string {
  return place.item.text.slice(place.span.start, place.span.end);
}

/** Whether an offset lies in a span or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The index of the item that holds an offset: of two that meet there, the second. */
export function itemIndexAt(syntax: SyntaxFile, offset: number): number {
  let low = 0;
  let high = syntax.items.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((syntax.offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
