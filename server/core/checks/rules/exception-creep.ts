import type { Exception, Model } from "../../model/model.ts";
import type { Creep } from "../../prover/clauses/creep.ts";
import type { Group } from "../../prover/written/group.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, type CheckContext, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { phrase } from "../message.ts";
import { endExceptionFix } from "../proofFixes.ts";
import { clauseProofFor, coveredByClauseProofs, exampleOfClause, proofsFor } from "../proofs.ts";

/** A clause most of which its exceptions decide. */
export const exceptionCreep = defineCheck({
  code: "SLA724",
  name: "exception-creep",
  severity: "warning",
  messages: {
    en: "Exceptions decide {share} of what '{name}' is about, so the exception has become the rule. Change the clause, or let them end.",
    ja: "「{name}」の対象のうち {share} を例外が決めていて、例外が規則になっています。条項を変えるか、例外を終わらせてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Exceptions that decide half or more of the requests of a clause while its agreement is in force. A favour has become " +
          "the rule without anybody having agreed to it. Change the clause, or let the exceptions end. Requests are counted by " +
          "what the conditions tell apart: times by how long they are, customers each as one, and every other value alike. How " +
          "long and how often one exception may be renewed is looked at by `exception-too-long` and `exception-renewed`.",
        ja:
          "取り決めの有効期間を通じて、条項の対象となる依頼の半分以上を決めている例外です。誰も合意しないまま、好意が規則になっています。" +
          "条項のほうを変えるか、例外を終わらせてください。依頼は条件が区別するものごとに数えます。" +
          "時間は長さで、顧客は一社を一つとして、ほかの値はどれも同じ重みで数えます。" +
          "一つの例外の長さと更新の回数は `exception-too-long` と `exception-renewed` が調べます。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement autumn between Sales and Support {
  effective 2026-08-24..2026-09-13
  commit rebates: rebate by Sales {
         ^^^^^^^
    never
  }
}
exception autumn_rebates to autumn.rebates {
  effective 2026-08-31..2026-09-13
  may
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "the competition gives them"
}
`,
        good: `
request rebate { rate: percent }
agreement autumn between Sales and Support {
  effective 2026-08-24..2026-09-13
  commit rebates: rebate by Sales {
    never
  }
}
exception autumn_rebates to autumn.rebates {
  effective 2026-09-07..2026-09-13
  may
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "the competition gives them"
}
`,
        fix: `
request rebate { rate: percent }
agreement autumn between Sales and Support {
  effective 2026-08-24..2026-09-13
  commit rebates: rebate by Sales {
    never
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "no clause is bent for half of its requests",
      ja: "対象の半分以上が例外となる条項はありません",
    }),
    broken: () => ({ en: "a clause is bent for half of its requests", ja: "対象の半分以上が例外となる条項があります" }),
    undecided: { en: "whether exceptions outgrow their clauses", ja: "例外が条項の半分以上を占めないか" },
    covered: (model, context) => {
      const bent = new Set([...model.exceptions.values()].map(({ base }) => model.clauses.get(base)?.agreement));
      const covered = coveredByClauseProofs(model, context, ({ creeps }) => creeps);
      return covered.filter(({ agreement }) => bent.has(agreement.name));
    },
  },
  scope: "proof",
  run(model, report, context) {
    for (const { clause, share, exceptions, regions, group } of creepsTold(model, context)) {
      const note = { en: "an exception to it", ja: "この条項の例外" };
      const related = exceptions.map(({ place }) => ({ place, note }));
      const examples = [exampleOfClause(group, model, regions, clause)];
      report(
        clause.place,
        { name: clause.id, share: `${Math.round(share * 100)}%` },
        { related, examples, attempts: () => endings(exceptions) },
      );
    }
  },
});

/** Each exception without which the clause decides most again; where one is not enough, all of them. */
function endings(exceptions: readonly Exception[]): readonly Attempt[] {
  const single = exceptions.map(endExceptionFix);
  const names = {
    en: exceptions.map(({ name }) => `'${name}'`).join(", "),
    ja: exceptions.map(({ name }) => `「${name}」`).join(""),
  };
  const title = phrase("End the exceptions {names} now: remove them", "例外{names}を今終わらせる（削除する）", {
    names,
  });
  const all = { title, edits: () => single.flatMap((fix) => fix.edits()) };
  return [...single.map(ifRight), (isRight) => (!single.some(isRight) && isRight(all) ? all : undefined)];
}

const half = 0.5;

interface CreepIn extends Creep {
  readonly group: Group;
}

/** Each clause once, by the kind of request of which the exceptions decide most. */
function creepsTold(model: Model, context: CheckContext): readonly CreepIn[] {
  const most = new Map<string, CreepIn>();
  for (const proof of proofsFor(model, context)) {
    const { group, creeps } = clauseProofFor(proof, model, context);
    for (const creep of creeps.found) {
      const known = most.get(creep.clause.id);
      if (creep.share >= half && (!known || known.share < creep.share)) most.set(creep.clause.id, { ...creep, group });
    }
  }
  return [...most.values()];
}
