/* What some text declares, by name, read off the tree; the twin resolves names itself. */
import { parse } from "../../server/core/syntax/parse.ts";
import type { Declaration, SyntaxFile } from "../../server/core/syntax/tree.ts";

/** The declarations of a kind, by name. */
export type Declared<K extends Declaration["kind"]> = ReadonlyMap<string, Extract<Declaration, { kind: K }>>;

/** All that is declared. */
export interface Book {
  readonly calendars: Declared<"calendar">;
  readonly teams: Declared<"team">;
  readonly attributes: Declared<"attribute">;
  readonly requests: Declared<"request">;
  readonly agreements: Declared<"agreement">;
  readonly exceptions: Declared<"exception">;
  readonly customers: Declared<"customer">;
  readonly handovers: Declared<"handover">;
}

/** Reads a text. */
export function bookOf(syntax: SyntaxFile): Book {
  const all = syntax.items.flatMap(({ declarations }) => declarations);
  return {
    calendars: named(all.filter((each) => each.kind === "calendar")),
    teams: named(all.filter((each) => each.kind === "team")),
    attributes: named(all.filter((each) => each.kind === "attribute")),
    requests: named(all.filter((each) => each.kind === "request")),
    agreements: named(all.filter((each) => each.kind === "agreement")),
    exceptions: named(all.filter((each) => each.kind === "exception")),
    customers: named(all.filter((each) => each.kind === "customer")),
    handovers: named(all.filter((each) => each.kind === "handover")),
  };
}

/** The tree of a text. */
export function treeOf(text: string): SyntaxFile {
  return parse(text);
}

function named<D extends { readonly name: { readonly text: string } | undefined }>(
  declarations: readonly D[],
): ReadonlyMap<string, D> {
  return new Map(declarations.flatMap((each) => (each.name ? [[each.name.text, each] as const] : [])));
}
