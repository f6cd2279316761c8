import { contradictionsTold } from "../contradictions.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Two exceptions to one clause that say different things about the same request. */
export const conflictingExceptions = defineCheck({
  code: "SLA506",
  name: "conflicting-exceptions",
  severity: "error",
  messages: {
    en: "This exception contradicts {others} in '{property}' for {requests}, and nothing says which counts, so the one that is due first is taken, else the first by name; for example: {example}. Let one end before the other begins, or narrow a condition.",
    ja: "この例外と{others}は {requests} について「{property}」が食い違います。どちらが優先かの定めがないため、期限の早い方（同じなら名前順で先の方）を採ります。例：{example}。期間をずらすか、条件を狭めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Two exceptions that bend the same clause for the same request at the same time, and state the same property " +
          "differently. An exception in force stands above every case, but no exception stands above another, so nothing says " +
          "which counts. Let one end before the other begins, or narrow a condition. All requests are looked at; an exception " +
          "that contradicts several others is told once.",
        ja:
          "同じ条項について、同じ時期の同じ依頼に、同じ設定を違う内容で述べている二つの例外です。" +
          "有効な例外はどの case よりも優先されますが、例外どうしに優先順位はなく、どちらが効くかの定めがありません。" +
          "期間をずらすか、条件を狭めてください。すべての依頼について調べ、複数の例外と食い違うものは一度にまとめて示します。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
exception gold_rush to product_support.incidents when tier is gold {
          ^^^^^^^^^
  effective 2026-09-01..2026-09-11
  respond   within 1 business hour
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "all gold customers change to the new release"
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
exception gold_rush to product_support.incidents when tier is gold {
  effective 2026-09-05..2026-09-11
  respond   within 1 business hour
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "all gold customers change to the new release"
}
`,
        fix: `
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
  scope: "proof",
  run(model, report, context) {
    const note = { en: "the other exception", ja: "もう一方の例外" };
    for (const { place, holes, related, fixes, examples } of contradictionsTold(model, context, "exceptions", note))
      report(place, holes, { related, fixes, examples });
  },
});
