import { lookedAtWithExceptions } from "../../prover/claims.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { narrowFixes } from "../proofFixes.ts";
import { everything, exampleIn, proofsFor, regionsTold } from "../proofs.ts";

/** An exception whose condition reaches beyond what it bends. */
export const exceptionOutsideBase = defineCheck({
  code: "SLA704",
  name: "exception-outside-base",
  severity: "warning",
  messages: {
    en: "'{base}' never applies to a part of what this exception is written for{region}, so it has no effect there. Bend the clause that does, or narrow the condition.",
    ja: "この例外の条件の一部{region}には「{base}」が当てはまることがなく、そこでは効力がありません。当てはまる条項への例外にするか、条件を狭めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A part of an exception's condition to which the clause or case that it bends never applies. There the exception does " +
          "nothing: it was written for another clause, or its author believes that it does more than it does. Bend the clause " +
          "that applies there, or narrow the condition. Only what the exception's own condition asks about is looked at.",
        ja:
          "例外の条件のうち、元の条項や case が当てはまらない部分です。その部分では、例外には何の効力もありません。" +
          "別の条項のつもりで書かれたか、書いた人が実際より広く効くと思い込んでいるかのどちらかです。" +
          "そこに当てはまる条項への例外にするか、条件を狭めてください。調べるのは、例外自身の条件に出てくるものだけです。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit small_rebates: rebate by Sales when rate <= 10% {
    may
  }
  commit large_rebates: rebate by Sales when rate > 10% {
    never because "margin floor"
  }
}
exception acme_rebate to rebates.small_rebates when customer is Acme and rate <= 25% {
          ^^^^^^^^^^^
  effective 2026-09-01..2026-09-11
  ask       lead of Sales within 1 business day
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "volume order"
}
`,
        good: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit small_rebates: rebate by Sales when rate <= 10% {
    may
  }
  commit large_rebates: rebate by Sales when rate > 10% {
    never because "margin floor"
  }
}
exception acme_rebate to rebates.large_rebates when customer is Acme and rate > 10% and rate <= 25% {
  effective 2026-09-01..2026-09-11
  ask       lead of Sales within 1 business day
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "volume order"
}
`,
        fix: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit small_rebates: rebate by Sales when rate <= 10% {
    may
  }
  commit large_rebates: rebate by Sales when rate > 10% {
    never because "margin floor"
  }
}
exception acme_rebate to rebates.small_rebates when customer is Acme and rate <= 25% and rate <= 10% {
  effective 2026-09-01..2026-09-11
  ask       lead of Sales within 1 business day
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "volume order"
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "every exception applies wherever its condition holds",
      ja: "どの例外も、条件の当てはまる範囲すべてで効力があります",
    }),
    broken: () => ({
      en: "some exception has no effect where it is written for",
      ja: "条件の一部で効力のない例外があります",
    }),
    undecided: {
      en: "whether every exception applies wherever its condition holds",
      ja: "例外が条件の範囲すべてで効力を持つか",
    },
    covered: (model, context) =>
      proofsFor(model, context).flatMap((known) => lookedAtWithExceptions(known, known.outsideBase)),
  },
  scope: "proof",
  run(model, report, context) {
    const told = new Set<string>();
    for (const { group, outsideBase } of proofsFor(model, context))
      for (const { exception, regions } of outsideBase.found) {
        if (told.has(exception.name)) continue;
        told.add(exception.name);
        const { region } = regionsTold(group, model, regions, everything(group));
        const examples = [exampleIn(group, model, regions)];
        report(exception.place, { base: exception.base, region }, { fixes: narrowFixes(model, exception), examples });
      }
  },
});
