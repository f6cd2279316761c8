import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Texts and names in backticks without their end. */
export const unclosedText = defineCheck({
  code: "SLA004",
  name: "unclosed-text",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: page(
    "A text ends at its closing quote, a name in backticks at the second backtick. Without it the rest of the line is taken to " +
      "belong to it, comments included, and the next line is read as usual.",
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
