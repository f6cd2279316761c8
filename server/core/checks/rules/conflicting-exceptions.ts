import type { Exception, Model } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
import { type PairMemory, rememberedConflicts } from "../pairs.ts";
import { openedDifferently, statedDifferently } from "../stated.ts";
import { valuesIn } from "../values.ts";

/** Two exceptions to one clause that say different things about the same request. */
export const conflictingExceptions = defineCheck({
  code: "SLA506",
  name: "conflicting-exceptions",
  severity: "error",
  messages: {
    en: "A request can fall under this exception and under '{other}', which differ in '{property}', so its answer is undecided. Let one end before the other begins, or narrow a condition.",
    ja: "この例外と「{other}」の両方に当てはまる依頼があり、「{property}」が異なるため、答えが決まりません。期間をずらすか、条件を狭めてください。",
  },
  docs: page(
    "An exception in force stands above every case, but no exception stands above another. Two that bend the same clause for the same request " +
      "at the same time and state the same property differently are a conflict. Reported is what is sure: exceptions without conditions, or " +
      "whose conditions compare single fields.",
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
    },
  ),
  scope: "model",
  run(model, report) {
    for (const [base, exceptions] of model.exceptionsOf)
      for (const { earlier, later, property } of rememberedConflicts(
        memory,
        base,
        exceptions,
        conflictOn(model, base),
      )) {
        const related = [{ place: earlier.place, note: { en: "the other exception", ja: "もう一方の例外" } }];
        report(later.place, { other: earlier.name, property }, { related });
      }
  },
});

const memory: PairMemory<Exception> = new WeakMap();

function conflictOn(model: Model, base: string) {
  const kinds = model.clauses.get(base)?.kinds ?? [];
  return (one: Exception, other: Exception): string | undefined => {
    if (!inForceTogether(one, other)) return undefined;
    const property =
      statedDifferently(one.lines, other.lines) ?? (openedDifferently(one.open, other.open) ? "open" : undefined);
    if (property === undefined) return undefined;
    return kinds.some((kind) => surelyMeet([one.when, other.when], valuesIn(model.kinds.get(kind))))
      ? property
      : undefined;
  };
}

/** What has no end or no approval has no effect. */
function inForceTogether(one: Exception, other: Exception): boolean {
  const [a, b] = [one.effective?.value, other.effective?.value];
  if (a?.last === undefined || b?.last === undefined || !one.approved || !other.approved) return false;
  return a.first <= b.last && b.first <= a.last;
}
