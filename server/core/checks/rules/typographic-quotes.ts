import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Texts in typographic or Japanese quotes. */
export const typographicQuotes = defineCheck({
  code: "SLA003",
  name: "typographic-quotes",
  severity: "warning",
  fixing: "harmless",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A text in curly quotes, as word processors make them, or in 「」. It is understood, but another tool that reads the file " +
          "may not find its end. Write straight quotes.",
        ja:
          "ワープロソフトの丸い引用符や「」で囲んだ文です。意味は読み取りますが、ファイルを読むほかのツールは文の終わりを見つけられないことがあります。" +
          "半角のまっすぐな引用符で書いてください。",
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
