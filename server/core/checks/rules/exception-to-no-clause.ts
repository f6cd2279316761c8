import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An exception to something that cannot be bent. */
export const exceptionToNoClause = defineCheck({
  code: "SLA311",
  name: "exception-to-no-clause",
  severity: "error",
  messages: {
    en: "'{name}' is {base}, which no exception can bend, so this one has no effect. Name a 'handle' or 'commit' clause, or a case of one.",
    ja: "「{name}」は{base}で、例外の対象にできないため、この例外は効力を持ちません。handle か commit の条項、またはその case を指定してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception to a guarantee or a duty, which no exception can bend. It has no effect. A guarantee is what the " +
          "customer's contract says, and a duty is owed between teams: to change them, change what they say. An exception lies " +
          "over a `handle` or `commit` clause or a case of one.",
        ja:
          "例外の対象にできない、保証や義務への例外です。効力を持ちません。" +
          "保証は顧客との契約の内容、義務はチーム間で負うものなので、変えるときはそれ自体を書き直してください。" +
          "例外は、`handle` か `commit` の条項、またはその case に重ねます。",
      },
      {
        bad: `
agreement forms between Sales and Support {
  owe monthly_report: Support to Sales "a report" every Mon
}
exception no_report to forms.monthly_report {
                             ^^^^^^^^^^^^^^
  effective 2026-08-24..2026-09-04
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "summer holidays"
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
  scope: "names",
  run({ problems }, report) {
    for (const { place, name, base } of problems("cannot be bent")) report(place, { name, base: baseWords[base] });
  },
});

const baseWords: Readonly<Record<"guarantee" | "owe", Localized>> = {
  guarantee: { en: "a guarantee", ja: "保証（guarantee）" },
  owe: { en: "a duty", ja: "義務（owe）" },
};
