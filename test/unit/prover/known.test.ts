import assert from "node:assert/strict";
import { keptEach, newSeries, recalledEach } from "../../../server/core/prover/known.ts";

const [first, second, third] = [{ name: "first" }, { name: "second" }, { name: "third" }];
type Named = typeof first;

/** Takes a step for each letter of a name. */
function counting(budget: { left: number }) {
  const asked: string[] = [];
  const find = ({ name }: Named) => {
    asked.push(name);
    budget.left -= name.length;
    return name.toUpperCase();
  };
  return { asked, find };
}

describe("results in rows", () => {
  it("are the same list while the same is asked for, and cost what they cost", () => {
    const [series, owner, budget] = [newSeries<Named, string>(), {}, { left: 100 }];
    const { asked, find } = counting(budget);
    const one = recalledEach(series, owner, [first, second], budget, find);
    assert.deepEqual(one, ["FIRST", "SECOND"]);
    assert.equal(budget.left, 89); // 5 and 6 letters
    assert.equal(recalledEach(series, owner, [first, second], budget, find), one);
    assert.equal(budget.left, 78);
    assert.deepEqual(asked, ["first", "second"]);
  });

  it("are found for what is new alone, wherever the others stand", () => {
    const [series, owner, budget] = [newSeries<Named, string>(), {}, { left: 100 }];
    const { asked, find } = counting(budget);
    recalledEach(series, owner, [first, second], budget, find);
    assert.deepEqual(recalledEach(series, owner, [third, first, second], budget, find), ["THIRD", "FIRST", "SECOND"]);
    assert.deepEqual(recalledEach(series, {}, [second, third], budget, find), ["SECOND", "THIRD"]);
    assert.deepEqual(asked, ["first", "second", "third"]);
    assert.equal(budget.left, 100 - 11 - 16 - 11);
  });

  it("are not kept where the steps run out", () => {
    const [series, owner] = [newSeries<Named, string>(), {}];
    const asked = [8, 8].flatMap((left) => {
      const budget = { left };
      const { asked, find } = counting(budget);
      assert.deepEqual(recalledEach(series, owner, [first, second], budget, find), ["FIRST", "SECOND"]);
      assert.equal(budget.left, -3); // 8 less 5 and 6 letters
      return asked;
    });
    assert.deepEqual(asked, ["first", "second", "second"]);
  });

  it("take no steps where they need none", () => {
    const series = newSeries<Named, number>();
    assert.deepEqual(
      keptEach(series, {}, [first, third], (_, index) => index),
      [0, 1],
    );
  });
});
