import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { listed } from "../people.ts";

/** A condition on a field whose type differs between the clause's request kinds. */
export const fieldDiffers = defineCheck({
  code: "SLA115",
  name: "field-differs",
  severity: "error",
  messages: {
    en: "'{field}' is not of the same type in {kinds}, so one condition cannot be about all of them. Write a case for each.",
    ja: "「{field}」の型は {kinds} の間で異なるため、一つの条件では扱えません。種類ごとに case を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Two request kinds of a clause have a field of the same name, but one counts yen and the other percent. A condition on " +
          "it can be right for one of them at most. Write a `case` for each kind.",
        ja:
          "一つの条項が扱う二種類の依頼に、同じ名前の項目がありますが、一方は円、もう一方は割合というように、数えるものが異なります。" +
          "この項目についての条件は、多くてもどちらか一方でしか正しくなりません。種類ごとに `case` を書いてください。",
      },
      {
        bad: `
request refund { amount: JPY }
request rebate { amount: percent }
agreement favours between Sales and Support {
  commit small_favours: refund, rebate by Sales {
    may when amount <= 1000 JPY
             ^^^^^^
  }
}
`,
        good: `
request refund { amount: JPY }
request rebate { amount: percent }
agreement favours between Sales and Support {
  commit small_refunds: refund by Sales {
    may when amount <= 1000 JPY
    never when amount > 1000 JPY
  }
  commit small_rebates: rebate by Sales {
    may when amount <= 5%
    never when amount > 5%
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, field, kinds } of problems("field differs")) report(place, { field, kinds: listed(kinds) });
  },
});
