import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn, repaired } from "./examples.ts";

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

  const repairs = (text: string) =>
    findingsIn(text)
      .filter((finding) => finding.check.name === "syntax-error")
      .flatMap(({ fixes }) => (fixes ?? []).map((fix) => repaired(text, fix)));
  const opened = (days: string) => `calendar shop in Asia/Tokyo {\n  open ${days} 09:00-17:00\n}\n`;
  const answered = (within: string) =>
    `agreement a between Sales and Support {\n  handle x: how_to {\n    by      Support\n    respond within ${within}\n  }\n}\n`;

  it("asks whether a word of the language is meant by one of everyday, and writes it", () => {
    assert.match(told(opened("月..土"), "en")[0] ?? "", /Did you mean 'Mon'\?$/);
    assert.match(told(opened("月..土"), "ja")[0] ?? "", /「Mon」のことですか。$/);
    for (const days of ["月..土", "月曜..土曜日", "Monday..Saturday"])
      assert.deepEqual(repairs(opened(days)), [opened("Mon..Sat")], days);
    assert.deepEqual(repairs(opened("平日")), [opened("Mon..Fri")]);
    assert.deepEqual(repairs("チーム Desk {\n  lead Abe\n}\n"), ["team Desk {\n  lead Abe\n}\n"]);
  });

  it("is one for a number with a word that is no unit, and offers what it may mean", () => {
    assert.match(
      told(answered("4時間"), "en").join(),
      /^'時間' cannot stand here.* Did you mean 'business hours' or 'clock hours'\?$/,
    );
    assert.deepEqual(repairs(answered("4時間")), [answered("4 business hours"), answered("4 clock hours")]);
    assert.deepEqual(repairs(answered("1 営業日")), [answered("1 business day")]);
    assert.match(told(answered("2 weeks"), "en").join(), /^'weeks' cannot stand here, [^']*'business', /);
    assert.match(told(answered("2"), "en").join(), /^This duration has no unit/);
    assert.deepEqual(
      repairs(answered("1")),
      ["1 business hour", "1 business day", "1 clock hour", "1 calendar day"].map(answered),
    );
    assert.deepEqual(repairs(answered("2 business")), [answered("2 business hours"), answered("2 business days")]);
  });

  it("reads a `=>` as the arrow of a table, and elsewhere as a comparison", () => {
    const table = answered("4 business hours").replace(
      "\n  }",
      "\n    table severity => respond\n      urgent => 1 business hour\n  }",
    );
    assert.deepEqual(told(table.replace("how_to", "incident"), "en"), []);
    const compared = "impossible when severity is urgent and\n  rate => 5%\n";
    assert.deepEqual(told(compared, "en"), []);
  });

  it("tells of a part that stands too late on its line, and moves it", () => {
    const asks = (line: string) =>
      `request rebate { rate: percent }\n\nagreement a between Sales and Support {\n  commit c: rebate by Sales {\n    ${line}\n    never when rate > 9%\n  }\n}\n`;
    const late = asks("ask lead of Sales when rate <= 9% within 1 business day");
    assert.match(
      told(late, "en").join(),
      /^'within 1 business day' stands too late on its line, .* Write it before 'when'\.$/,
    );
    assert.match(told(late, "ja").join(), /「when」より前に書いてください。$/);
    assert.deepEqual(repairs(late), [asks("ask lead of Sales within 1 business day when rate <= 9%")]);
    const step = (line: string) => answered("1 business day").replace("\n  }", `\n    ${line}\n  }`);
    assert.deepEqual(repairs(step("step draft within 1 business day by Support")), [
      step("step    draft by Support within 1 business day"),
    ]);
  });
});
