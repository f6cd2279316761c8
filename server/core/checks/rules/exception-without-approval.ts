import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An exception that nobody approved. */
export const exceptionWithoutApproval = defineCheck({
  code: "SLA304",
  name: "exception-without-approval",
  severity: "error",
  messages: {
    en: "'{name}' is approved by nobody, so it has no effect. Let the team whose rule it bends agree, and write 'approved by PERSON on DATE'.",
    ja: "「{name}」は誰にも承認されていないため、効力を持ちません。規則を曲げられる側の承認を得て「approved by 人 on 日付」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that does not say who approved it, and when. An exception costs somebody something, so without that it " +
          "has no effect. Let the team whose rule it bends agree, and write `approved by` with the person and the date. A renewal " +
          "needs its own approval.",
        ja:
          "誰がいつ承認したかが書かれていない例外です。例外は誰かに負担をかけるものなので、承認がなければ効力を持ちません。" +
          "規則を曲げられる側のチームの承認を得て、`approved by` に人と日付を書いてください。更新するときは、更新そのものの承認が要ります。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
          ^^^^^^^^^
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
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
  run({ exceptions }, report) {
    for (const { name, place, approved, broken } of exceptions)
      if (!approved && !broken.includes("approved")) report(place, { name });
  },
});
