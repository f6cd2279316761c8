/** The repairs that change nothing of what is meant, only how it is written: made all at once, without asking. */
import type { Fix } from "../checks/define.ts";
import { phrase } from "../checks/message.ts";
import { meaningAsText } from "../model/meaning.ts";
import type { Model } from "../model/model.ts";
import type { Item } from "../syntax/tree.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { grouped } from "../text/grouped.ts";
import type { Localized } from "../text/localized.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { filePlaceOf } from "./spot.ts";
import { tidiedEdits } from "./tidied.ts";

/** Repairs of one file; the edits are in order of place. */
export interface Repairs {
  readonly edits: readonly Edit[];
  /** How many findings they repair. */
  readonly count: number;
}

/** What an editor calls them. */
export const harmlessTitle: Localized = phrase(
  "Make all repairs that change no meaning",
  "意味の変わらない修正をすべて行う",
  {},
);

/**
 * The harmless repairs of some files of a model, by path; no entry for a file without. Of repairs that overlap the first is made: the
 * others are found again after it. Left out is what would make a declaration mean something else after all.
 */
export function harmlessRepairs(snapshot: Snapshot, paths: readonly string[]): ReadonlyMap<string, Repairs> {
  const all = paths.flatMap((path) => repairsIn(snapshot, path));
  const kept = grouped(keeping(snapshot, all), ({ path }) => path);
  return new Map(
    [...kept].map(([path, repairs]) => [path, { edits: laidOut(snapshot, path, repairs), count: repairs.length }]),
  );
}

/** What is written otherwise at one place. */
interface Repair {
  readonly path: string;
  readonly item: Item;
  readonly edit: Edit;
}

/** In order, none over another. */
function repairsIn(snapshot: Snapshot, path: string): readonly Repair[] {
  const repairs: Repair[] = [];
  let done = 0;
  for (const { check, place, fixes } of snapshot.findings.byPath.get(path) ?? []) {
    const fix = check.fixing === "harmless" ? fixes.find(({ isDoubtful = false }) => !isDoubtful) : undefined;
    const edit = fix && editOf(snapshot, fix);
    if (!edit || edit.start < done) continue;
    repairs.push({ path, item: place.item, edit });
    done = edit.end;
  }
  return repairs;
}

/** A harmless fix writes one thing otherwise where it stands. */
function editOf(snapshot: Snapshot, fix: Fix): Edit | undefined {
  const [edit, ...others] = fix.edits();
  const place = edit && others.length === 0 ? filePlaceOf(snapshot, edit.place) : undefined;
  return edit && place && { start: place.start, end: place.end, newText: edit.newText };
}

/** Those that leave every declaration its meaning; where together they do not, each half is looked at. */
function keeping(snapshot: Snapshot, repairs: readonly Repair[]): readonly Repair[] {
  if (repairs.length === 0 || keepsMeaning(snapshot, repairs)) return repairs;
  if (repairs.length === 1) return [];
  const middle = repairs.length >>> 1;
  const first = keeping(snapshot, repairs.slice(0, middle));
  const second = keeping(snapshot, repairs.slice(middle));
  const both = [...first, ...second];
  if (both.length < repairs.length && keepsMeaning(snapshot, both)) return both;
  return first.length > 0 ? first : second;
}

function keepsMeaning(snapshot: Snapshot, repairs: readonly Repair[]): boolean {
  let after = snapshot;
  for (const [path, inFile] of grouped(repairs, (repair) => repair.path))
    after = after.with(path, applyEdits(snapshot.text(path) ?? "", inFile.map(editIn)));
  return sameTexts(meaningsBeside(snapshot.model, after.model), meaningsBeside(after.model, snapshot.model));
}

/** What those items of a model mean that another model does not have; a repaired word may begin an item of its own. */
function meaningsBeside(model: Model, other: Model): readonly string[] {
  const shared = new Set(other.items);
  const changed = model.items.filter((linked) => !shared.has(linked));
  return changed.flatMap(({ meanings }) => meanings.map(meaningAsText));
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

/** The edits of one file, and those that keep each declaration laid out that was. */
function laidOut(snapshot: Snapshot, path: string, repairs: readonly Repair[]): readonly Edit[] {
  const syntax = snapshot.syntax(path);
  const byItem = [...grouped(repairs, ({ item }) => item).values()];
  const tidy = syntax ? byItem.flatMap((inItem) => tidiedEdits(syntax, inItem.map(editIn))) : [];
  // Declarations next to each other may both be asked to settle the empty lines between them.
  const isInOrder = tidy.every(({ start }, index) => start >= (tidy[index - 1]?.end ?? 0));
  return isInOrder ? tidy : repairs.map(editIn);
}

function editIn({ edit }: Repair): Edit {
  return edit;
}
