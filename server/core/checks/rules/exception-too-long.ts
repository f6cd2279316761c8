import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { afterHead } from "../places.ts";
import { daysInWords } from "../words.ts";

/** An exception that lasts longer than the limit. */
export const exceptionTooLong = defineCheck({
  code: "SLA307",
  name: "exception-too-long",
  severity: "warning",
  messages: {
    en: "This exception lasts {days}, longer than the limit of {limit}: people will take it for the rule. Shorten it, or change the clause.",
    ja: "この例外は {days}間で、上限の {limit} 日を超えています。規則と思われかねません。短くするか、条項のほうを変えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that lasts longer than the limit. " +
          "An exception buys the time to decide how to go on. The limit is 14 days, or `longest exception` under `limits` in `torikime.yaml`; both " +
          "ends count. If it needs longer, it is renewed, with another approval.",
        ja:
          "上限より長く続く例外です。" +
          "例外は、この先どうするかを決めるまでの時間を稼ぐためのものです。上限は 14 日、または `torikime.yaml` の `limits` にある `longest exception` で、" +
          "開始日と終了日の両方を数えます。それより長く必要なら、改めて承認を得て更新します。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-30
            ^^^^^^^^^^^^^^^^^^^^^^
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
        fixed: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-06
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report, { limits: { longestException } }) {
    for (const { effective } of exceptions) {
      if (effective?.value.last === undefined) continue;
      const { first, last } = effective.value;
      const days = last - first + 1;
      if (days <= longestException) continue;
      const place = afterHead(effective.place);
      const meant = `${formatDate(first)}..${formatDate(first + longestException - 1)}`;
      const title = phrase("Let it end after {limit}: {meant}", "{limit}で終える：{meant}", {
        limit: daysInWords(longestException),
        meant,
      });
      const holes = { days: daysInWords(days), limit: String(longestException) };
      report(place, holes, { fixes: [replaceFix(title, place, meant)] });
    }
  },
});
