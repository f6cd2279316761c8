import { handledIn } from "../../prover/claims.ts";
import { ordinaryRequests } from "../../prover/clauses/handling.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { phrase } from "../message.ts";
import { addClauseFixes, impossibleFixes } from "../proofFixes.ts";
import { everything, exampleIn, proofsFor, regionsTold } from "../proofs.ts";

/** Requests of a handled kind that fall between the clauses. */
export const unhandledRequest = defineCheck({
  code: "SLA701",
  name: "unhandled-request",
  severity: "warning",
  messages: {
    en: "No clause handles every {kind}{region}, so nobody has to answer it; for example: {example}. Add a clause for it, widen a condition, or, if it cannot occur, write 'impossible when …'.",
    ja: "どの条項も扱わない {kind} があり{region}、誰も答える義務を負いません。例：{example}。条項を加えるか、条件を広げてください。起こり得ない場合は「impossible when …」と書きます。",
  },
  docs: () =>
    page(
      {
        en:
          "Requests that fall between the clauses of an agreement, although it handles others of their kind. Nobody has to answer " +
          "them. Add a clause, or widen a condition; a deliberate no is a clause with `decline because`, and what cannot occur is " +
          "told by `impossible`. All requests are looked at, by every field, attribute, customer, asker, date and hour that a " +
          "condition asks about, and not only those that somebody thought of: no finding is a proof.",
        ja:
          "同じ種類のほかの依頼は扱う取り決めで、どの条項にも当てはまらない依頼です。誰も答える義務を負いません。条項を加えるか、条件を広げてください。" +
          "意図して断るときは `decline because` のある条項を、起こり得ないことは `impossible` を書きます。" +
          "誰かが思いついた依頼だけでなく、条件に出てくるあらゆる項目、属性、顧客、依頼元、日付、時刻について、すべての依頼を調べます。" +
          "指摘がなければ、抜けがないことの証明になります。",
      },
      {
        bad: `
request outage { severity: low | normal | urgent }
agreement outages between Sales and Support {
  handle urgent_outages: outage when severity is urgent {
         ^^^^^^^^^^^^^^
    by  Support
    via phone
  }
  handle normal_outages: outage when severity is normal {
    by  Support
    via email
  }
}
`,
        good: `
request outage { severity: low | normal | urgent }
agreement outages between Sales and Support {
  handle urgent_outages: outage when severity is urgent {
    by  Support
    via phone
  }
  handle other_outages: outage when severity is not urgent {
    by  Support
    via email
  }
}
`,
        fix: `
request outage { severity: low | normal | urgent }
agreement outages between Sales and Support {
  handle urgent_outages: outage when severity is urgent {
    by  Support
    via phone
  }
  handle normal_outages: outage when severity is normal {
    by  Support
    via email
  }
  handle other_outage: outage when severity is low {
    by  Support
    via phone
  }
}
`,
      },
    ),
  property: {
    proved: ({ isOne, words }) =>
      isOne
        ? phrase("the one {words} has a handler", "{words}に担当があります", { words })
        : phrase("all {words} have a handler", "{words}すべてに担当があります", { words }),
    broken: ({ isOne, words }) =>
      isOne
        ? phrase("the one {words} has no handler", "{words}に担当がありません", { words })
        : phrase("some of {words} have no handler", "{words}に、担当のないものがあります", { words }),
    undecided: {
      en: "whether every request has a handler",
      ja: "すべての依頼に担当があるか",
    },
    covered: (model, context) => proofsFor(model, context).flatMap(handledIn),
  },
  scope: "proof",
  run(model, report, context) {
    for (const { group, gaps } of proofsFor(model, context))
      for (const { scope, clause, regions } of gaps.found) {
        const [domain = everything(group)] = ordinaryRequests(group, scope);
        const told = regionsTold(group, model, regions, domain);
        const examples = [exampleIn(group, model, regions)];
        const missing = { group, model, regions, domain };
        const { agreement } = scope;
        const fixes = [...addClauseFixes(missing, agreement, clause), ...impossibleFixes(missing, agreement)];
        report(clause.place, { kind: group.kind.name, ...told }, { fixes, examples });
      }
  },
});
