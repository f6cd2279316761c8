import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Texts in typographic or Japanese quotes. */
export const typographicQuotes = defineCheck({
  code: "SLA003",
  name: "typographic-quotes",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "Word processors turn straight quotes into curly ones, and Japanese texts are quoted with 「」. Such a text is understood, " +
          "but another tool that reads the file may not find its end. Write straight quotes.",
        ja:
          "ワープロソフトは引用符を丸い引用符に変え、日本語の文章では「」で囲みます。そのような文も読み取りますが、ファイルを読むほかのツールは文の終わりを" +
          "見つけられないことがあります。半角のまっすぐな引用符で書いてください。",
      },
      {
        bad: `
team Logistics {
  title “物流部”
        ^^^^^
  lead  Ueda
}
`,
        fixed: `
team Logistics {
  title "物流部"
  lead  Ueda
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["quotes"], report);
  },
});
