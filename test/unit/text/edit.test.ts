import assert from "node:assert/strict";
import fc from "fast-check";
import { type Anchor, applyEdits, editsBetween, smallestEdit } from "../../../server/core/text/edit.ts";

describe("edits", () => {
  it("apply in the order of their places, whatever the order they come in", () => {
    const edits = [
      { start: 5, end: 8, newText: "big" },
      { start: 0, end: 1, newText: "A" },
      { start: 8, end: 8, newText: "!" },
    ];
    assert.equal(applyEdits("a is low", edits), "A is big!");
  });

  it("leave out one that overlaps an earlier one", () => {
    const edits = [
      { start: 0, end: 3, newText: "x" },
      { start: 2, end: 4, newText: "y" },
    ];
    assert.equal(applyEdits("abcdef", edits), "xdef");
  });

  it("insert two texts at one place in their order", () => {
    const edits = [
      { start: 1, end: 1, newText: "1" },
      { start: 1, end: 1, newText: "2" },
    ];
    assert.equal(applyEdits("ab", edits), "a12b");
  });
});

describe("the smallest edit", () => {
  it("leaves what both ends have in common", () => {
    assert.deepEqual(smallestEdit("respond    within", 7, 11, " "), { start: 8, end: 11, newText: "" });
    assert.deepEqual(smallestEdit("at 9:00.", 3, 7, "09:00"), { start: 3, end: 3, newText: "0" });
  });

  it("is none where nothing differs", () => {
    assert.equal(smallestEdit("same", 1, 3, "am"), undefined);
  });

  it("splits neither a surrogate pair nor a CRLF", () => {
    // U+20BB7 is d842 dfb7, U+20BB8 is d842 dfb8, U+215B7 is d845 ddb7
    assert.deepEqual(smallestEdit("\u{20bb7}", 0, 2, "\u{20bb8}"), { start: 0, end: 2, newText: "\u{20bb8}" });
    assert.deepEqual(smallestEdit("a\r\nb", 1, 3, "\r\n\r\n"), { start: 3, end: 3, newText: "\r\n" });
    assert.deepEqual(smallestEdit("a\r\nb", 1, 3, "\n"), { start: 1, end: 3, newText: "\n" });
  });

  it("always gives the new text", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", " ", "\r", "\n", "\ud842", "\udfb7") });
    const property = fc.property(letters, letters, letters, letters, (head, old, tail, newText) => {
      const text = head + old + tail;
      const edit = smallestEdit(text, head.length, head.length + old.length, newText);
      assert.equal(applyEdits(text, edit ? [edit] : []), head + newText + tail);
    });
    fc.assert(property, { seed: 20260822, numRuns: 2000 });
  });
});

describe("the edits between two texts", () => {
  const anchors = (...list: [start: number, end: number, newText: string, optional?: boolean][]): Anchor[] =>
    list.map(([start, end, newText, optional]) => ({ start, end, newText, optional: optional ?? false }));

  it("touch only what differs around and in the anchors", () => {
    const before = "by   Abe\n at 9:00\n";
    const after = "by Abe at 09:00\n";
    const edits = editsBetween(before, after, anchors([0, 2, "by"], [5, 8, "Abe"], [10, 12, "at"], [13, 17, "09:00"]));
    assert.deepEqual(edits, [
      { start: 3, end: 5, newText: "" },
      { start: 8, end: 9, newText: "" },
      { start: 13, end: 13, newText: "0" },
    ]);
    assert.equal(applyEdits(before, edits ?? []), after);
  });

  it("may drop or insert an optional anchor", () => {
    const list = anchors([0, 1, "a"], [2, 3, ",", true], [4, 5, "b"], [5, 5, ",", true], [6, 7, "c"]);
    const edits = editsBetween("a , b c", "a b, c", list);
    assert.equal(applyEdits("a , b c", edits ?? []), "a b, c");
  });

  it("are undefined when an anchor is lost, doubled or changed", () => {
    const list = anchors([0, 1, "a"], [2, 3, "b"]);
    assert.equal(editsBetween("a b", "a", list), undefined);
    assert.equal(editsBetween("a b", "a b b", list), undefined);
    assert.equal(editsBetween("a b", "b a", list), undefined);
  });

  it("are undefined when the old text has more than the anchors and white space", () => {
    assert.equal(editsBetween("a x b", "a b", anchors([0, 1, "a"], [4, 5, "b"])), undefined);
    assert.equal(editsBetween("a b x", "a b", anchors([0, 1, "a"], [2, 3, "b"])), undefined);
  });
});
