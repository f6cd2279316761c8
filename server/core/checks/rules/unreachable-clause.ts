import { lookedAtIn } from "../../prover/claims.ts";
import type { Unreachable } from "../../prover/clauses/unreachable.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { neverMeet } from "../meet.ts";
import { removeFixes } from "../proofFixes.ts";
import { inEveryKind, proofsFor } from "../proofs.ts";
import { valuesIn } from "../values.ts";

/** What is written but decides no request. */
export const unreachableClause = defineCheck({
  code: "SLA702",
  name: "unreachable-clause",
  severity: "warning",
  tag: "unnecessary",
  messages: {
    en: "No request is ever decided by '{name}': {because}. Leave it out, or correct its condition or its dates.",
    ja: "「{name}」が決める依頼はありません（{because}）。削除するか、条件か日付を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A case, an exception or a line that never decides. It misleads whoever reads it: they believe that it counts. Either " +
          "nothing falls under it together with what it stands in, or whatever does is decided by others, which are named: what " +
          "lies in it or above it, and of promises the stricter lines. Leave it out, or correct its condition or its dates.",
        ja:
          "何も決めることのない case、例外、行です。読む人は、それが効いていると思ってしまいます。" +
          "外側の条件と合わせると当てはまる依頼がないか、当てはまる依頼がすべてほかの記述で決まっているかのどちらかで、後者の場合は相手を示します。" +
          "中や上に重なるもの、約束については、より厳しい行です。削除するか、条件か日付を直してください。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ^^^^^^^^^^^^^^^^^^^^
    ask lead of Sales within 1 business day when rate <= 20%
    never when rate > 20% because "margin floor"
  }
}
`,
        good: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
}
`,
        fix: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    ask lead of Sales within 1 business day when rate <= 20%
    never when rate > 20% because "margin floor"
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "every clause, case, exception and line decides some request",
      ja: "どの条項・場合・例外・行も、何らかの依頼を決めます",
    }),
    broken: () => ({ en: "something is written that decides no request", ja: "どの依頼も決めない記述があります" }),
    undecided: {
      en: "whether everything that is written decides some request",
      ja: "どの依頼も決めない記述があるか",
    },
    covered: (model, context) => proofsFor(model, context).flatMap((known) => lookedAtIn(known, known.unreachable)),
  },
  scope: "proof",
  run(model, report, context) {
    for (const found of inEveryKind(model, proofsFor(model, context), ({ unreachable }) => unreachable.found)) {
      const { place, because, by, conditions } = found;
      // What could not be read is told where it stands.
      if (conditions.some(({ kind }) => kind === "broken")) continue;
      // What contradicts at a glance is told by condition-never-holds, at the condition.
      const isTold =
        because !== "overridden" && found.kinds.every((kind) => neverMeet(conditions, valuesIn(model.kinds.get(kind))));
      if (isTold) continue;
      const related = by.map((each) => ({ place: each.place, note: { en: "decides it", ja: "こちらが決めます" } }));
      report(
        place,
        { name: found.id, because: reason(found) },
        { related, fixes: removeFixes(model, found.id, place) },
      );
    }
  },
});

function reason({ because, by }: Unreachable): Localized {
  if (because === "never") return { en: "its condition never holds", ja: "条件が成り立つことはありません" };
  if (because === "outside")
    return {
      en: "it never holds where what it stands in does",
      ja: "それが属するものと同時に成り立つことはありません",
    };
  const names = by.map(({ id }) => `'${id}'`);
  return {
    en: `wherever it holds, ${names.join(" and ")} decides`,
    ja: `当てはまる依頼はすべて${by.map(({ id }) => `「${id}」`).join("と")}が決めます`,
  };
}
