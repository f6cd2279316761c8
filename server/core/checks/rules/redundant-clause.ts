import { lookedAtIn } from "../../prover/claims.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { removeFixes } from "../proofFixes.ts";
import { inEveryKind, proofsFor } from "../proofs.ts";

/** What could be left out without any decision changing. */
export const redundantClause = defineCheck({
  code: "SLA703",
  name: "redundant-clause",
  severity: "info",
  tag: "unnecessary",
  messages: {
    en: "Without '{name}' every request would be decided the same, so it has to be kept up for nothing. Leave it out, or let it say what it should change.",
    ja: "「{name}」がなくても、どの依頼の答えも変わりません。不要な管理の手間になります。削除するか、変えたい内容を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A case, an exception or a line without which every answer stays the same. It has to be read, reviewed and kept up for " +
          "nothing; it is left over from a change elsewhere, or was meant to say something else. Leave it out, or let it say what " +
          "it should change. All that are found together can be left out together.",
        ja:
          "なくしても、どの答えも変わらない case、例外、行です。読んで、見直して、保守していくだけの意味がありません。" +
          "ほかを変えたときの残りか、別のことを述べるつもりだったかのどちらかです。削除するか、変えたかったことを書いてください。" +
          "まとめて指摘したものは、まとめて削除できます。",
      },
      {
        bad: `
request outage { severity: normal | urgent }
agreement outages between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 2 business hours
    case urgent when severity is urgent {
         ^^^^^^
      respond within 2 business hours
    }
  }
}
`,
        good: `
request outage { severity: normal | urgent }
agreement outages between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 2 business hours
    case urgent when severity is urgent {
      respond within 1 business hour
    }
  }
}
`,
        fix: `
request outage { severity: normal | urgent }
agreement outages between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 2 business hours
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "nothing can be left out without changing an answer",
      ja: "答えを変えずに省ける記述はありません",
    }),
    broken: () => ({ en: "something changes no answer", ja: "省いても答えの変わらない記述があります" }),
    undecided: {
      en: "whether something could be left out",
      ja: "省ける記述があるか",
    },
    covered: (model, context) => proofsFor(model, context).flatMap((known) => lookedAtIn(known, known.redundant)),
  },
  scope: "proof",
  run(model, report, context) {
    const proofs = proofsFor(model, context);
    const dead = new Set(proofs.flatMap(({ unreachable }) => unreachable.found.map(({ id }) => id)));
    for (const { id, place } of inEveryKind(model, proofs, ({ redundant }) => redundant.found))
      if (!dead.has(id)) report(place, { name: id }, { fixes: removeFixes(model, id, place) });
  },
});
