import assert from "node:assert/strict";
import { lineEnd, linesOf, offsetAt, positionAt } from "../../../server/core/text/lines.ts";

describe("line index", () => {
  it("counts lines that end with LF, CRLF or a lone CR", () => {
    // a\n at 0..1, b\r\n at 2..4, c\r at 5..6, d at 7
    const lines = linesOf("a\nb\r\nc\rd");
    assert.deepEqual(lines.starts, [0, 2, 5, 7]);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lineEnd(lines, line)),
      [1, 3, 6, 8],
    );
  });

  it("finds the position of an offset and the way back", () => {
    const lines = linesOf("営業部\n\nteam 🐦 {\n");
    // line 0 has 3 UTF-16 units, line 1 none, line 2 "team 🐦 {" 5 + 2 + 2 = 9
    assert.deepEqual(positionAt(lines, 3), { line: 0, character: 3 });
    assert.deepEqual(positionAt(lines, 4), { line: 1, character: 0 });
    assert.deepEqual(positionAt(lines, 12), { line: 2, character: 7 });
    assert.deepEqual(positionAt(lines, 15), { line: 3, character: 0 });
    for (let offset = 0; offset <= lines.text.length; offset++)
      assert.equal(offsetAt(lines, positionAt(lines, offset)), offset);
  });

  it("keeps what lies outside at the nearest end", () => {
    const lines = linesOf("ab\ncd");
    assert.deepEqual(positionAt(lines, -1), { line: 0, character: 0 });
    assert.deepEqual(positionAt(lines, 99), { line: 1, character: 2 });
    assert.equal(offsetAt(lines, { line: 0, character: 99 }), 2);
    assert.equal(offsetAt(lines, { line: 7, character: 0 }), 5);
    assert.equal(offsetAt(lines, { line: -1, character: 3 }), 0);
  });

  it("indexes an empty text", () => {
    assert.deepEqual(linesOf("").starts, [0]);
    assert.deepEqual(positionAt(linesOf(""), 0), { line: 0, character: 0 });
  });
});
