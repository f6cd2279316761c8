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
  docs: () =>
    page(
      {
        en:
          "An exception that was renewed more often than the limit allows. " +
          '"Only this time" that is renewed again and again is a rule in disguise. How often an exception may be renewed is `renewals` under `limits` ' +
          "in `torikime.yaml`; without it, once.",
        ja:
          "上限より多く更新された例外です。" +
          "「今回だけ」を何度も更新すれば、それは姿を変えた規則です。更新できる回数は、`torikime.yaml` の `limits` にある `renewals` で決めます。書かなければ一回です。",
      },
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
    const counts = new Map<string, number>();
    for (const exception of model.exceptions.values()) {
      const { name, renews } = exception;
      const count = renews ? countOf(model, exception, counts) : 0;
      if (!renews || count <= renewals) continue;
      const holes = { name, count: String(count), chain: chainOf(model, exception), limit: String(renewals) };
      report(afterHead(renews.place), holes);
    }
  },
});

/** How many renewals lead to the exception; those in a circle, which is an error of its own, count as none. */
function countOf(model: Model, exception: Exception, counts: Map<string, number>): number {
  const path = new Set<Exception>();
  let each: Exception | undefined = exception;
  while (each && !counts.has(each.name) && !path.has(each)) {
    path.add(each);
    each = renewedBy(model, each);
  }
  const isCircle = each !== undefined && path.has(each);
  let count = each ? (counts.get(each.name) ?? -1) : -1;
  for (const { name } of [...path].reverse()) counts.set(name, isCircle ? 0 : ++count);
  return counts.get(exception.name) ?? 0;
}

/** The exception, the one that it renews, the one that this renews, …; the rest cut. */
function chainOf(model: Model, exception: Exception): string {
  const names: string[] = [];
  let each: Exception | undefined = exception;
  for (; each && names.length < longestShown; each = renewedBy(model, each)) names.push(each.name);
  return names.join(" ← ") + (each ? " ← …" : "");
}

const longestShown = 5;

function renewedBy(model: Model, { renews }: Exception): Exception | undefined {
  return renews && model.exceptions.get(renews.value);
}
