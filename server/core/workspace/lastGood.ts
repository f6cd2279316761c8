import type { Item } from "../syntax/tree.ts";
import type { FileReading } from "./agreementFile.ts";

/** For items that cannot be read as they are now: the last version of each that could. */
export type LastGood = ReadonlyMap<Item, Item>;

const none: LastGood = new Map();

/**
 * Finds the last good version of every broken item: an edit leaves the items before and after it untouched, so the n-th
 * of the changed items is the next version of the n-th of those that it replaced.
 */
export function lastGoodOf(items: readonly Item[], earlier: FileReading | undefined): LastGood {
  if (!earlier || !items.some(isBroken)) return none;
  const before = earlier.syntax.items;
  const head = sharedStart(items, before);
  const tail = sharedEnd(items, before, head);
  const found = new Map<Item, Item>();
  items.forEach((item, index) => {
    if (!isBroken(item)) return;
    const touched = index >= head && index < items.length - tail;
    const predecessor = touched ? before.slice(head, before.length - tail)[index - head] : item;
    const good = predecessor && (isBroken(predecessor) ? earlier.lastGood.get(predecessor) : predecessor);
    if (good) found.set(item, good);
  });
  return found;
}

/** Whether a part of the item could not be read; slips of the pen were understood. */
function isBroken(item: Item): boolean {
  return item.problems.length > 0;
}

function sharedStart(items: readonly Item[], before: readonly Item[]): number {
  let count = 0;
  while (count < items.length && items[count] === before[count]) count++;
  return count;
}

function sharedEnd(items: readonly Item[], before: readonly Item[], head: number): number {
  const most = Math.min(items.length, before.length) - head;
  let count = 0;
  while (count < most && items[items.length - 1 - count] === before[before.length - 1 - count]) count++;
  return count;
}
