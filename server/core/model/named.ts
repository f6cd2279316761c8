import type { Name, Span } from "../syntax/tree.ts";
import { declares, type Linking, missing, placeOf } from "./linking.ts";
import type { Named, Space } from "./model.ts";
import type { Construct } from "./problem.ts";
import { symbolOf } from "./symbol.ts";

/** What a declaration node has that `named` needs. */
interface Declaring extends Span {
  readonly kind: Construct;
  readonly headEnd: number;
  readonly name: Name | undefined;
  readonly doc: string | undefined;
}

/**
 * The name that a declaration declares; undefined, and reported, where it is missing. Whoever builds on it writes out its
 * parts: with `{ ...head, more }` the engine that runs us gives every object a shape of its own, and all that reads them
 * becomes slow.
 */
export function named(linking: Linking, node: Declaring, space: Space, title: string | undefined): Named | undefined {
  const { name, doc } = node;
  if (!name) return missing(linking, node, node.kind, "name");
  declares(linking, name, space, symbolOf(space, name.text));
  return { name: name.text, title, doc, place: placeOf(linking, name) };
}
