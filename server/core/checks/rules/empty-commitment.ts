import type { CommitClause } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A commit clause without a single may, ask or never. */
export const emptyCommitment = defineCheck({
  code: "SLA411",
  name: "empty-commitment",
  severity: "warning",
  messages: {
    en: "'{name}' says neither may, ask nor never, so its answer is always silent: take it back and check. Add a line, such as 'never because \"…\"'.",
    ja: '「{name}」には may・ask・never のどれもないため、答えは常に「持ち帰って確認」になります。「never because "…"」のような行を加えてください。',
  },
  docs: () =>
    page(
      {
        en:
          "A `commit` clause that says neither `may` nor `ask` nor `never`. It looks as if something were agreed, while every " +
          "question is answered *silent*: take it back and check. Add the line that is meant.",
        ja:
          "`may`・`ask`・`never` のどれもない `commit` の条項です。何か合意があるように見えるのに、どの問いにも「定めなし。" +
          "持ち帰って確認」という答えになります。意図した行を加えてください。",
      },
      {
        bad: `
request refund
agreement refunds between Sales and Support {
  commit refunds: refund by Sales {
         ^^^^^^^
  }
}
`,
        good: `
request refund
agreement refunds between Sales and Support {
  commit refunds: refund by Sales {
    ask lead of Sales within 1 business day
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements }, report) {
    for (const { commits } of agreements)
      for (const clause of commits) if (isEmpty(clause)) report(clause.place, { name: clause.name });
  },
});

/** Lines that could not be read are told elsewhere; a clause with some has more than its braces. */
function isEmpty({ verdicts, cases, whole }: CommitClause): boolean {
  const body = whole.item.text.slice(whole.span.start, whole.span.end);
  return verdicts.length === 0 && cases.every(isEmpty) && /\{\s*\}$/.test(body.trimEnd());
}
