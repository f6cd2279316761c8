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
          "An amount with more decimals than its currency has (ISO 4217): none for `JPY`, two for `EUR`. Nobody can pay it and no " +
          "amount equals it, and half a yen would open a gap between `<= 50_000 JPY` and `>= 50_001 JPY`. Round it.",
        ja:
          "通貨にはない桁まで小数が書かれた金額です（ISO 4217 では、`JPY` に小数はなく、`EUR` は二桁まで）。" +
          "そのような金額は支払えず、等しい金額もありません。" +
          "0.5 円を認めると、`<= 50_000 JPY` と `>= 50_001 JPY` の間に隙間ができてしまいます。端数を丸めてください。",
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
