import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An exception that began before it was approved. */
export const approvedTooLate = defineCheck({
  code: "SLA315",
  name: "approved-too-late",
  severity: "warning",
  messages: {
    en: "'{name}' begins on {first}, but was approved on {on} only: until then the rule was bent without anybody's consent. Let it begin later, or correct the date.",
    ja: "「{name}」は {first} に始まりますが、承認は {on} です。それまでは承認なしに規則を曲げたことになります。開始を遅らせるか、日付を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that was approved after it had begun. Until then the rule was bent without anybody's consent: a favour " +
          "that was made a rule later. Let it begin later, or correct the date of the approval.",
        ja:
          "始まった後に承認された例外です。それまでは承認なしに規則を曲げており、その場の好意を後から規則にしたことになります。" +
          "開始を遅らせるか、承認の日付を直してください。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-22..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-24
            ^^^^^^^^^^^^^^^^^^^^
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-24
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  // Of an approval that is yet to come another check tells.
  run({ exceptions }, report, { today }) {
    for (const { name, effective, approved } of exceptions)
      if (effective && approved && approved.value.on > effective.value.first && approved.value.on <= today)
        report(afterHead(approved.place), {
          name,
          first: formatDate(effective.value.first),
          on: formatDate(approved.value.on),
        });
  },
});
