import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A type in the words of a form or of another language, which is understood. */
export const typeInOtherWords = defineCheck({
  code: "SLA124",
  name: "type-in-other-words",
  severity: "warning",
  fixing: "harmless",
  messages: {
    en: "'{written}' is read as the type '{meant}'. A type has one name, so that everybody who reads it knows what is counted; write '{meant}'.",
    ja: "「{written}」は型「{meant}」と読みます。何を数えるのかが誰にでも分かるよう、型の書き方は一つです。「{meant}」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "What a field holds in words of a form or of another language, such as `円` or `yen` for `JPY`, `営業日` for `business days`, `%` for " +
          "`percent` or `string` for `text`. It is understood, but a type has one name. With several values, such as `円 | ドル`, the words are " +
          "values like any others.",
        ja:
          "`JPY` の代わりの `円` や `yen`、`business days` の代わりの `営業日`、`percent` の代わりの `%`、`text` の代わりの `string` など、申込書やほかの言語の言葉で書かれた項目の型です。" +
          "意味は読み取れますが、型の書き方は一つです。`円 | ドル` のように二つ以上並べれば、ほかの語と同じく値になります。",
      },
      {
        bad: `
request refund { amount: yen }
                         ^^^
agreement refunds between Sales and Support {
  commit small: refund by Sales {
    may when amount <= 5_000 JPY
    never when amount > 5_000 JPY
  }
}
`,
        fixed: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  commit small: refund by Sales {
    may when amount <= 5_000 JPY
    never when amount > 5_000 JPY
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, written, meant } of problems("type in other words")) {
      const fixes = [replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant)];
      report(place, { written, meant }, { fixes });
    }
  },
});
