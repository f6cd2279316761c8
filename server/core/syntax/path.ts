/** Walking the tree without knowing its kinds: a child is anything with a kind and a span. */
import type { Item, Node, Span } from "./tree.ts";

/** The nodes directly below, in source order. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children.sort((a, b) => a.start - b.start);
}

/** The first word of a declaration or a property. */
export function headOf({ start, headEnd }: { readonly start: number; readonly headEnd: number }): Span {
  return { start, end: headEnd };
}

/** From `{` to `}`; undefined where a node has no body. */
export function bodyOf({ bodyStart, end }: Node & { readonly bodyStart?: number | undefined }): Span | undefined {
  return bodyStart === undefined ? undefined : { start: bodyStart, end };
}

/** The nodes that contain `offset` (relative to the item), outermost first; an end counts as inside. */
export function pathAt(item: Item, offset: number): Node[] {
  const path: Node[] = [];
  let level: readonly Node[] = item.declarations;
  for (;;) {
    const inside = level.filter(({ start, end }) => start <= offset && offset <= end).at(-1);
    if (!inside) return path;
    path.push(inside);
    level = childrenOf(inside);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "start" in value;
}
