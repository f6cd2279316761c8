import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Texts and names in backticks without their end. */
export const unclosedText = defineCheck({
  code: "SLA004",
  name: "unclosed-text",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A text without its closing quote, or a name in backticks without the second one. The rest of the line is taken to " +
          "belong to it, comments included; the next line is read as usual. Write the closing quote where the text ends.",
        ja:
          "閉じの引用符がない文、または二つ目のバッククォートがない名前です。コメントも含めて、行の残りがその一部と見なされます。" +
          "次の行からは通常どおり読み取ります。文の終わりに引用符を書いてください。",
      },
      {
        bad: `
team Logistics {
  title "Warehouse and transport
        ^^^^^^^^^^^^^^^^^^^^^^^^
  lead  Ueda
}
`,
        fixed: `
team Logistics {
  title "Warehouse and transport"
  lead  Ueda
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["unclosed text", "unclosed name"], report);
  },
});
