import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

describe("a message on what cannot stand somewhere", () => {
  const told = (text: string, locale: "en" | "ja") =>
    findingsIn(text)
      .filter((finding) => finding.check.name === "syntax-error")
      .map((finding) => messageOf(finding, locale));

  it("names the kinds of values that may stand there", () => {
    const effective = "agreement a between Sales and Support {\n  effective ..2026-08-28\n}\n";
    assert.match(told(effective, "en")[0] ?? "", /Here may stand: a date \(2026-08-22\)\.$/);
    assert.match(told(effective, "ja")[0] ?? "", /ここに書けるもの：日付（2026-08-22）。$/);
    const title = "agreement a between Sales and Support {\n  title hello\n}\n";
    assert.match(told(title, "en")[0] ?? "", /Here may stand: a text in quotes \("…"\)\.$/);
  });

  it("names the signs that are missing", () => {
    assert.match(told("channel letter fax\n", "en")[0] ?? "", /Here may stand: ','\.$/);
    assert.match(told("attribute size of customer small | large\n", "en")[0] ?? "", /Here may stand: ':'\.$/);
  });
});
