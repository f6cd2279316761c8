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
          "A text ends at its closing quote, a name in backticks at the second backtick. Without it the rest of the line is taken to " +
          "belong to it, comments included, and the next line is read as usual.",
        ja:
          "文は閉じの引用符で、バッククォートで囲んだ名前は二つ目のバッククォートで終わります。なければ、コメントも含めて行の残りがその一部と見なされ、" +
          "次の行からは通常どおり読み取ります。",
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
