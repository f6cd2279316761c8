/** A space cut into parts, so that what is asked about is wholly so or wholly not so in each. */
import { type Box, fullBox, isInside, meets, type Shape, wordAt } from "../prover/space/box.ts";
import type { Budget } from "../prover/space/cover.ts";

/** The requests of which something holds. */
export type Holding = readonly Box[];

/** The parts of a space. */
export interface Parts {
  /** Those in which something that is wanted holds. */
  readonly wanted: readonly Box[];
  /** The others. */
  readonly others: readonly Box[];
  /** False where the budget did not suffice; then neither list is whole. */
  readonly isComplete: boolean;
}

/** Cuts a space; where none of what is wanted holds nothing is cut further. Every look at something is a step of the budget. */
export function partsOf(shape: Shape, wanted: readonly Holding[], asked: readonly Holding[], budget: Budget): Parts {
  const found = { wanted: [] as Box[], others: [] as Box[] };
  const cut = (box: Box, open: readonly Holding[], more: readonly Holding[], isWanted: boolean): void => {
    if (budget.left < 0) return;
    let holds = isWanted;
    const undecided: Holding[] = [];
    for (const each of open) {
      const state = stateOf(shape, box, each, budget);
      if (state === "inside") holds = true;
      else if (state !== "outside") undecided.push(each);
    }
    if (!holds && undecided.length === 0) {
      found.others.push(box);
      return;
    }
    const left = holds ? [...undecided, ...more].filter((each) => !isKnown(shape, box, each, budget)) : undecided;
    const [first] = left;
    if (first === undefined) {
      found.wanted.push(box);
      return;
    }
    const [outside, inside] = halves(shape, box, first);
    const rest = holds ? [] : left;
    const next = holds ? left : more;
    cut(outside, rest, next, holds);
    cut(inside, rest, next, holds);
  };
  cut(fullBox(shape), wanted, asked, false);
  return { ...found, isComplete: budget.left >= 0 };
}

function isKnown(shape: Shape, box: Box, holding: Holding, budget: Budget): boolean {
  return stateOf(shape, box, holding, budget) !== "open";
}

function stateOf(shape: Shape, box: Box, holding: Holding, budget: Budget): "inside" | "outside" | "open" {
  let state: "outside" | "open" = "outside";
  for (const each of holding) {
    budget.left -= 1;
    if (isInside(box, each)) return "inside";
    if (state === "outside" && meets(shape, box, each)) state = "open";
  }
  return state;
}

/** A box cut along one dimension at something that it meets and does not lie in. */
function halves(shape: Shape, box: Box, holding: Holding): readonly [Box, Box] {
  const wall = holding.find((each) => meets(shape, box, each));
  const [outside, inside] = [box.slice(), box.slice()];
  for (let dimension = 0; wall !== undefined && dimension < shape.cells.length; dimension += 1) {
    const [from, end] = [wordAt(shape, dimension), wordAt(shape, dimension + 1)];
    if (!reachesOut(box, wall, from, end)) continue;
    for (let word = from; word < end; word += 1) {
      outside[word] = (box[word] ?? 0) & ~(wall[word] ?? 0);
      inside[word] = (box[word] ?? 0) & (wall[word] ?? 0);
    }
    break;
  }
  return [outside, inside];
}

function reachesOut(box: Box, wall: Box, from: number, end: number): boolean {
  for (let word = from; word < end; word += 1) if (((box[word] ?? 0) & ~(wall[word] ?? 0)) !== 0) return true;
  return false;
}
