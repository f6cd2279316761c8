import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Full-width letters, digits and signs outside of texts and names. */
export const fullWidth = defineCheck({
  code: "SLA002",
  name: "full-width",
  severity: "warning",
  fixing: "harmless",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "Digits or signs in full width, as an input method for Japanese writes them. They are understood, but a search for the " +
          "half-width form misses them, and in a review the two look alike. Write them in half width. Full-width spaces are " +
          "spaces and are not reported.",
        ja:
          "日本語入力のまま書かれた、全角の数字や記号です。意味は読み取りますが、半角で検索しても見つからず、レビューでは見分けがつきません。" +
          "半角で書いてください。全角の空白は空白として扱い、指摘しません。",
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
