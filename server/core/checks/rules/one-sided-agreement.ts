import { lookedAtIn } from "../../prover/claims.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { proofsFor } from "../proofs.ts";

/** An agreement in which one party owes everything that is owed. */
export const oneSidedAgreement = defineCheck({
  code: "SLA610",
  name: "one-sided-agreement",
  severity: "warning",
  messages: {
    en: "In '{agreement}' only {party} owes anything, so it reads as a list of orders. Write what {others} owes in return, or leave the 'owe' lines out.",
    ja: "「{agreement}」では {party} だけが義務を負っていて、命令の一覧のように読めます。代わりに {others} が負うものを書くか、「owe」の行を外してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An agreement in which only one party owes or handles anything. Neither side of an agreement is above the other: " +
          "whoever owes complete forms is owed an answer to a form that came back. Duties in one direction only are not kept for " +
          "long. Write what the other side owes in return. An agreement without any `owe` is not reported.",
        ja:
          "一方の当事者だけが義務や対応を負う取り決めです。取り決めの当事者に上下はありません。" +
          "漏れのない書類を出す義務を負う側は、差し戻された書類への回答を受けられるはずです。一方だけの義務は長続きしません。" +
          "相手の側が負うものも書いてください。`owe` が一つもない取り決めは対象外です。",
      },
      {
        bad: `
agreement forms between Sales and Support {
          ^^^^^
  owe complete_forms: Sales to Support "a complete form" with every incident
}
`,
        good: `
agreement forms between Sales and Support {
  owe complete_forms: Sales to Support "a complete form" with every incident
  owe open_incidents: Support to Sales "a list of open incidents" every Mon before 10:00
}
`,
      },
    ),
  property: {
    proved: () => ({ en: "each side owes the other something", ja: "双方が互いに義務を負っています" }),
    broken: () => ({ en: "one side owes everything", ja: "一方だけが義務を負っています" }),
    undecided: { en: "whether each side owes something", ja: "双方が義務を負っているか" },
    covered: (model, context) => {
      const all = proofsFor(model, context).flatMap((known) => lookedAtIn(known, { found: [], isDecided: true }));
      return all.filter(({ agreement }) => agreement.obligations.length > 0);
    },
  },
  scope: "agreement",
  run({ agreements }, report) {
    for (const { name, place, parties, obligations, broken } of agreements) {
      if (broken.includes("owe")) continue;
      const owing = new Set(obligations.map(({ from }) => from));
      const [party] = owing;
      const others = parties.filter((each) => each !== party);
      if (party === undefined || owing.size > 1 || others.length === 0) continue;
      const listed = { en: others.join(" or "), ja: others.join(" または ") };
      report(place, { agreement: name, party, others: listed });
    }
  },
});
