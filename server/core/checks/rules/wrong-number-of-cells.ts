import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A row of a target table with more or fewer cells than the head. */
export const wrongNumberOfCells = defineCheck({
  code: "SLA119",
  name: "wrong-number-of-cells",
  severity: "error",
  messages: {
    en: "This row has {found} where the head of the table asks for {wanted}, so it cannot be read. Give it one for each column.",
    ja: "表の見出しでは{wanted}が要りますが、この行は{found}なので読めません。列ごとに一つずつ書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A row of a target table with more or fewer cells than the head of the table has. Nobody can tell which cell belongs to " +
          "which column, so the row is not read. Write a value for each field left of the arrow, `any` where it does not matter, " +
          "and a duration for each target right of it.",
        ja:
          "見出しと列の数が合わない、目標の表の行です。どの値がどの列のものか分からないため、読み取れません。" +
          "矢印の左の項目ごとに値を（どの値でもよければ `any` を）、右の目標ごとに期間を書いてください。",
      },
      {
        bad: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    respond within 1 business day
    table tier, severity -> respond
      gold, urgent       -> 1 business hour
      gold               -> 2 business hours
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      gold, urgent       -> 1 business hour
      gold, normal       -> 2 business hours
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, part, found, wanted } of problems("wrong number of cells"))
      report(place, { found: counted(found, part), wanted: counted(wanted, part) });
  },
});

function counted(count: number, part: "values" | "durations"): Localized {
  const { en, ja } = partWords[part];
  return { en: `${count} ${count === 1 ? en : part}`, ja: `${ja} ${count} 個` };
}

const partWords: Readonly<Record<"values" | "durations", Localized>> = {
  values: { en: "value", ja: "値" },
  durations: { en: "duration", ja: "期間" },
};
