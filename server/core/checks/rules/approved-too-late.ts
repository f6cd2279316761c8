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
        en: "An exception is agreed to first and used afterwards. One that is approved after it has begun is a favour that was made a rule later.",
        ja: "例外は、承認を得てから使うものです。始まった後の承認は、その場の好意を後から規則にしたことになります。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-26
            ^^^^^^^^^^^^^^^^^^^^
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-26..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-26
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report) {
    for (const { name, effective, approved } of exceptions)
      if (effective && approved && approved.value.on > effective.value.first)
        report(afterHead(approved.place), {
          name,
          first: formatDate(effective.value.first),
          on: formatDate(approved.value.on),
        });
  },
});
