import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An agreement whose last day is over. */
export const agreementExpired = defineCheck({
  code: "SLA301",
  name: "agreement-expired",
  severity: "warning",
  messages: {
    en: "This agreement ended on {last}, so its clauses decide nothing any more and its requests are unhandled. Renew it, or delete it.",
    ja: "この取り決めは {last} に終わっており、条項はもう効力を持たず、依頼の受け手がいません。更新するか削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An agreement whose last day is over. It has no effect at all any more: what it handled is unhandled, and what it " +
          "allowed is silent. Parties seldom notice the day. Renew it, or delete it.",
        ja:
          "最終日を過ぎた取り決めです。もう一切の効力がありません。引き受けていた依頼は受け手がなくなり、認めていたことは定めのない状態に戻ります。" +
          "当事者がその日に気づくことは、まずありません。更新するか、削除してください。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  effective 2025-04-01..2026-03-31
            ^^^^^^^^^^^^^^^^^^^^^^
  handle outages: outage {
    by  Support
    via email
  }
}
`,
        good: `
request outage
agreement support between Sales and Support {
  effective 2025-04-01..2027-03-31
  handle outages: outage {
    by  Support
    via email
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements }, report, { today }) {
    for (const { effective } of agreements) {
      const last = effective?.value.last;
      if (effective && last !== undefined && last < today)
        report(afterHead(effective.place), { last: formatDate(last) });
    }
  },
});
