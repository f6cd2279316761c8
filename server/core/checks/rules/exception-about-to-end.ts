import type { Localized } from "../../text/localized.ts";
import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An exception that ends within days. */
export const exceptionAboutToEnd = defineCheck({
  code: "SLA309",
  name: "exception-about-to-end",
  severity: "info",
  messages: {
    en: "'{name}' ends on {last}, {when}; after that the rule applies again. Tell those concerned, or decide how to go on.",
    ja: "「{name}」は {last}（{when}）で終わり、その後は元の規則に戻ります。関係者に伝えるか、この先を決めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception in force that ends within 7 days. It is announced so that its owner can tell the customer, and so that nobody is surprised " +
          "when the rule applies again.",
        ja: "有効な例外のうち、7 日以内に終わるものです。責任者が顧客に伝えられるように、また、元の規則に戻ったときに誰も慌てないように、前もってお知らせします。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-17..2026-08-28
            ^^^^^^^^^^^^^^^^^^^^^^
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-14
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report, { today, limits: { aboutToEnd } }) {
    for (const { name, effective } of exceptions) {
      if (effective?.value.last === undefined) continue;
      const { first, last } = effective.value;
      const left = last - today;
      if (first <= today && left >= 0 && left <= aboutToEnd)
        report(afterHead(effective.place), { name, last: formatDate(last), when: inDays(left) });
    }
  },
});

function inDays(days: number): Localized {
  if (days === 0) return { en: "today", ja: "今日" };
  return days === 1 ? { en: "tomorrow", ja: "明日" } : { en: `in ${days} days`, ja: `あと ${days} 日` };
}
