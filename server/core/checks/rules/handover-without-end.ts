import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { handoversIn } from "../handovers.ts";
import { afterHead } from "../places.ts";

/** A handover of which nobody can tell when the customer has passed over. */
export const handoverWithoutEnd = defineCheck({
  code: "SLA601",
  name: "handover-without-end",
  severity: "warning",
  messages: {
    en: "'{name}' does not say from when until when it lasts, so {customer} never passes to {to}. Write 'effective FIRST..LAST'.",
    ja: "「{name}」には期間がないため、{customer} はいつまでも {to} に引き継がれません。「effective 開始日..終了日」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "While a handover lasts both people are on the route, and after its last day the customer has passed over. Without dates it has no " +
          "effect, and without an end the one who leaves stays the one who is asked.",
        ja: "引き継ぎの期間中は二人とも対応し、最終日を過ぎると顧客は後任に移ります。日付がなければ効力を持たず、終わりがなければ、去る人に依頼が届き続けます。",
      },
      {
        bad: `
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-06-01..
            ^^^^^^^^^^^^
}
`,
        good: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
}
`,
      },
    ),
  scope: "item",
  run({ linked }, report) {
    for (const { name, customer, to, effective, broken, place } of handoversIn(linked)) {
      if (broken.includes("effective") || effective?.value.last !== undefined) continue;
      report(effective ? afterHead(effective.place) : place, { name, customer, to });
    }
  },
});
