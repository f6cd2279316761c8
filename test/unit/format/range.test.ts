import assert from "node:assert/strict";
import { formatRange } from "../../../server/core/format/format.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { dedent } from "./check.ts";

/** Formats what stands between the two `¦` of a text. */
function formatsRangeTo(marked: string, expected: string): void {
  const [before = "", inside = "", after = ""] = dedent(marked).split("¦");
  const text = before + inside + after;
  const edits = formatRange(parse(text), before.length, before.length + inside.length);
  assert.equal(applyEdits(text, edits), dedent(expected));
}

describe("formatting a range", () => {
  it("lays out the whole declarations that it touches", () => {
    formatsRangeTo(
      `
      team  A {
      lead X
      }
      team  B {
      le¦ad X
      }
      // about C
      team  C¦ {
      lead X // x
      hours office
      }
      team  D {
      lead X
      }
      `,
      `
      team  A {
      lead X
      }
      team B {
        lead X
      }

      // about C
      team C {
        lead  X  // x
        hours office
      }
      team  D {
      lead X
      }
      `,
    );
  });

  it("lays out only the clauses, where it touches nothing else of their agreement", () => {
    formatsRangeTo(
      `
      agreement  a between B and C {
      title   "x"
      handle  b: c {
      by   X
      }
          // about d
      handle  d: c {
      by ¦  X // who
      }
      owe   e: B¦ to C "x" with every c // so it is
      owe   f: B to C "x" with every c
      }
      `,
      `
      agreement  a between B and C {
      title   "x"
      handle  b: c {
      by   X
      }
        // about d
        handle d: c {
          by X  // who
        }
        owe e: B to C "x" with every c  // so it is
      owe   f: B to C "x" with every c
      }
      `,
    );
  });

  it("lays out a case by itself, and a comment with what it stands above", () => {
    formatsRangeTo(
      `
      agreement  a between B and C {
      handle  b: c {
      by   X
          // abo¦u¦t d
      case  d when x is y {
      by  Z
      }
      }
      }
      `,
      `
      agreement  a between B and C {
      handle  b: c {
      by   X
          // about d
          case d when x is y {
            by Z
          }
      }
      }
      `,
    );
  });

  it("changes nothing where it touches nothing, or what is broken", () => {
    formatsRangeTo("team  A {}\n\n¦\n¦\n", "team  A {}\n\n\n\n");
    formatsRangeTo("team  A {\n  non¦sense\n}¦\n", "team  A {\n  nonsense\n}\n");
    assert.deepEqual(formatRange(parse(""), 0, 0), []);
    assert.deepEqual(formatRange(parse("channel  a\n"), 500, 900), []);
  });
});
