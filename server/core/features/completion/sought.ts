import { link } from "../../model/link.ts";
import type { LinkedItem, Model, Reference, Space } from "../../model/model.ts";
import { referencesIn } from "../../model/references.ts";
import { qualified, symbolOf } from "../../model/symbol.ts";
import { parseItem } from "../../syntax/parse.ts";
import { pathAt } from "../../syntax/path.ts";
import type { Item } from "../../syntax/tree.ts";
import type { Spot } from "../spot.ts";
import { namesIn } from "../symbolNames.ts";

/** How a name is looked up: in which spaces, and for fields, values, clauses, steps and records the symbols that own them. */
export interface Sought {
  readonly spaces: readonly Space[];
  readonly within: readonly string[];
  /** For a value that is no name: the type that it needs. */
  readonly type: string | undefined;
  /** The model in which the half-typed text is not yet there. */
  readonly model: Model;
}

const stranger = "zz_torikime_half_typed";

/** What may have to follow a name before it is looked up: a test of a field, the rest of a clause's path, of a row of a table. */
const continuations = ["", ` is ${stranger}_value`, `.${stranger}_clause`, " -> 1 business day"];

/** Puts a name that nobody has from `start` to the cursor, links, and sees where it was looked up in vain. */
export function soughtAt(spot: Spot, start: number): Sought | undefined {
  for (const continuation of continuations) {
    const sought = soughtWith(spot, start, stranger + continuation);
    if (sought) return sought;
  }
  return undefined;
}

function soughtWith({ snapshot, path, item, at }: Spot, start: number, written: string): Sought | undefined {
  const rest = /^[\p{ID_Continue}・]*/u.exec(item.text.slice(at))?.[0].length ?? 0;
  const tried = parseItem(item.text.slice(0, start) + written + item.text.slice(at + rest));
  const model = link(snapshot.filesWith(path, item, tried), snapshot.completionModel);
  const linked = model.linked(tried);
  for (const problem of linked?.problems ?? []) {
    if (problem.kind === "unknown name" && problem.name === stranger)
      return { spaces: problem.spaces, within: problem.within, type: undefined, model };
    if (problem.kind === "wrong type" && problem.text === stranger)
      return { spaces: [], within: [], type: typeName(problem.type), model };
  }
  const within = linked && withinReference(linked, tried, start);
  return within && { ...within, type: undefined, model };
}

function withinReference(
  linked: LinkedItem,
  tried: Item,
  start: number,
): Pick<Sought, "spaces" | "within"> | undefined {
  const found = referencesIn(linked).find(({ written }) => written === stranger);
  if (found?.role === "declaration") return stepToRestate(found, tried, start);
  return found && { spaces: found.spaces, within: found.spaces.includes("record") ? customersIn(tried, start) : [] };
}

/** A step that is new in a case or an exception may be meant to be one of those below. */
function stepToRestate(
  { symbol, spaces }: Reference,
  tried: Item,
  start: number,
): Pick<Sought, "spaces" | "within"> | undefined {
  if (symbol === undefined || !spaces.includes("step")) return undefined;
  const around = pathAt(tried, start).map(({ kind }) => kind);
  const [first = "", ...others] = namesIn(symbol).slice(0, around.includes("exception") ? -1 : -2);
  const isOverlay = around.includes("exception") || around.includes("handle case");
  return isOverlay ? { spaces, within: ["clause:" + qualified(first, ...others)] } : undefined;
}

/** The customer whose handover is being written. */
function customersIn({ declarations }: Item, offset: number): readonly string[] {
  return declarations.flatMap((node) =>
    node.kind === "handover" && node.customer && node.start <= offset && offset <= node.end
      ? [symbolOf("customer", node.customer.text)]
      : [],
  );
}

function typeName(type: { readonly kind: string; readonly currency?: string; readonly unit?: string }): string {
  return type.currency ?? type.unit ?? type.kind;
}
