import assert from "node:assert/strict";
import { editsBetween, nearest } from "../../../server/core/text/nearest.ts";

describe("nearest", () => {
  const properties = ["respond", "resolve", "escalate", "surcharge", "via", "by"];

  for (const [typed, meant] of [
    ["repsond", "respond"],
    ["resolv", "resolve"],
    ["escalatte", "escalate"],
    ["surchage", "surcharge"],
    ["RESPOND", "respond"],
    ["ｖｉａ", "via"],
    ["bz", "by"],
  ] as const) {
    it(`takes ${typed} for ${meant}`, () => assert.equal(nearest(typed, properties), meant));
  }

  it("is silent when nothing is near", () => {
    assert.equal(nearest("holiday", properties), undefined);
    assert.equal(nearest("", properties), undefined);
    assert.equal(nearest("x", ["y"]), undefined);
  });

  it("takes the only one that begins so, where nothing is near", () => {
    assert.equal(nearest("sur", properties), "surcharge");
    assert.equal(nearest("em", ["email", "portal"]), "email");
    assert.equal(nearest("res", properties), undefined, "two begin so");
    assert.equal(nearest("e", properties), undefined, "one letter is none");
  });

  it("takes the first of equals", () => assert.equal(nearest("vib", ["via", "vic"]), "via"));

  it("compares only the beginning of very long words", () => {
    assert.equal(nearest("a".repeat(100_000), ["a".repeat(90_000)]), "a".repeat(90_000));
  });
});

describe("editsBetween", () => {
  // Counted by hand: kitten → sitten → sittin → sitting; a swap counts once.
  for (const [a, b, edits] of [
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["", "abc", 3],
    ["営業", "営業部", 1],
    ["same", "same", 0],
  ] as const) {
    it(`${a || "nothing"} to ${b}: ${edits}`, () => {
      assert.equal(editsBetween(a, b), edits);
      assert.equal(editsBetween(b, a), edits);
    });
  }
});
