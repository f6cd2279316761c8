import { pathAt } from "../syntax/path.ts";
import type { Span } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { spotAt } from "./spot.ts";

/** The stretches around an offset from the narrowest to the whole file, each inside the next and wider; absolute offsets. */
export function selectionsAt(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const spot = spotAt(snapshot, path, offset);
  if (!spot) return [];
  const nodes = pathAt(spot.item, spot.at);
  const innermost = nodes.at(-1);
  const inner = innermost?.kind === "text" ? [{ start: innermost.start + 1, end: innermost.end - 1 }] : [];
  const spans = [...nodes, ...inner].map(({ start, end }) => ({ start: spot.base + start, end: spot.base + end }));
  const file = { start: 0, end: snapshot.syntax(path)?.text.length ?? 0 };
  return [file, ...spans].reduce<readonly Span[]>(narrower, []).toReversed();
}

function narrower(wider: readonly Span[], span: Span): readonly Span[] {
  const last = wider.at(-1);
  const isInside =
    !last || (span.start >= last.start && span.end <= last.end && span.end - span.start < last.end - last.start);
  return isInside && span.end > span.start ? [...wider, span] : wider;
}
