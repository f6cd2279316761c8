import assert from "node:assert/strict";
import { formatText } from "../../../server/core/format/format.ts";
import { formatsTo, staysAsItIs } from "./check.ts";

describe("the formatter writes as it was understood", () => {
  it("full-width forms", () => {
    formatsTo(
      `
      ｔｅａｍ Ａ｛
        ｌｅａｄ　Ｘ
        ｍｅｍｂｅｒｓ　森、田中，ＹＺ＿１
      ｝
      prove p： discount is not may when （rate ＞ １０％ or rate ≦ ２０.５%） and amount ≧ １_０００ JPY
      `,
      `
      team A {
        lead    X
        members 森, 田中, YZ_1
      }

      prove p: discount is not may when (rate > 10% or rate <= 20.5%) and amount >= 1_000 JPY
      `,
    );
  });

  it("quotes", () => {
    formatsTo(
      `
      team A {
        title 『one "two" three』
        reach via email at “営業”
        reach via phone at "a \\" and \\\\ b"
      }
      `,
      `
      team A {
        title "one \\"two\\" three"
        reach via email at "営業"
        reach via phone at "a \\" and \\\\ b"
      }
      `,
    );
  });

  it("times, dates and ranges", () => {
    formatsTo(
      `
      calendar office in Asia/Tokyo {
        open Mon-Fri 9:00-12:00, 13:00〜18:00
        closed 2026/8/2 9:00-10:00
        closed 2026-8-3…2026-8-4
        closed 1-2..1-3
      }
      `,
      `
      calendar office in Asia/Tokyo {
        open   Mon..Fri 09:00-12:00, 13:00-18:00
        closed 2026-08-02 09:00-10:00
        closed 2026-08-03..2026-08-04
        closed 01-02..01-03
      }
      `,
    );
  });

  it("operators and signs of programming languages", () => {
    formatsTo(
      `
      impossible when tier == standard && channel != phone || rate=>5 % ;
      impossible when tier≠gold and !(channel = phone)
      `,
      `
      impossible when tier is standard and channel is not phone or rate >= 5%
      impossible when tier is not gold and not (channel is phone)
      `,
    );
  });

  it("but leaves what could be read in two ways", () => {
    staysAsItIs(`
      impossible when amount > 1,000 JPY
      impossible when team-lead is yes
      impossible when start on 3/4
      impossible when amount > 1_000_000 JPY
      channel \`a, b\`, ｱｲｳ, ㋐
    `);
  });
});

describe("the formatter and the file", () => {
  it("ends it with one line break", () => {
    assert.equal(formatText("channel a"), "channel a\n");
    assert.equal(formatText("channel a\n\n\n"), "channel a\n");
    assert.equal(formatText("\n\n  channel a  "), "channel a\n");
    assert.equal(formatText("// only"), "// only\n");
  });

  it("leaves an empty file empty", () => {
    assert.equal(formatText(""), "");
    assert.equal(formatText("\n \n"), "");
  });

  it("keeps a byte order mark", () => {
    assert.equal(formatText("\ufeff"), "\ufeff");
    assert.equal(formatText("\ufeffchannel  a"), "\ufeffchannel a\n");
    assert.equal(formatText("\ufeff\n// x\nchannel  a"), "\ufeff// x\nchannel a\n");
  });

  it("uses the line break that the file begins with", () => {
    assert.equal(
      formatText("channel a\r\nchannel b\nteam A { lead X }"),
      "channel a\r\nchannel b\r\n\r\nteam A {\r\n  lead X\r\n}\r\n",
    );
    assert.equal(formatText("channel a\nchannel b\r\n"), "channel a\nchannel b\n");
  });
});

describe("the formatter leaves half-written items as they are", () => {
  it("and lays out the others", () => {
    formatsTo(
      `
      channel  a
      team  A {
          lead X
        nonsense   here
      }
      channel  b
      team  B {
          lead X
      `,
      `
      channel a
      team  A {
          lead X
        nonsense   here
      }
      channel b
      team  B {
          lead X
      `,
    );
  });

  it("whatever is wrong with them", () => {
    for (const broken of [
      "team  A {\n lead X\n",
      "team  A {\n lead X }  }\n",
      'team  A {\n title  "open\n}\n',
      "channel  `open\n",
      "impossible  when\n",
      "impossible  when  (a is b\n",
      "impossible  when a\n",
      "impossible  when a < 3 §\n",
      "agreement  a {\n handle  b: c {\n respond  within 4\n }\n}\n",
      "nonsense   here\n",
      "}\n",
      `impossible when ${"(".repeat(60)}a is b${")".repeat(60)}   \n`,
      "channel  a\u0000\n",
    ]) {
      assert.equal(formatText(broken), broken);
    }
  });
});
