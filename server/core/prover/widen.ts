/** Regions told as simply as they can be. */
import { type Box, meetsIn, type Shape, subtract, wordAt } from "./box.ts";

/** A part outside all boxes made as large as it can be within the domain, dimension by dimension. */
export function widened(shape: Shape, part: Box, domain: Box, boxes: readonly Box[], order: readonly number[]): Box {
  const wide = part.slice();
  const apart = boxes.map((box) => dimensionsApart(shape, part, box));
  for (const dimension of order) {
    const blocking: Box[] = [];
    const missing: number[] = [];
    for (let index = 0; index < boxes.length; index += 1) {
      const box = boxes[index];
      if (!box || meetsIn(shape, wide, box, dimension)) continue;
      missing.push(index);
      // A box that the part misses in one dimension alone is all that stops it from being wider there.
      if (apart[index] === 1) blocking.push(box);
    }
    for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1)
      wide[word] = domain[word] ?? 0;
    for (const box of blocking) subtract(shape, wide, box, 0, dimension);
    for (const index of missing) {
      const box = boxes[index];
      if (box && meetsIn(shape, wide, box, dimension)) apart[index] = (apart[index] ?? 0) - 1;
    }
  }
  return wide;
}

/** In how many dimensions two boxes share no cell. */
function dimensionsApart(shape: Shape, one: Box, other: Box): number {
  let count = 0;
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1)
    if (!meetsIn(shape, one, other, dimension)) count += 1;
  return count;
}
