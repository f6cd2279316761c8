import type { Model, Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import type { Combination } from "../combinations.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { gapsOf, type OpenTarget, openTargets, type TargetName } from "../tables.ts";

/** Requests for which neither a row of the table nor the clause has a target. */
export const tableGap = defineCheck({
  code: "SLA123",
  name: "table-gap",
  severity: "warning",
  messages: {
    en: "No row covers {combinations}, and the clause has no {targets} of its own, so such a request has no deadline. Add a row, or {lines} for what no row covers.",
    ja: "{combinations}に当たる行がなく、条項にも{targets}がないため、その依頼には期限がありません。行を加えるか、どの行にも当たらない場合の{lines}を条項に書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Combinations of values that no row of a target table covers, in a clause without such a target of its own. Nobody " +
          "promised a time for them. Add a row, or give the clause a target for what no row covers. What other cases cover, and " +
          "what `impossible` rules out, is no gap. A request without a customer has no attributes; that is not told here.",
        ja:
          "目標の表のどの行にも当てはまらず、条項自身の期限もない、値の組み合わせです。そこでは、誰も時間を約束していません。" +
          "行を加えるか、どの行にも当てはまらない場合の期限を条項に書いてください。" +
          "ほかの case が扱うものと、`impossible` で除いたものは抜けではありません。" +
          "顧客のない依頼には属性がありませんが、それはここでは指摘しません。",
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
      for (const { open, combinations, targets } of gapsToldOnce(model, openTargets(agreement)))
        report(headOf(open), { combinations, targets: targetsInWords(targets), lines: linesInWords(targets) });
  },
});

interface Gap {
  readonly open: OpenTarget;
  readonly combinations: Localized;
  readonly targets: readonly TargetName[];
}

/** What several targets of a clause leave open alike is one gap. */
function gapsToldOnce(model: Model, targets: readonly OpenTarget[]): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const open of targets) {
    const found = gapsOf(model, open);
    if (found.length === 0) continue;
    const key = `${open.clause.id} ${JSON.stringify(found)}`;
    const { targets: others } = gaps.get(key) ?? { targets: [] };
    const first = gaps.get(key)?.open ?? open;
    gaps.set(key, { open: first, combinations: inWords(found), targets: [...others, open.target] });
  }
  return [...gaps.values()];
}

function targetsInWords(targets: readonly TargetName[]): Localized {
  return { en: targets.map((target) => `'${target}'`).join(" or "), ja: targets.map(inJapanese).join("と") };
}

function linesInWords(targets: readonly TargetName[]): Localized {
  return {
    en: targets.map((target) => `a '${target}' line`).join(" and "),
    ja: targets.map(inJapanese).join("と"),
  };
}

function inJapanese(target: TargetName): string {
  return `「${target}」`;
}

/** Each as a row would have it. */
function inWords(gaps: readonly Combination[]): Localized {
  const rows = gaps.slice(0, mostTold).map((values) => values.join(", "));
  const others = gaps.length - rows.length;
  const english = rows.map((row) => `'${row}'`);
  const japanese = rows.map((row) => `「${row}」`).join("・");
  if (others === 0) return { en: english.join(" or "), ja: japanese };
  return { en: `${english.join(", ")} or ${others} more`, ja: `${japanese} ほか ${others} 通り` };
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
