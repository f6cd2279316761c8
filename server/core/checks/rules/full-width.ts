import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Full-width letters, digits and signs outside of texts and names. */
export const fullWidth = defineCheck({
  code: "SLA002",
  name: "full-width",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "Full-width digits and signs, as an input method for Japanese writes them, are understood. But a search for the half-width form " +
          "misses them, and in a review the two look alike. Full-width spaces are spaces and are not reported.",
        ja:
          "日本語入力で入る全角の数字や記号も、正しく読み取ります。ただし、半角で検索しても見つからず、レビューでは見分けがつきません。" +
          "全角の空白は空白として扱い、指摘しません。",
      },
      {
        bad: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  commit small_refunds: refund by Sales {
    may when amount <= ５０００ JPY
                       ^^^^
    never when amount > 5000 JPY
  }
}
`,
        fixed: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  commit small_refunds: refund by Sales {
    may when amount <= 5000 JPY
    never when amount > 5000 JPY
  }
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["full-width"], report);
  },
});
