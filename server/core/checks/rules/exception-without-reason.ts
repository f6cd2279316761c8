import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An exception that does not say why. */
export const exceptionWithoutReason = defineCheck({
  code: "SLA306",
  name: "exception-without-reason",
  severity: "warning",
  messages: {
    en: "'{name}' gives no reason, so next time nobody can tell whether it is the same case. Write 'reason \"…\"'.",
    ja: '「{name}」には理由がないため、次に同じ場合かどうか判断できません。「reason "…"」を書いてください。',
  },
  docs: () =>
    page(
      {
        en:
          "An exception without a reason. " +
          "The reason is what makes an exception one: whoever reads it later sees what was special, and that the next request is not the same.",
        ja:
          "理由が書かれていない例外です。" +
          "理由があってこそ、例外は例外になります。後で読む人は、何が特別だったのかを知り、次の依頼が同じ場合ではないと判断できます。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
          ^^^^^^^^^
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
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
    for (const { name, place, reason, broken } of exceptions)
      if (!reason && !broken.includes("reason")) report(place, { name });
  },
});
