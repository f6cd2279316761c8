import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An agreement whose first day is still to come. */
export const agreementNotYet = defineCheck({
  code: "SLA302",
  name: "agreement-not-yet",
  severity: "info",
  messages: {
    en: "This agreement begins on {first}; until then its clauses decide nothing. If it should hold already, correct the date.",
    ja: "この取り決めは {first} に始まり、それまで条項は効力を持ちません。もう有効なはずなら日付を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An agreement whose first day is still to come. Until then it has no effect, although it looks like any other. That may " +
          "be as intended; if it should hold already, correct the date.",
        ja:
          "開始日がまだ来ていない取り決めです。見た目ではほかの取り決めと区別がつきませんが、それまで効力がありません。意図どおりかもしれません。" +
          "もう有効なはずなら、日付を直してください。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  effective 2026-10-01..2027-03-31
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
  effective 2026-08-01..2027-03-31
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
    for (const { effective } of agreements)
      if (effective && effective.value.first > today)
        report(afterHead(effective.place), { first: formatDate(effective.value.first) });
  },
});
