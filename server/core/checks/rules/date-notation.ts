import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Dates that are not written year-month-day. */
export const dateNotation = defineCheck({
  code: "SLA005",
  name: "date-notation",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A date is written `2026-08-02`: year, month and day with hyphens and two digits each. Other notations are read where only one " +
          "reading makes sense, but people from elsewhere read `2/8` as the second of August.",
        ja:
          "日付は `2026-08-02` のように、年・月・日をハイフンでつなぎ、月と日を二桁で書きます。ほかの書き方も、読み方が一つしかないときは受け付けますが、" +
          "`2/8` を 8 月 2 日と読む国の人もいます。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026/8/2..2026-08-16
               ^^^^^^^^
}
`,
        fixed: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-08-02..2026-08-16
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["date"], report);
  },
});
