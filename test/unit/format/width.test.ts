import assert from "node:assert/strict";
import { util } from "prettier";
import { displayWidth, padTo } from "../../../server/core/format/width.ts";

describe("display width", () => {
  it("counts wide East Asian characters as two and marks as none", () => {
    assert.equal(displayWidth("office"), 6);
    assert.equal(displayWidth("営業部"), 6);
    assert.equal(displayWidth("ｶﾅ"), 2);
    assert.equal(displayWidth("か\u3099"), 2);
    assert.equal(displayWidth("𠮷野"), 4);
    assert.equal(displayWidth("👍"), 2);
  });

  it("pads to a column", () => {
    assert.equal(padTo("営業", 6), "営業  ");
    assert.equal(padTo("longer", 3), "longer");
  });

  it("agrees with Prettier on every character of kana, kanji, hangul and full-width forms", () => {
    const ranges = [
      [0x20, 0x7e],
      [0xa1, 0x24f],
      [0x370, 0x3ff],
      [0x2500, 0x257f],
      [0x3000, 0x30ff],
      [0x3400, 0x9fff],
      [0xac00, 0xd7a3],
      [0xff01, 0xffee],
      [0x20000, 0x2a6df],
    ] as const;
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) {
        const character = String.fromCodePoint(code);
        if (/\p{Cf}|\p{Cn}/u.test(character)) continue;
        assert.equal(displayWidth(character), util.getStringWidth(character), `U+${code.toString(16)}`);
      }
    }
  });
});
