import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A range of dates whose last one is before the first. */
export const reversedDates = defineCheck({
  code: "SLA207",
  name: "reversed-dates",
  severity: "error",
  messages: {
    en: "{last} is before {first}, so this range has no day in it and no effect. Exchange the two, or correct the year.",
    ja: "{last} は {first} より前なので、この範囲には一日も含まれず、効力を持ちません。入れ替えるか、年を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A range of dates whose last day comes before its first. No day is in it, so it has no effect. The fix exchanges the " +
          "two; often it is the year of the second that is wrong. Weekdays and month-days go round and may wrap (`Sat..Mon`, " +
          "`12-29..01-03`); dates with a year do not.",
        ja:
          "終わりの日が始まりの日より前にある、日付の範囲です。一日も含まれないため、効力を持ちません。" +
          "修正候補は二つを入れ替えますが、実際には後の日付の年が違っていることもよくあります。" +
          "曜日と月日は一巡するため、`Sat..Mon` や `12-29..01-03` のようにまたいで書けますが、年のある日付はまたげません。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-12-29..2026-01-03
               ^^^^^^^^^^^^^^^^^^^^^^
}
`,
        good: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-12-29..2027-01-03
}
`,
        fix: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-01-03..2026-12-29
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, first, last } of problems("reversed dates")) {
      const meant = `${last}..${first}`;
      report(
        place,
        { first, last },
        { fixes: [replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant)] },
      );
    }
  },
});
