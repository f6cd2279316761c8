import assert from "node:assert/strict";
import { sharedEnd, sharedStart } from "../../../server/core/text/difference.ts";
import { random as randomFrom } from "../../harness/random.ts";

describe("what two texts share", () => {
  it("is counted from both ends", () => {
    assert.equal(sharedStart("abcd", "abxd"), 2);
    assert.equal(sharedEnd("abcd", "abxd", 4), 1);
    assert.equal(sharedEnd("aaa", "aaaa", 2), 2);
    assert.equal(sharedStart("", "a"), 0);
    assert.equal(sharedStart("abc", "abc"), 3);
  });

  it("is the same as unit by unit, also in long texts", () => {
    const seed = 20260824;
    const random = randomFrom(seed);
    for (let round = 0; round < 50; round++) {
      const one = "営業 support\n".repeat(1 + random.below(8000));
      const at = random.below(one.length);
      const other = one.slice(0, at) + random.pick(["", "x", "営"]) + one.slice(at + random.below(3));
      const start = startSlowly(one, other);
      const most = Math.min(one.length, other.length) - start;
      assert.equal(sharedStart(one, other), start, `seed ${seed}, round ${round}`);
      assert.equal(sharedEnd(one, other, most), endSlowly(one, other, most), `seed ${seed}, round ${round}`);
    }
  });
});

function startSlowly(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

function endSlowly(one: string, other: string, most: number): number {
  let count = 0;
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
