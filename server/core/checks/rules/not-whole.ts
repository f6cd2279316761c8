import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A part of a day or of a month. */
export const notWhole = defineCheck({
  code: "SLA203",
  name: "not-whole",
  severity: "error",
  messages: {
    en: "Only whole {of} are counted, and {digits} is not whole, so this has no deadline. Round it, or write {smaller}.",
    ja: "{of}は整数で数えるため、{digits} では期限が決まりません。整数にするか、{smaller}で書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A number of days, or of months between reviews, that is not whole. A number of business days ends at the close of the " +
          "last of them, so half a business day has no end. Round it, or write half a day in hours.",
        ja:
          "整数でない日数、または見直しの月数です。営業日で数える期限は、最後の営業日の終業時刻に終わるので、半営業日には終わりがありません。" +
          "整数にするか、半日なら時間で書いてください。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 1.5 business days
                   ^^^
  }
}
`,
        good: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 12 business hours
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, digits, of } of problems("not whole"))
      report(place, { digits, of: unitWords[of], smaller: smallerWords[of] });
  },
});

const unitWords: Readonly<Record<"days" | "months", Localized>> = {
  days: { en: "days", ja: "日数" },
  months: { en: "months", ja: "月数" },
};
const smallerWords: Readonly<Record<"days" | "months", Localized>> = {
  days: { en: "hours", ja: "時間" },
  months: { en: "another number of months", ja: "別の月数" },
};
