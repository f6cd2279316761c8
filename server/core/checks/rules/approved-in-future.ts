import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An exception whose approval is dated after today. */
export const approvedInFuture = defineCheck({
  code: "SLA317",
  name: "approved-in-future",
  severity: "warning",
  messages: {
    en: "'{name}' is said to be approved by {person} on {on}, and today is {today}: the rule would be bent as if somebody had agreed already. Correct the date, or take the line out until {person} has approved it.",
    ja: "「{name}」は {on} に {person} が承認したと書かれていますが、今日は {today} です。まだ承認がないのに規則を曲げることになります。日付を直すか、{person} の承認を得るまでこの行を外してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception whose approval is dated after today. Whoever reads `approved by` takes it that somebody has agreed, and so do decisions: the " +
          "exception has its effect. Mostly the year or the month is mistaken; else the line was written before anybody was asked. Correct the date, or take " +
          "the line out until the approval is there: without it the exception has no effect.",
        ja:
          "承認の日付が今日より後になっている例外です。`approved by` とあれば、読む人も判断も承認済みとみなし、例外は効力を持ちます。" +
          "多くは年や月の書き間違いで、そうでなければ確認する前に書かれた行です。日付を直すか、承認を得るまでこの行を外してください。承認がなければ、例外は効力を持ちません。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-31..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-28
            ^^^^^^^^^^^^^^^^^^^^
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-31..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report, { today }) {
    for (const { name, approved } of exceptions)
      if (approved && approved.value.on > today)
        report(afterHead(approved.place), {
          name,
          person: approved.value.by,
          on: formatDate(approved.value.on),
          today: formatDate(today),
        });
  },
});
