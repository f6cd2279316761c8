import assert from "node:assert/strict";
import { byText } from "../../../server/core/engine/order.ts";

describe("texts in order", () => {
  it("are less, equal or more by their characters", () => {
    assert.deepEqual([byText("a", "b"), byText("b", "a"), byText("a", "a")], [-1, 1, 0]);
    assert.deepEqual(["営業", "b", "B", "a", "ab", ""].sort(byText), ["", "B", "a", "ab", "b", "営業"]);
  });
});
