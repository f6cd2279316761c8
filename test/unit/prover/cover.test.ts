import assert from "node:assert/strict";
import { type Box, boxWhere, fullBox, shapeOf, shared, simplified } from "../../../server/core/prover/space/box.ts";
import { cover, coveringSet, regions } from "../../../server/core/prover/space/cover.ts";
import { random } from "../../harness/random.ts";
import { isIn, pointsOf } from "./twin.ts";

const seed = 20260401;
const plenty = () => ({ left: 1_000_000 });

describe("cover", () => {
  it("proves that the halves of a square cover it, and finds what a missing one leaves", () => {
    const shape = shapeOf([2, 2]);
    const [left, right] = [boxWhere(shape, 0, (cell) => cell === 0), boxWhere(shape, 0, (cell) => cell === 1)];
    assert.deepEqual(cover(shape, fullBox(shape), [left, right], plenty()), { kind: "proved" });
    assert.deepEqual(cover(shape, fullBox(shape), [left], plenty()), { kind: "counter-example", box: right });
  });

  it("says so where the budget does not suffice", () => {
    const shape = shapeOf([2, 2]);
    const boxes = [boxWhere(shape, 0, () => true)];
    assert.deepEqual(cover(shape, fullBox(shape), boxes, { left: 0 }), { kind: "not decided" });
    const options = { impossible: [], order: [0, 1], atMost: 9 };
    assert.equal(regions(shape, fullBox(shape), boxes, options, { left: 0 }).complete, false);
  });

  it("gives a smallest set of those that cover", () => {
    const shape = shapeOf([4]);
    const upTo = (last: number) => ({ owner: `up to ${last}`, boxes: [boxWhere(shape, 0, (cell) => cell <= last)] });
    const rest = { owner: "rest", boxes: [boxWhere(shape, 0, (cell) => cell >= 2)] };
    assert.deepEqual(coveringSet(shape, [fullBox(shape)], [upTo(0), upTo(1), rest], [], plenty()), ["up to 1", "rest"]);
  });

  it(`agrees with the visit of every point in 20,000 random spaces (seed ${seed})`, () => {
    const { below } = random(seed);
    for (let round = 0; round < 20_000; round += 1) compareOnce(below);
  });
});

function compareOnce(below: (limit: number) => number): void {
  const cells = Array.from({ length: 1 + below(4) }, () => (below(25) === 0 ? 33 + below(40) : 1 + below(4)));
  const shape = shapeOf(cells.length > 2 ? cells.map((count) => Math.min(count, 4)) : cells);
  const randomBox = (): Box | undefined =>
    shape.cells.reduce<Box | undefined>((box, _, dimension) => {
      const more =
        below(3) === 0 ? boxWhere(shape, dimension, () => true) : boxWhere(shape, dimension, () => below(2) === 0);
      return box && shared(shape, box, more);
    }, fullBox(shape));
  const boxes = Array.from({ length: below(9) }, () => randomBox() ?? []).flat();
  const impossible = Array.from({ length: below(2) }, () => randomBox() ?? []).flat();
  const domain = randomBox() ?? fullBox(shape);
  const points = pointsOf(shape.cells).filter((point) => isIn(shape, point, domain));
  const free = points.filter((point) => ![...boxes, ...impossible].some((box) => isIn(shape, point, box)));
  const found = cover(shape, domain, [...boxes, ...impossible], plenty());
  assert.equal(found.kind, free.length === 0 ? "proved" : "counter-example");
  if (found.kind === "counter-example") {
    const inside = pointsOf(shape.cells).filter((point) => isIn(shape, point, found.box));
    assert.ok(
      inside.length > 0 &&
        inside.every((point) => free.includes(point) || free.some((each) => `${each}` === `${point}`)),
    );
  }
  const order = shape.cells.map((_, dimension) => dimension);
  const all = regions(shape, domain, boxes, { impossible, order, atMost: 10_000 }, plenty());
  assert.ok(all.complete);
  for (const point of points) {
    const isFound = all.found.some((box) => isIn(shape, point, box));
    const isFree = !boxes.some((box) => isIn(shape, point, box));
    const isPossible = !impossible.some((box) => isIn(shape, point, box));
    if (isFound) assert.ok(isFree, "no region reaches into a box");
    if (isFree && isPossible) assert.ok(isFound, "no region is left out");
  }
  const fewer = simplified(shape, boxes);
  for (const point of points)
    assert.equal(
      fewer.some((box) => isIn(shape, point, box)),
      boxes.some((box) => isIn(shape, point, box)),
    );
}
