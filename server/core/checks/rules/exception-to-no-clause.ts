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
          "An exception lies over a clause that decides something: a `handle` or `commit` clause or a case of one. A guarantee is what the customer's " +
          "contract says, and a duty is owed between teams; both change by changing them.",
        ja:
          "例外は、何かを決めている条項、つまり `handle` か `commit` の条項、またはその case に重ねるものです。guarantee は顧客との契約の内容、owe はチーム間の義務で、" +
          "変えるときはそれ自体を書き直します。",
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
