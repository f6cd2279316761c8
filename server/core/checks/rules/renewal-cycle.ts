import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { problemsOf } from "../item.ts";

/** Exceptions that renew each other in a circle. */
export const renewalCycle = defineCheck({
  code: "SLA313",
  name: "renewal-cycle",
  severity: "error",
  messages: {
    en: "This exception renews itself ({circle}), so nobody can tell which was first. Remove 'renews' from the first one.",
    ja: "この例外は自分自身を更新している（{circle}）ため、最初のものが分かりません。最初の例外から「renews」を削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that renews itself, directly or through others. `renews` names the exception that came before, so in a " +
          "circle nobody can tell which was first. Remove `renews` from the first one.",
        ja:
          "直接またはほかの例外を通じて、自分自身を更新している例外です。" +
          "`renews` には一つ前の例外を書くため、輪になっていると、どれが最初なのか分かりません。" +
          "最初の例外から `renews` を削除してください。",
      },
      {
        bad: `
exception acme_july to product_support.discounts when customer is Acme {
  effective 2026-07-01..2026-07-14
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-06-30
  reason    "volume order"
  renews    acme_august
}
exception acme_august to product_support.discounts when customer is Acme {
  effective 2026-08-20..2026-09-02
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "volume order"
  renews    acme_july
  ^^^^^^^^^^^^^^^^^^^
}
`,
        good: `
exception acme_august to product_support.discounts when customer is Acme {
  effective 2026-08-20..2026-09-02
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "volume order"
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const { place, exceptions } of problemsOf(model, "renewal cycle"))
      report(place, { circle: exceptions.join(" → ") });
  },
});
