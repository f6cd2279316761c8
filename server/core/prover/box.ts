/**
 * Sets of cells, one bit a cell: a mask says which cells of one dimension are meant, a box has a mask for each dimension and
 * means the cells that lie in all of them. A box none of whose masks is empty has a cell.
 */

/** The masks of all dimensions one after the other, in words of 32 bits. */
export type Box = Int32Array;

/** Where each dimension's mask lies in a box: its words are `from[d]` to `from[d + 1]`, end excluded. */
export interface Shape {
  readonly from: readonly number[];
  /** How many cells each dimension has. */
  readonly cells: readonly number[];
  readonly words: number;
}

/** The shape of boxes over dimensions of so many cells each. */
export function shapeOf(cells: readonly number[]): Shape {
  const from = [0];
  for (const count of cells) from.push((from.at(-1) ?? 0) + Math.ceil(count / 32));
  return { from, cells, words: from.at(-1) ?? 0 };
}

/** The box of all cells. */
export function fullBox(shape: Shape): Box {
  const box = new Int32Array(shape.words);
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) setCells(shape, box, dimension, () => true);
  return box;
}

/** The box of all cells of which one dimension's cell is picked. */
export function boxWhere(shape: Shape, dimension: number, picks: (cell: number) => boolean): Box {
  const box = fullBox(shape);
  setCells(shape, box, dimension, picks);
  return box;
}

function setCells(shape: Shape, box: Box, dimension: number, picks: (cell: number) => boolean): void {
  const from = wordAt(shape, dimension);
  for (let word = from; word < wordAt(shape, dimension + 1); word += 1) box[word] = 0;
  for (let cell = 0; cell < (shape.cells[dimension] ?? 0); cell += 1)
    if (picks(cell)) box[from + (cell >> 5)] = (box[from + (cell >> 5)] ?? 0) | (1 << (cell & 31));
}

/** The first word of a dimension's mask. */
export function wordAt(shape: Shape, dimension: number): number {
  return shape.from[dimension] ?? 0;
}

/** Whether a box has a cell of a dimension. */
export function hasCell(shape: Shape, box: Box, dimension: number, cell: number): boolean {
  return (((box[wordAt(shape, dimension) + (cell >> 5)] ?? 0) >>> (cell & 31)) & 1) === 1;
}

/** The cells of a dimension that a box has, in order. */
export function cellsIn(shape: Shape, box: Box, dimension: number): readonly number[] {
  const found: number[] = [];
  for (let cell = 0; cell < (shape.cells[dimension] ?? 0); cell += 1)
    if (hasCell(shape, box, dimension, cell)) found.push(cell);
  return found;
}

/** Whether two boxes share a cell. */
export function meets(shape: Shape, one: Box, other: Box): boolean {
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1)
    if (!meetsIn(shape, one, other, dimension)) return false;
  return true;
}

/** Whether the masks of one dimension share a cell. */
export function meetsIn(shape: Shape, one: Box, other: Box, dimension: number): boolean {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** The cells that two boxes share; undefined where there are none. */
export function shared(shape: Shape, one: Box, other: Box): Box | undefined {
  if (!meets(shape, one, other)) return undefined;
  const box = new Int32Array(shape.words);
  for (let word = 0; word < shape.words; word += 1) box[word] = (one[word] ?? 0) & (other[word] ?? 0);
  return box;
}

/** What the boxes of two lists share, pair by pair. */
export function sharedBoxes(shape: Shape, ones: readonly Box[], others: readonly Box[]): readonly Box[] {
  return ones.flatMap((one) => others.flatMap((other) => shared(shape, one, other) ?? []));
}

/** The smallest box around some; without any, that of all cells. */
export function hullOf(shape: Shape, boxes: readonly Box[]): Box {
  const [first, ...others] = boxes;
  if (!first) return fullBox(shape);
  return others.reduce((one, other) => one.map((word, at) => word | (other[at] ?? 0)), first);
}

/** Whether all cells of a box are in another. */
export function isInside(inner: Box, outer: Box): boolean {
  for (let word = 0; word < inner.length; word += 1) if (((inner[word] ?? 0) & ~(outer[word] ?? 0)) !== 0) return false;
  return true;
}

/** The smallest box around some boxes. */
export function around(shape: Shape, boxes: readonly Box[]): Box {
  return boxes.reduce((one, other) => one.map((word, at) => word | (other[at] ?? 0)), new Int32Array(shape.words));
}

/** What boxes have outside of walls, as boxes that share no cell with each other where the given ones share none. */
export function outside(shape: Shape, boxes: readonly Box[], walls: readonly Box[]): readonly Box[] {
  let left = boxes;
  for (const wall of walls) left = left.flatMap((box) => outsideOne(shape, box, wall));
  return left;
}

function outsideOne(shape: Shape, box: Box, wall: Box): readonly Box[] {
  if (!meets(shape, box, wall)) return [box];
  const pieces: Box[] = [];
  const rest = box.slice();
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) {
    if (cellsOutside(shape, rest, wall, dimension) === 0) continue;
    const piece = rest.slice();
    for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1) {
      piece[word] = (rest[word] ?? 0) & ~(wall[word] ?? 0);
      rest[word] = (rest[word] ?? 0) & (wall[word] ?? 0);
    }
    pieces.push(piece);
  }
  return pieces;
}

/** How many cells of a dimension the first box has and the second has not. */
export function cellsOutside(shape: Shape, box: Box, wall: Box, dimension: number): number {
  let count = 0;
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1) count += bits((box[word] ?? 0) & ~(wall[word] ?? 0));
  return count;
}

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Fewer boxes for the same cells: those inside others are left out, and two that differ in one dimension are joined. */
export function simplified(shape: Shape, boxes: readonly Box[]): readonly Box[] {
  let current = boxes;
  for (;;) {
    const joined = joinedOnce(shape, withoutInner(current));
    if (joined === undefined) return withoutInner(current);
    current = joined;
  }
}

function withoutInner(boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((box, index) =>
    boxes.every((other, at) => at === index || !isInside(box, other) || (at > index && isInside(other, box))),
  );
}

function joinedOnce(shape: Shape, boxes: readonly Box[]): readonly Box[] | undefined {
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (dimensionsApart(shape, one, other) !== 1) continue;
      const joined = one.map((word, at) => word | (other[at] ?? 0));
      return [...boxes.filter((each) => each !== one && each !== other), joined];
    }
  return undefined;
}

function dimensionsApart(shape: Shape, one: Box, other: Box): number {
  let count = 0;
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) {
    const end = wordAt(shape, dimension + 1);
    for (let word = wordAt(shape, dimension); word < end; word += 1)
      if (one[word] !== other[word]) {
        count += 1;
        break;
      }
  }
  return count;
}
