import assert from "node:assert/strict";
import { expectedAt } from "../../../grammar/analysed.ts";
import { expectedWords } from "../../../grammar/expected.ts";

/** What may stand at the `$0` of an item's text. */
function at(marked: string): ReturnType<typeof expectedWords> {
  const offset = marked.indexOf("$0");
  return expectedWords(expectedAt(marked.replace("$0", ""), offset));
}

describe("what may stand at a place", () => {
  it("is a declaration at the top", () => {
    const { words } = at("$0");
    assert.deepEqual([...words].sort(), [
      "agreement",
      "attribute",
      "calendar",
      "channel",
      "customer",
      "exception",
      "handover",
      "impossible",
      "prove",
      "request",
      "team",
    ]);
  });

  it("is a property of the body around it, whatever is wrong in the lines before", () => {
    const { words } = at("team A {\n  lead ((( nonsense\n  $0\n}");
    assert.deepEqual([...words].sort(), ["away", "deputy", "duty", "hours", "lead", "members", "reach", "title"]);
  });

  it("leaves a half-typed word out", () => {
    assert.deepEqual(at("team A {\n  mem$0").words, at("team A {\n  $0").words);
  });

  it("is a name after the property word", () => {
    assert.deepEqual(at("team A {\n  lead $0"), { words: [], name: true });
  });

  it("is a unit after a number", () => {
    const { words } = at("agreement a between b and c {\n  handle x: y {\n    respond within 4 $0");
    for (const unit of ["business", "clock", "calendar", "hours", "days", "minutes"])
      assert.ok(words.includes(unit), unit);
  });

  it("is a test after the field of a condition", () => {
    const { words } = at("agreement a between b and c {\n  commit x: y by b {\n    may when rate $0");
    for (const test of ["is", "during", "outside", "on"]) assert.ok(words.includes(test), test);
  });

  it("tells in which rule a name would stand", () => {
    const text = "agreement a between b and c {\n  handle x: y {\n    via ";
    const rules = expectedAt(text, text.length).find(({ kind }) => kind === "name")?.rules;
    assert.deepEqual(rules?.slice(-2), ["via", "names"]);
  });

  it("is nothing inside a text or a comment", () => {
    assert.deepEqual(at('team A {\n  title "half $0 typed"\n}'), { words: [], name: false });
    assert.deepEqual(at("team A {\n  // a $0 comment\n}"), { words: [], name: false });
  });
});
