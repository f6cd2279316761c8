import type { Item } from "../syntax/tree.ts";
import { collect } from "./collect.ts";
import { type Declared, declaredIn } from "./declared.ts";
import { linkItem } from "./item.ts";
import type { LinkedItem, Model, Origin, SourceFile } from "./model.ts";
import { type Difference, differenceOf, namesOf } from "./names.ts";

/**
 * What the files mean together. Total. Items of `previous` that are the same objects, and for which every name that they
 * looked up is unchanged, are not linked again; the result is always what linking from nothing would give.
 */
export function link(files: readonly SourceFile[], previous?: Model): Model {
  const items = linkItems(files, previous);
  return { files, ...items, ...collect(items.items), ...lookUps(files, items.items) };
}

function linkItems(files: readonly SourceFile[], previous: Model | undefined): Pick<Model, "items" | "names"> {
  const offered: { item: Item; before: LinkedItem | undefined; declared: Declared }[] = [];
  for (const { syntax } of files)
    for (const item of syntax.items) {
      const before = previous?.linked(item);
      offered.push({ item, before, declared: before?.declared ?? declaredIn(item) });
    }
  const declared = offered.map((each) => each.declared);
  const before = previous?.items.map((each) => each.declared);
  const names = namesOf(declared, previous && before && { declared: before, names: previous.names });
  const difference = previous && differenceOf(previous.names, names);
  const items = offered.map(({ item, before, declared }) =>
    before && difference && !isStale(before, difference) ? before : linkItem(item, declared, names),
  );
  return { items, names };
}

/** True where something that the item asked for may be answered otherwise. */
function isStale({ asked, askedWhole, written }: LinkedItem, { segments, names }: Difference): boolean {
  if (segments & askedWhole) return true;
  return (segments & asked) !== 0 && written.names.some((name) => names.has(name.text));
}

/** Apart from `link`, so that a model does not keep the one before it. */
function lookUps(files: readonly SourceFile[], items: readonly LinkedItem[]): Pick<Model, "linked" | "origin"> {
  let byItem: ReadonlyMap<Item, LinkedItem> | undefined;
  let origins: ReadonlyMap<Item, Origin> | undefined;
  return {
    linked(item) {
      byItem ??= new Map(items.map((linked) => [linked.item, linked]));
      return byItem.get(item);
    },
    origin(item) {
      origins ??= originsOf(files);
      return origins.get(item);
    },
  };
}

function originsOf(files: readonly SourceFile[]): ReadonlyMap<Item, Origin> {
  const origins = new Map<Item, Origin>();
  for (const { path, syntax } of files)
    for (const [index, item] of syntax.items.entries()) origins.set(item, { path, offset: syntax.offsets[index] ?? 0 });
  return origins;
}
