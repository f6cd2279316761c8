import assert from "node:assert/strict";
import { anyOf, fillHoles, type HolesOf, phrase, type SameHoles } from "../../../server/core/checks/message.ts";

describe("messages", () => {
  it("know the names of their holes", () => {
    const hole: HolesOf<"'{name}' of {team}"> = "team";
    const none: HolesOf<"no hole at all"> extends never ? "none" : "some" = "none";
    assert.deepEqual([hole, none], ["team", "none"]);
  });

  it("do not compile where the two languages differ", () => {
    const same: SameHoles<"{a} and {b}", "{b} と {a}"> = "{b} と {a}";
    const missing: SameHoles<"{a} and {b}", "{a}"> = "missing: {b}";
    const only: SameHoles<"{a}", "{a} と {c}"> = "only here: {c}";
    assert.deepEqual([same, missing, only], ["{b} と {a}", "missing: {b}", "only here: {c}"]);
  });

  it("take words that differ by language", () => {
    const filled = phrase("{who} is away", "{who} は不在です", { who: { en: "the lead", ja: "リーダー" } });
    assert.deepEqual(filled, { en: "the lead is away", ja: "リーダー は不在です" });
  });

  it("leave what is written in a hole alone", () => {
    assert.equal(fillHoles("{name} in {team}", { name: "{team}", team: "Support" }, "en"), "{team} in Support");
    assert.equal(fillHoles("{name} {toString}", { name: "$&" }, "en"), "$& {toString}");
  });

  it("list alternatives", () => {
    assert.deepEqual(anyOf([]), { en: "", ja: "" });
    assert.deepEqual(anyOf(["a"]), { en: "a", ja: "a" });
    assert.deepEqual(anyOf(["a", "b", "c"]), { en: "a, b or c", ja: "a、b、c のいずれか" });
  });
});
