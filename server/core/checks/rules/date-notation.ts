import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Dates that are not written year-month-day. */
export const dateNotation = defineCheck({
  code: "SLA005",
  name: "date-notation",
  severity: "warning",
  fixing: "harmless",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A date that is not written like `2026-08-02`. Other notations are read where only one reading makes sense, but people " +
          "from elsewhere read `2/8` as the second of August. Write year, month and day with hyphens, the month and the day with " +
          "two digits. Days such as `2/8` are left to you, since someone may have meant August.",
        ja:
          "`2026-08-02` のように書かれていない日付です。" +
          "ほかの書き方も、読み方が一つしかないときは受け付けますが、`2/8` を 8 月 2 日と読む国の人もいます。" +
          "年・月・日をハイフンでつなぎ、月と日を二桁で書いてください。" +
          "`2/8` のような日付は 8 月のつもりかもしれないため、一つずつ確かめてください。",
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
