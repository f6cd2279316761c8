import type { Exception, Model } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An exception that was renewed again and again. */
export const exceptionRenewed = defineCheck({
  code: "SLA312",
  name: "exception-renewed",
  severity: "warning",
  messages: {
    en: "'{name}' is renewal number {count} ({chain}); at most {limit} is agreed. It has become a rule: change the clause, or let it end.",
    ja: "「{name}」は {count} 回目の更新です（{chain}）。上限は {limit} 回で、もはや規則になっています。条項を変えるか、終わらせてください。",
  },
  docs: page(
    '"Only this time" that is renewed again and again is a rule in disguise. How often an exception may be renewed is `renewals` under `limits` ' +
      "in `torikime.yaml`; without it, once.",
    {
      bad: `
exception acme_june to product_support.discounts when customer is Acme {
  effective 2026-06-01..2026-06-14
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-05-29
  reason    "volume order"
}
exception acme_july to product_support.discounts when customer is Acme {
  effective 2026-07-01..2026-07-14
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-06-30
  reason    "volume order"
  renews    acme_june
}
exception acme_august to product_support.discounts when customer is Acme {
  effective 2026-08-20..2026-09-02
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "volume order"
  renews    acme_july
            ^^^^^^^^^
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
  run(model, report, { limits: { renewals } }) {
    for (const exception of model.exceptions.values()) {
      if (!exception.renews) continue;
      const chain = chainOf(model, exception);
      const count = chain.length - 1;
      if (count <= renewals) continue;
      const { name, renews } = exception;
      report(afterHead(renews.place), {
        name,
        count: String(count),
        chain: chain.join(" ← "),
        limit: String(renewals),
      });
    }
  },
});

/** The exception, the one that it renews, the one that this renews, and so on; once round a circle. */
function chainOf(model: Model, exception: Exception): readonly string[] {
  const chain: string[] = [];
  for (let each: Exception | undefined = exception; each && !chain.includes(each.name); ) {
    chain.push(each.name);
    each = each.renews ? model.exceptions.get(each.renews.value) : undefined;
  }
  return chain;
}
