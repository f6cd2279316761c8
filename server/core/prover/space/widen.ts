/** Regions told as simply as they can be. */
import { type Box, type Shape, subtract, wordAt } from "./box.ts";

/** Boxes one after the other, ready to be looked through again and again. */
export interface Packed {
  readonly words: Int32Array;
  readonly count: number;
  /** What is found of each when one part is held against them. */
  readonly missed: Missed;
}

/** Some boxes of a shape. */
export function packedBoxes(shape: Shape, boxes: readonly Box[]): Packed {
  const words = new Int32Array(shape.words * boxes.length);
  for (let index = 0; index < boxes.length; index += 1) {
    const box = boxes[index];
    if (box) words.set(box, index * shape.words);
  }
  return { words, count: boxes.length, missed: nothingMissed(shape, boxes.length) };
}

/** A part outside all boxes made as large as it can be within the domain, dimension by dimension. */
export function widened(shape: Shape, part: Box, domain: Box, boxes: Packed, order: readonly number[]): Box {
  const wide = part.slice();
  const { apart, missed, missing } = missedBy(shape, part, boxes);
  for (const dimension of order) {
    const from = wordAt(shape, dimension);
    const to = wordAt(shape, dimension + 1);
    const first = dimension * boxes.count;
    let count = 0;
    for (let index = 0; index < boxes.count; index += 1)
      if (missed[first + index] === 1) {
        missing[count] = index;
        count += 1;
      }
    for (let word = from; word < to; word += 1) wide[word] = domain[word] ?? 0;
    for (let at = 0; at < count; at += 1) {
      const index = missing[at] ?? 0;
      // A box that the part misses in one dimension alone is all that stops it from being wider there.
      if (apart[index] === 1) subtract(shape, wide, boxes.words, index * shape.words, dimension);
    }
    for (let at = 0; at < count; at += 1) {
      const index = missing[at] ?? 0;
      if (meetsBetween(wide, boxes.words, index * shape.words, from, to)) apart[index] = (apart[index] ?? 0) - 1;
    }
  }
  return wide;
}

/** In how many dimensions a box shares no cell with each of some; and in which, dimension after dimension. */
interface Missed {
  readonly apart: Int32Array;
  readonly missed: Uint8Array;
  /** Room for the numbers of those that are missed in one dimension. */
  readonly missing: Int32Array;
}

function nothingMissed(shape: Shape, count: number): Missed {
  const missed = new Uint8Array(count * shape.cells.length);
  return { apart: new Int32Array(count), missed, missing: new Int32Array(count) };
}

function missedBy(shape: Shape, box: Box, { words, count, missed: room }: Packed): Missed {
  const { apart, missed } = room;
  apart.fill(0);
  missed.fill(0);
  for (let dimension = 0; dimension < shape.cells.length; dimension += 1) {
    const from = wordAt(shape, dimension);
    const to = wordAt(shape, dimension + 1);
    const first = dimension * count;
    for (let index = 0; index < count; index += 1) {
      if (meetsBetween(box, words, index * shape.words, from, to)) continue;
      missed[first + index] = 1;
      apart[index] = (apart[index] ?? 0) + 1;
    }
  }
  return room;
}

/** Whether a box and the one that begins at a place share a cell in some words. */
function meetsBetween(box: Box, boxes: Int32Array, at: number, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) if (((box[word] ?? 0) & (boxes[at + word] ?? 0)) !== 0) return true;
  return false;
}
