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
    assert.deepEqual(filled, { en: "the lead is away", ja: "リーダーは不在です" });
  });

  it("have in Japanese a space beside what is filled in only where that is Latin", () => {
    const told = (name: string) => fillHoles("担当は {name} です（{name} まで）。", { name }, "ja");
    assert.equal(told("Abe"), "担当は Abe です（Abe まで）。");
    assert.equal(told("営業部"), "担当は営業部です（営業部まで）。");
    assert.equal(told("Abe（営業部）"), "担当は Abe（営業部）です（Abe（営業部）まで）。");
    // Between two holes a space tells them apart, and in English every space stays.
    assert.equal(fillHoles("{a} {b} 時", { a: "夜", b: "8" }, "ja"), "夜 8 時");
    assert.equal(fillHoles("{a} {b}の代理", { a: "不在の", b: "佐藤" }, "ja"), "不在の佐藤の代理");
    assert.equal(fillHoles("{a} {b}の代理", { a: "不在の", b: "Sato" }, "ja"), "不在の Satoの代理");
    assert.equal(fillHoles("{a} {b} at once", { a: "営業部", b: "佐藤" }, "en"), "営業部 佐藤 at once");
    assert.equal(fillHoles("to {a} at once", { a: "営業部" }, "en"), "to 営業部 at once");
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
