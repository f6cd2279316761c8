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
  /** The box of all cells, shared and therefore never changed in place. */
  readonly full: Box;
}

/** The shape of boxes over dimensions of so many cells each. */
export function shapeOf(cells: readonly number[]): Shape {
  const from = [0];
  for (const count of cells) from.push((from.at(-1) ?? 0) + Math.ceil(count / 32));
  const words = from.at(-1) ?? 0;
  const full = new Int32Array(words);
  for (const [dimension, count] of cells.entries()) addCells(full, from[dimension] ?? 0, count, () => true);
  return { from, cells, words, full };
}

/** The box of all cells. */
export function fullBox({ full }: Shape): Box {
  return full.slice();
}

/** The box of all cells of which one dimension's cell is picked. */
export function boxWhere(shape: Shape, dimension: number, picks: (cell: number) => boolean): Box {
  const box = fullBox(shape);
  const from = wordAt(shape, dimension);
  for (let word = from; word < wordAt(shape, dimension + 1); word += 1) box[word] = 0;
  addCells(box, from, shape.cells[dimension] ?? 0, picks);
  return box;
}

function addCells(box: Box, from: number, count: number, picks: (cell: number) => boolean): void {
  for (let cell = 0; cell < count; cell += 1)
    if (picks(cell)) box[from + (cell >> 5)] = (box[from + (cell >> 5)] ?? 0) | (1 << (cell & 31));
}

/** Equal for equal boxes of one shape, and of one length. */
export function boxKey(box: Box): string {
  let key = "";
  for (const word of box) key += String.fromCharCode(word & 0xffff, word >>> 16);
  return key;
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
  return meetsAt(shape, one, 0, other, 0);
}

/** Whether two boxes share a cell that begin at places of what holds many of them one after the other. */
export function meetsAt(shape: Shape, ones: Int32Array, at: number, others: Int32Array, otherAt: number): boolean {
  const { words, cells, from } = shape;
  if (words === cells.length) {
    for (let word = 0; word < words; word += 1)
      if (((ones[at + word] ?? 0) & (others[otherAt + word] ?? 0)) === 0) return false;
    return true;
  }
  let end = 0;
  for (let dimension = 0; dimension < cells.length; dimension += 1) {
    let both = 0;
    const start = end;
    end = from[dimension + 1] ?? 0;
    for (let word = start; word < end; word += 1) both |= (ones[at + word] ?? 0) & (others[otherAt + word] ?? 0);
    if (both === 0) return false;
  }
  return true;
}

/** Whether the masks of one dimension share a cell. */
export function meetsIn(shape: Shape, one: Box, other: Box, dimension: number): boolean {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** The smallest box around some; without any, that of all cells. */
export function hullOf(shape: Shape, boxes: readonly Box[]): Box {
  return boxes.length === 0 ? fullBox(shape) : around(shape, boxes);
}

/** The smallest box around some boxes. */
export function around(shape: Shape, boxes: readonly Box[]): Box {
  const hull = new Int32Array(shape.words);
  for (const box of boxes)
    for (let word = 0; word < hull.length; word += 1) hull[word] = (hull[word] ?? 0) | (box[word] ?? 0);
  return hull;
}

/** The cells that two boxes share; undefined where there are none. */
export function shared(shape: Shape, one: Box, other: Box): Box | undefined {
  if (!meets(shape, one, other)) return undefined;
  const box = one.slice();
  for (let word = 0; word < box.length; word += 1) box[word] = (box[word] ?? 0) & (other[word] ?? 0);
  return box;
}

/** What the boxes of two lists share, pair by pair. */
export function sharedBoxes(shape: Shape, ones: readonly Box[], others: readonly Box[]): readonly Box[] {
  const boxes: Box[] = [];
  for (const one of ones)
    for (const other of others) {
      const both = shared(shape, one, other);
      if (both) boxes.push(both);
    }
  return boxes;
}

/** Whether all cells of a box are in another. */
export function isInside(inner: Box, outer: Box): boolean {
  for (let word = 0; word < inner.length; word += 1) if (((inner[word] ?? 0) & ~(outer[word] ?? 0)) !== 0) return false;
  return true;
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
    if (cellsOutside(shape, rest, wall, 0, dimension) === 0) continue;
    const piece = rest.slice();
    subtract(shape, piece, wall, 0, dimension);
    intersect(shape, rest, wall, 0, dimension);
    pieces.push(piece);
  }
  return pieces;
}

/** How many cells of a dimension a box has that are not in another, which begins at a place. */
export function cellsOutside(shape: Shape, box: Box, walls: Int32Array, at: number, dimension: number): number {
  let count = 0;
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    count += bits((box[word] ?? 0) & ~(walls[at + word] ?? 0));
  return count;
}

/** Takes a dimension's cells of the box that begins at a place out of another, in place. */
export function subtract(shape: Shape, box: Box, walls: Int32Array, at: number, dimension: number): void {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    box[word] = (box[word] ?? 0) & ~(walls[at + word] ?? 0);
}

/** Leaves a box those cells of a dimension that the box has which begins at a place, in place. */
export function intersect(shape: Shape, box: Box, walls: Int32Array, at: number, dimension: number): void {
  const end = wordAt(shape, dimension + 1);
  for (let word = wordAt(shape, dimension); word < end; word += 1)
    box[word] = (box[word] ?? 0) & (walls[at + word] ?? 0);
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
