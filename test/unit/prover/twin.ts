/** The slow, obviously right twin of cover and regions: it visits every point of a space. */
import type { Box, Shape } from "../../../server/core/prover/space/box.ts";
import { hasCell } from "../../../server/core/prover/space/box.ts";

/** Every point of a space: one cell for each dimension. */
export function pointsOf(cells: readonly number[]): readonly (readonly number[])[] {
  return cells.reduce<readonly (readonly number[])[]>(
    (points, count) => points.flatMap((point) => Array.from({ length: count }, (_, cell) => [...point, cell])),
    [[]],
  );
}

/** Whether a point lies in a box. */
export function isIn(shape: Shape, point: readonly number[], box: Box): boolean {
  return point.every((cell, dimension) => hasCell(shape, box, dimension, cell));
}
