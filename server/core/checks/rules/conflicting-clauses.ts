import { alikeIn } from "../../prover/claims.ts";
import { contradictionsTold } from "../contradictions.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { proofsFor } from "../proofs.ts";

/** Two clauses that decide the same request differently. */
export const conflictingClauses = defineCheck({
  code: "SLA504",
  name: "conflicting-clauses",
  severity: "error",
  messages: {
    en: "This clause contradicts {others} in '{property}' for {requests}, and nothing says which counts, so the one that is due first is taken, else the first by name; for example: {example}. Give one a condition, or make it a case of the other.",
    ja: "この条項と{others}は {requests} について「{property}」が食い違います。どちらが優先かの定めがないため、期限の早い方（同じなら名前順で先の方）を採ります。例：{example}。条件を加えるか、一方をもう一方の case にしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Two clauses that apply to the same request and differ. Order decides nothing, so nobody can tell which counts. What is " +
          "special about some requests belongs into a `case` or an `exception` of the general clause. All requests are looked at, " +
          "and a clause that contradicts several others is told once, with all of them.",
        ja:
          "同じ依頼に当てはまり、内容が食い違う二つの条項です。順序には意味がないため、どちらが優先か分かりません。" +
          "一部の依頼だけの特別な扱いは、一般の条項の `case` か `exception` に書いてください。" +
          "すべての依頼について調べ、複数の条項と食い違うものは、相手を挙げて一度にまとめて示します。",
      },
      {
        bad: `
agreement more_support between Sales and Support {
  handle questions: how_to {
         ^^^^^^^^^
    by      Support
    via     email
    respond within 2 business days
  }
}
`,
        good: `
request question
agreement more_support between Sales and Support {
  handle questions: question {
    by      Support
    via     email
    respond within 2 business days
  }
}
`,
      },
    ),
  property: {
    proved: () => ({ en: "no two clauses differ on any of them", ja: "条項どうしの食い違いはありません" }),
    broken: () => ({ en: "two clauses differ on some of them", ja: "条項が食い違う依頼があります" }),
    undecided: { en: "whether two clauses differ", ja: "条項どうしが食い違うか" },
    covered: (model, context) => proofsFor(model, context).flatMap(alikeIn),
    alsoBy: ["conflicting-cases", "conflicting-exceptions", "overlapping-rows"],
  },
  scope: "proof",
  run(model, report, context) {
    const note = { en: "the other clause", ja: "もう一方の条項" };
    for (const { place, holes, ...extras } of contradictionsTold(model, context, "clauses", note))
      report(place, holes, extras);
  },
});
