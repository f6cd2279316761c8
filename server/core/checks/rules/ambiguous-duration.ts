import { writtenAmount } from "../../model/constantText.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import type { ProblemOf } from "../item.ts";
import { anyOf, phrase } from "../message.ts";

/** A duration that does not say whose hours or days it counts. */
export const ambiguousDuration = defineCheck({
  code: "SLA201",
  name: "ambiguous-duration",
  severity: "error",
  messages: {
    en: "'{unit}' alone can be {readings}, which end at different times, so no deadline can be promised. Say which.",
    ja: "「{unit}」だけでは {readings}読め、期限が変わるため約束になりません。どちらかを書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A duration that does not say how it is counted. Four hours from Friday 17:30 end on Friday at 21:30, or on Monday at " +
          "13:30 when only business hours count. Write `business hours`, `business days`, `clock hours` or `calendar days`. There " +
          "is no default; each fix is one of the readings.",
        ja:
          "どう数えるのかが書かれていない期間です。" +
          "金曜日の 17:30 から 4 時間の期限は、時計どおりなら金曜日の 21:30 ですが、営業時間だけを数えるなら月曜日の 13:30 です。" +
          "`business hours`、`business days`、`clock hours`、`calendar days` のどれかを書いてください。" +
          "既定の単位はありません。修正候補は、それぞれの読み方に対応しています。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 4 hours
                   ^^^^^^^
  }
}
`,
        fixed: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 4 business hours
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const problem of problems("ambiguous duration"))
      report(problem.place, { unit: problem.unit, readings: readAs(problem.readings) }, { fixes: fixesOf(problem) });
  },
});

function readAs(readings: readonly string[]): Localized {
  return { en: anyOf(readings).en, ja: readings.map((reading) => `${reading} とも`).join(" ") };
}

function fixesOf({ place, amount, readings }: ProblemOf<"ambiguous duration">): readonly Fix[] {
  return readings.map((reading) => {
    const meant = amount === undefined ? reading : writtenAmount(amount, reading);
    return replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant);
  });
}
