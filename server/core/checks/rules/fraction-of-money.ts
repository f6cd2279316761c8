import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An amount with more decimals than its currency has. */
export const fractionOfMoney = defineCheck({
  code: "SLA113",
  name: "fraction-of-money",
  severity: "error",
  messages: {
    en: "{currency} has {decimals} decimals, so {digits} {currency} cannot be paid and no amount can equal it. Round the limit.",
    ja: "{currency} の小数は {decimals} 桁までなので、{digits} {currency} という金額はありません。端数を丸めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Amounts are whole numbers of a currency's smallest unit (ISO 4217): no decimals for `JPY`, two for `EUR`. So `<= 50_000 JPY` and " +
          "`>= 50_001 JPY` meet without a gap, which half a yen would open.",
        ja:
          "金額は、通貨の最小単位の整数で表します（ISO 4217）。小数は、`JPY` にはなく、`EUR` では二桁までです。そのため `<= 50_000 JPY` と " +
          "`>= 50_001 JPY` は隙間なくつながります。0.5 円を認めると、そこに隙間ができてしまいます。",
      },
      {
        bad: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  commit small_refunds: refund by Sales {
    may when amount <= 999.5 JPY
                       ^^^^^
  }
}
`,
        good: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  commit small_refunds: refund by Sales {
    may when amount <= 999 JPY
    never when amount >= 1000 JPY
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, currency, digits, decimals } of problems("fraction of money"))
      report(place, { currency, digits, decimals: decimals === 0 ? { en: "no", ja: "0" } : String(decimals) });
  },
});
