import assert from "node:assert/strict";
import { changedHolidays } from "../../../server/core/scenarios/holidays.ts";
import { noSettings, readSettings } from "../../../server/core/scenarios/settings.ts";
import { formatDate } from "../../../server/core/time/date.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { shown } from "./desk.ts";

const nameable = {
  checks: [
    { name: "unused", code: "SLA501" },
    { name: "single-person", code: "SLA401" },
  ],
  hasHolidays: (region: string) => region === "Japan" || region === "Germany",
  regions: () => ["Germany", "Japan", "Atlanta"],
};

describe("readSettings", () => {
  it("reads everything", () => {
    const { settings, problems } = readSettings(`
files: ["agreements/**/*.sla"]
locale: ja
today: 2026-08-24
checks: { unused-declaration: off, expired-exception: warning }
limits:
  longest exception: 14 days
  shortest handover: 28 days
  renewals: 1
holidays:
  Japan: { extra: [2026-10-01], removed: [2026-11-23] }
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.files, ["agreements/**/*.sla"]);
    assert.equal(settings.locale, "ja");
    assert.equal(settings.today === undefined ? "" : formatDate(settings.today), "2026-08-24");
    assert.deepEqual(
      [...settings.checks],
      [
        ["unused-declaration", "off"],
        ["expired-exception", "warning"],
      ],
    );
    assert.deepEqual(settings.limits, { longestException: 14, shortestHandover: 28, renewals: 1 });
    const holidays = changedHolidays(japaneseHolidays, settings.holidays, (name) => (name === "JP" ? "Japan" : name));
    // Japan's holidays of autumn 2026 by the law: 09-21, 09-22, 09-23, 10-12, 11-03, 11-23.
    assert.deepEqual(
      (holidays("JP", 2026) ?? []).map(formatDate).filter((day) => day > "2026-09-01"),
      ["2026-09-21", "2026-09-22", "2026-09-23", "2026-10-01", "2026-10-12", "2026-11-03"],
    );
    assert.equal(holidays("Nowhere", 2026), undefined);
  });

  it("takes what is not written for not set", () => {
    assert.deepEqual(readSettings("# nothing yet\n"), { settings: noSettings, problems: [] });
    assert.deepEqual(readSettings("checks:\n"), { settings: noSettings, problems: [] });
  });

  for (const [text, wanted] of [
    ["- a", "- a | Settings are a mapping of keys and values, such as `locale: ja`."],
    [
      "locale: ja\n---\nlocale: en",
      "locale: en | The settings end at the `---` before this, so it has no effect. Remove that line, or what follows it.",
    ],
    ["chekcs: {}", "chekcs | 'chekcs' is not a key here, so it has no effect. Did you mean 'checks'?"],
    [
      "limits: { longest: 3 days }",
      "longest | 'longest' is not a key here, so it has no effect. Did you mean 'longest exception'?",
    ],
    [
      "limits: { longest exception: two weeks }",
      "two weeks | 'two weeks' is not a number of days. Write it such as `14 days`.",
    ],
    ["limits: { renewals: many }", "many | 'many' is not a whole number. Write it such as `2`."],
    ["locale: jp", "jp | 'jp' is not one of the values en, ja. Did you mean 'ja'?"],
    [
      "checks: { unused: warn }",
      "warn | 'warn' is not a severity. Write error, warning, info, hint or off. Did you mean 'warning'?",
    ],
    ["checks: { unusde: off }", "unusde | No check is called 'unusde', so this has no effect. Did you mean 'unused'?"],
    [
      "checks: { SLA401: off }",
      "SLA401 | No check is called 'SLA401', so this has no effect. Did you mean 'single-person'?",
    ],
    [
      "checks: { sla401: off }",
      "sla401 | No check is called 'sla401', so this has no effect. Did you mean 'single-person'?",
    ],
    [
      "checks: { Single_Person: off }",
      "Single_Person | No check is called 'Single_Person', so this has no effect. Did you mean 'single-person'?",
    ],
    [
      "holidays: { Germny: { extra: [2026-10-01] } }",
      "Germny | The holidays of 'Germny' are not known, so this has no effect. Write a country or a code such as \"DE-BY\". Did you mean 'Germany'?",
    ],
    [
      "holidays: { Atlantis: { extra: [2026-10-01] } }",
      "Atlantis | The holidays of 'Atlantis' are not known, so this has no effect. Write a country or a code such as \"DE-BY\".",
    ],
    ["checks: off", "off | 'checks' takes a mapping of keys and values, such as `{ key: value }`."],
    ["today: 2026-02-30", "2026-02-30 | '2026-02-30' is not a date that exists. Write it such as `2026-08-24`."],
    ["files: { a: b }", "{ a: b } | 'files' takes a list, such as `[a, b]`."],
    [
      "holidays: { Japan: [2026-10-01] }",
      "[2026-10-01] | 'Japan' takes a mapping of keys and values, such as `{ key: value }`.",
    ],
    [
      "holidays: { Japan: { more: [2026-10-01] } }",
      "more | 'more' is not a key here, so it has no effect. Known: extra, removed.",
    ],
  ] as const) {
    it(`says what is wrong with ${text}`, () => {
      assert.deepEqual(shown(text, readSettings(text, nameable).problems), [wanted]);
    });
  }
});
