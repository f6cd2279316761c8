import { spokenOfIn } from "../../prover/claims.ts";
import { requestsOf } from "../../prover/clauses/promises.ts";
import { unlessWrong } from "../attempts.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { phrase } from "../message.ts";
import { addVerdictFixes, impossibleFixes } from "../proofFixes.ts";
import { everything, exampleIn, proofsFor, regionsTold } from "../proofs.ts";

/** Requests on which the lines of a party say nothing, though they speak of others. */
export const silentCommitment = defineCheck({
  code: "SLA706",
  name: "silent-commitment",
  severity: "info",
  messages: {
    en: "On some {kind}{region} no line says what {party} may promise, so the answer is to take it back and check; for example: {example}. Say 'may', 'ask' or 'never' for it.",
    ja: "{party} が約束してよいかどの行も述べていない {kind} があり{region}、持ち帰って確認することになります。例：{example}。may・ask・never のいずれかを書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Requests of which a party's promises say neither may nor ask nor never. That is neither a yes nor a no: the person who " +
          "is asked has to take it back. Where the lines of a party speak of some values of a field or some customers, those that " +
          "they leave out are usually forgotten, such as the stretch between two limits. Say `may`, `ask` or `never` for them.",
        ja:
          "約束してよいかどうかが、どの行にも書かれていない依頼です。可でも不可でもなく、尋ねられた人は、持ち帰って確認することになります。" +
          "ある当事者の行が、項目の一部の値や一部の顧客についてだけ述べているとき、述べていないものは、二つの上限の間の範囲のように、たいてい書き忘れです。" +
          "`may`・`ask`・`never` のどれかを書いてください。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
         ^^^^^^^
    may when rate < 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
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
    may when rate < 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
    ask lead of Sales within 1 business day when rate is 10%
  }
}
`,
      },
    ),
  property: {
    proved: ({ isOne, words }) =>
      isOne
        ? phrase("the one {words} gets may, ask or never", "{words}に may・ask・never の答えがあります", { words })
        : phrase("all {words} get may, ask or never", "{words}すべてに may・ask・never の答えがあります", { words }),
    broken: ({ isOne, words }) =>
      isOne
        ? phrase("the one {words} gets no answer", "{words}に、約束の可否が決まっていません", { words })
        : phrase("some of {words} get no answer", "{words}に、約束の可否が決まっていないものがあります", { words }),
    undecided: {
      en: "whether every request gets may, ask or never",
      ja: "すべての依頼に may・ask・never の答えがあるか",
    },
    covered: (model, context) => proofsFor(model, context).flatMap(spokenOfIn),
  },
  scope: "proof",
  run(model, report, context) {
    for (const { group, silences } of proofsFor(model, context))
      for (const { rule, regions } of silences.found) {
        const [domain = everything(group)] = requestsOf(group, rule);
        const told = regionsTold(group, model, regions, domain);
        const examples = [exampleIn(group, model, regions)];
        const { scope, clause } = rule;
        const missing = { group, model, regions, domain };
        const { agreement } = scope;
        const [verdicts, facts] = [addVerdictFixes(missing, agreement, clause), impossibleFixes(missing, agreement)];
        // A never for less may be stricter than what is said for more, and what cannot occur all that something else is about.
        const attempts = () => [...verdicts.slice(-1), ...facts].map(unlessWrong);
        const fixes = verdicts.slice(0, -1);
        report(rule.clause.place, { kind: group.kind.name, party: clause.by, ...told }, { fixes, attempts, examples });
      }
  },
});
