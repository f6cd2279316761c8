import assert from "node:assert/strict";
import { explanationOf, prettyExplanation } from "../../../server/cli/reports/explanation.ts";
import { allChecks } from "../../../server/core/checks/all.ts";
import { displayWidth } from "../../../server/core/format/width.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

describe("torikime explain", () => {
  it("sets a page for a terminal: paragraphs in its width, examples indented, and what the check says of the bad one", async () => {
    const { code, out } = await torikime(folderOf({}), ["explain", "SLA101"], { columns: 60 });
    assert.equal(code, 0);
    assert.equal(
      out,
      `SLA101 unknown-name  error

A name that no declaration introduces. Calendars, channels,
teams, attributes, request kinds, customers and agreements
are declared by their own words, fields and values with
their request kind or attribute, and people by being the
lead or a member of a team. Where a declared name is spelled
alike, the fix puts it in.

Bad
  team Logistics {
    lead  Ueda
    hours offise
          ^^^^^^
  }

  error: 'offise' is not declared as a calendar, so what is
  written about it has no effect. Did you mean 'office'?

Good
  team Logistics {
    lead  Ueda
    hours office
  }

Fix
  The first fix makes the bad example the good one.
`,
    );
  });

  it("takes a code and a name alike", async () => {
    const byCode = await torikime(folderOf({}), ["explain", "SLA101"]);
    assert.deepEqual(await torikime(folderOf({}), ["explain", "unknown-name"]), byCode);
  });

  it("explains in Japanese, where that is the language", async () => {
    const { out } = await torikime(folderOf({}), ["explain", "single-person", "--locale", "ja"], { columns: 40 });
    assert.match(out, /^SLA401 single-person {2}警告\n\n一人/);
    assert.match(out, /^悪い例$[\s\S]*^ {2}警告：[\s\S]*^良い例$/m);
    // What is wrong with the use itself is said in the language asked for, too.
    const wrong = await torikime(folderOf({}), ["explain", "SLA9999", "--locale=ja"]);
    assert.match(wrong.errors, /というコードはありません/);
  });

  it("paints headings, marks and words of the language on a screen with colours, and changes nothing else", async () => {
    const plain = await torikime(folderOf({}), ["explain", "SLA105"]);
    const painted = await torikime(folderOf({}), ["explain", "SLA105"], { colours: true });
    assert.match(painted.out, /\u001b\[1mSLA105/);
    assert.match(painted.out, /\u001b\[31m\^+/);
    assert.equal(painted.out.replace(/\u001b\[\d+m/g, ""), plain.out);
  });

  it("explains the code of settings that cannot be understood, which is no check", async () => {
    const { out, code } = await torikime(folderOf({}), ["explain", "SLA000"]);
    assert.equal(code, 0);
    assert.match(out, /^SLA000 settings {2}error\n\nSomething in `torikime.yaml`[\s\S]*^Bad\n {2}checks: \{/m);
    assert.deepEqual((await torikime(folderOf({}), ["explain", "settings"])).out, out);
    const japanese = await torikime(folderOf({}), ["explain", "sla000", "--locale", "ja"]);
    assert.match(japanese.out, /^SLA000 settings {2}エラー\n/);
  });

  it("lists all codes in order, with what each finds, where none is given", async () => {
    const { out } = await torikime(folderOf({}), ["explain"], { columns: 60 });
    assert.match(out, /^SLA000 {2}error {4}settings\n {8}Something in `torikime.yaml`/);
    const codes = out.match(/^SLA\d{3}/gm) ?? [];
    assert.deepEqual(codes, ["SLA000", ...allChecks.map(({ code }) => code)].toSorted());
    for (const line of out.split("\n")) assert.ok(displayWidth(line) <= 60, line);
    const japanese = await torikime(folderOf({}), ["explain", "--locale", "ja"]);
    assert.match(japanese.out, /^SLA002 {2}警告 {4}full-width\n {8}.*全角/m);
  });

  it("leaves no hole of a message open, and no line of prose wider than the screen, in any page", () => {
    const screen = { columns: 50, colours: false };
    for (const check of allChecks)
      for (const locale of ["en", "ja"] as const) {
        const explanation = explanationOf(check, libraryHolidays, locale);
        const page = prettyExplanation(explanation, screen, locale);
        const holes = check.messages[locale].match(/\{\w+\}/g) ?? [];
        assert.deepEqual(
          holes.filter((hole) => page.includes(hole)),
          [],
          check.code,
        );
        assert.doesNotMatch(page, /^#|```/m, check.code);
        const [bad] = explanation.sections;
        assert.ok(bad?.sentence !== undefined && bad.code !== undefined, check.code);
        const code = new Set(explanation.sections.flatMap((part) => part.code?.split("\n") ?? []));
        for (const line of page.split("\n"))
          assert.ok(displayWidth(line) <= 50 || code.has(line.slice(2)), `${check.code}: ${line}`);
      }
  });
});
