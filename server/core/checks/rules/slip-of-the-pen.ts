import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Notations of other languages that are understood. */
export const slipOfThePen = defineCheck({
  code: "SLA007",
  name: "slip-of-the-pen",
  severity: "warning",
  fixing: "harmless",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "Something written by a habit from elsewhere. It is understood: `Mon-Fri` for `Mon..Fri`, a hyphen between dates, " +
          "`10,000` for `10_000`, `30万円` for `300_000 JPY`, `==` and `&&` for `is` and `and`, a semicolon at the end of a line, " +
          "`#` before a comment, a hyphen in a name, a long dash. There is one way to write each, so that everyone who reads the " +
          "agreement knows it; the fix writes it so.",
        ja:
          "ほかの言語や書類での習慣による書き方です。意味は読み取れます。" +
          "`Mon..Fri` の代わりの `Mon-Fri`、日付の間のハイフン、`10_000` の代わりの `10,000`、`300_000 JPY` の代わりの `30万円`、`is` と `and` の代わりの `==` と `&&`、行末のセミコロン、コメントの前の `#`、名前の中のハイフン、長いダッシュなどです。" +
          "取り決めを読む誰もが分かるよう、書き方は一つに決めてあり、修正候補でその書き方になります。",
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
  open Mon-Fri 09:00-18:00
          ^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        fixed: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["grouping", "currency", "range", "dash", "hyphen", "operator", "semicolon", "comment"], report);
  },
});
