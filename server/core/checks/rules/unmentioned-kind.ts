import type { Agreement, CommitClause, HandleClause } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { unmentionedExample } from "../proofs.ts";

/** A request kind that no clause is about. */
export const unmentionedKind = defineCheck({
  code: "SLA502",
  name: "unmentioned-kind",
  severity: "warning",
  messages: {
    en: "No clause is about '{name}', so such a request reaches nobody and nothing may be promised about it. Add a 'handle' or 'commit' clause.",
    ja: "「{name}」についての条項がないため、依頼は誰にも届かず、何も約束できません。handle か commit の条項を加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A kind of request that no clause is about. " +
          "What is not said is visible: a request of this kind is answered *unhandled*. Somebody has to agree who deals with it, or to decline it " +
          "with a reason. As long as there is no agreement at all, nothing is reported.",
        ja:
          "どの条項にも出てこない依頼の種類です。" +
          "書かれていないことも、見えるようにします。この種類の依頼には「該当する条項なし」と答えることになります。誰が対応するかを合意するか、理由を添えて断ると" +
          "決めてください。取り決めが一つもないうちは指摘しません。",
      },
      {
        bad: `
request refund { amount: JPY }
        ^^^^^^
`,
        good: `
request refund { amount: JPY }
agreement refunds between Sales and Support {
  handle refunds: refund {
    decline because "Finance pays refunds: ask there"
  }
}
`,
      },
    ),
  property: {
    proved: () => ({ en: "every kind of request is in a clause", ja: "依頼の種類すべてに条項があります" }),
    broken: () => ({ en: "a kind of request is in no clause", ja: "どの条項にもない種類の依頼があります" }),
    undecided: { en: "whether every kind of request is in a clause", ja: "依頼の種類すべてに条項があるか" },
    // Of agreements, what is proved is proved of the kinds that their clauses are about.
    covered: () => [],
  },
  scope: "model",
  run(model, report, context) {
    if (model.agreements.size === 0) return;
    const mentioned = new Set<string>();
    for (const agreement of model.agreements.values()) for (const kind of kindsIn(agreement)) mentioned.add(kind);
    for (const kind of model.kinds.values())
      if (!mentioned.has(kind.name))
        report(
          kind.place,
          { name: kind.name },
          { examples: [unmentionedExample(kind, model, context)], unlessUnread: kind.name },
        );
  },
});

function kindsIn(agreement: Agreement): ReadonlySet<string> {
  const known = kindsByAgreement.get(agreement);
  if (known) return known;
  const clauses: readonly (HandleClause | CommitClause)[] = [...agreement.handles, ...agreement.commits];
  const kinds = new Set(clauses.flatMap((clause) => clause.kinds));
  kindsByAgreement.set(agreement, kinds);
  return kinds;
}

/** An agreement that means the same is the same object, so at a keystroke one is read anew. */
const kindsByAgreement = new WeakMap<Agreement, ReadonlySet<string>>();
