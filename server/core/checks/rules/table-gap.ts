import type { Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import type { Combination } from "../combinations.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { listed } from "../people.ts";
import { gapsOf, type OpenTarget, openTargets } from "../tables.ts";

/** Requests for which neither a row of the table nor the clause has a target. */
export const tableGap = defineCheck({
  code: "SLA123",
  name: "table-gap",
  severity: "warning",
  messages: {
    en: "No row covers {combinations}, and the clause has no '{target}' of its own, so such a request has no deadline. Add a row, or a '{target}' line for what no row covers.",
    ja: "{combinations} に当たる行がなく、条項にも「{target}」がないため、その依頼には期限がありません。行を加えるか、どの行にも当たらない場合の「{target}」を条項に書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "What no row of a target table covers keeps the clause's own target. Where the clause has none, it is a gap: combinations of values for which " +
          "nobody promised a time. What other cases cover, and what `impossible` rules out, is none. A request without a customer has no attributes; " +
          "that is not told here.",
        ja:
          "目標の表のどの行にも当てはまらない依頼には、条項自身の期限が使われます。条項に期限がなければ、そこは抜けになり、誰も時間を約束していない値の組み合わせが" +
          "残ります。ほかの case が扱うものと、`impossible` で除いたものは抜けではありません。顧客のない依頼には属性がありませんが、それはここでは指摘しません。",
      },
      {
        bad: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    table tier, severity -> respond
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      gold, any          -> 1 business hour
      silver, urgent     -> 2 business hours
  }
}
`,
        good: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    respond within 1 business day
    table tier, severity -> respond
      gold, any          -> 1 business hour
      silver, urgent     -> 2 business hours
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const agreement of model.agreements.values())
      for (const open of openTargets(agreement)) {
        const gaps = gapsOf(model, open);
        if (gaps.length > 0) report(headOf(open), { combinations: inWords(gaps), target: open.target });
      }
  },
});

/** Each as a row would have it. */
function inWords(gaps: readonly Combination[]): Localized {
  const texts = gaps.slice(0, mostTold).map((values) => `'${values.join(", ")}'`);
  const others = gaps.length - texts.length;
  if (others === 0) return listed(texts);
  const { en } = listed([...texts, `${others} more`]);
  return { en, ja: `${texts.join("・")} ほか ${others} 通り` };
}

const mostTold = 4;

/** The head of the table: the last line above its first row that begins with the word. */
function headOf({ clause, row }: OpenTarget): Place {
  const { item, span } = row.place;
  const above = item.text.slice(clause.whole.span.start, span.start);
  const head = [...above.matchAll(/^[ \t]*(table\b.*\S)/dgm)].at(-1)?.indices?.[1];
  if (!head) return row.place;
  return { item, span: { start: clause.whole.span.start + head[0], end: clause.whole.span.start + head[1] } };
}
