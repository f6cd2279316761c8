import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { handoversIn } from "../handovers.ts";

/** A handover from a person to the same person. */
export const handoverToOneself = defineCheck({
  code: "SLA603",
  name: "handover-to-oneself",
  severity: "error",
  messages: {
    en: "'{name}' passes {customer} from {person} to {person}, so nothing changes hands. Name the one who takes over after 'to'.",
    ja: "「{name}」では {customer} が {person} から同じ {person} に渡るため、何も引き継がれません。「to」の後に引き継ぐ人を書いてください。",
  },
  docs: () =>
    page(
      {
        en: "A handover passes a customer from one person to another.",
        ja: "引き継ぎは、顧客をある人から別の人へ渡すことです。",
      },
      {
        bad: `
handover acme_2026 of Acme from Tanaka to Tanaka {
         ^^^^^^^^^
  effective 2026-08-01..2026-09-30
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
    for (const { name, customer, from, to, place } of handoversIn(linked))
      if (from === to) report(place, { name, customer, person: from });
  },
});
