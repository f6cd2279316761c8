import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An exception that belongs to nobody. */
export const exceptionWithoutOwner = defineCheck({
  code: "SLA305",
  name: "exception-without-owner",
  severity: "warning",
  messages: {
    en: "'{name}' belongs to nobody, so nobody will see to it that it ends. Write 'owner PERSON': the one who asked for it.",
    ja: "「{name}」には責任者がいないため、終わらせる人がいません。「owner 人」に、頼んだ人を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception without an owner. " +
          "The owner is the person who wanted the exception: who explains it, and who finds the lasting solution before it ends. Without one it is " +
          "renewed out of habit.",
        ja:
          "責任者が書かれていない例外です。" +
          "責任者とは、その例外を必要とした人です。事情を説明し、終わるまでに恒久的な解決策を見つける役割を負います。責任者がいなければ、惰性で更新され続けます。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
          ^^^^^^^^^
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  approved  by Ito on 2026-08-18
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
    for (const { name, place, owner, broken } of exceptions)
      if (!owner && !broken.includes("owner")) report(place, { name });
  },
});
