import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { typeInWords } from "../words.ts";

/** A comparison that the type of the field does not have. */
export const wrongOperator = defineCheck({
  code: "SLA112",
  name: "wrong-operator",
  severity: "error",
  messages: {
    en: "'{subject}' is {type}, for which '{operator}' has no meaning, so this can never hold. Write {advice}.",
    ja: "「{subject}」は {type}で、「{operator}」では比べられないため、成り立つことがありません。{advice}を使ってください。",
  },
  docs: () =>
    page(
      {
        en:
          "A comparison that has no meaning for the type of its field, so that it can never hold. `<`, `<=`, `>` and `>=` need an " +
          "order: numbers, percentages, amounts, durations, dates and times have one, lists of values, texts and names have none. " +
          "`during`, `outside` and `on` are about a date field, or about the time of the request when no field is named. The " +
          "message says what to write instead.",
        ja:
          "項目の型では意味をなさず、成り立つことのない比較です。`<`、`<=`、`>`、`>=` で比べるには、順序が要ります。" +
          "数値、割合、金額、期間、日付、時刻には順序がありますが、値の一覧、文字列、名前にはありません。" +
          "`during`、`outside`、`on` は日付の項目について、項目を書かなければ依頼の日時について述べます。" +
          "代わりに使える書き方は、メッセージに示します。",
      },
      {
        bad: `
request repair { cost: low | high }
agreement repairs between Sales and Support {
  commit free_repairs: repair by Sales {
    may when cost < high
             ^^^^^^^^^^^
  }
}
`,
        good: `
request repair { cost: low | high }
agreement repairs between Sales and Support {
  commit free_repairs: repair by Sales {
    may when cost is low
    never when cost is high
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, subject, type, operator } of problems("wrong operator"))
      report(place, { subject, operator, type: typeInWords(type), advice: comparesOrder(operator) ? byName : byOrder });
  },
});

function comparesOrder(operator: string): boolean {
  return operator.startsWith("<") || operator.startsWith(">");
}

const byName = { en: "'is', 'is not' or 'is one of'", ja: "「is」「is not」「is one of」" };
const byOrder = { en: "'is', '<=' or '>=', or a date field", ja: "「is」「<=」「>=」、または日付の項目" };
