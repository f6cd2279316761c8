import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A row of a target table with more or fewer cells than the head. */
export const wrongNumberOfCells = defineCheck({
  code: "SLA119",
  name: "wrong-number-of-cells",
  severity: "error",
  messages: {
    en: "This row has {found} {part} where the head of the table has {wanted}, so it cannot be read. Give it one for each column.",
    ja: "表の見出しの{part}は {wanted} 個ですが、この行には {found} 個あるため読めません。列ごとに一つずつ書いてください。",
  },
  docs: page(
    "A row of a target table has a value for each field left of the arrow, `any` where it does not matter, and a duration for each target " +
      "right of it.",
    {
      bad: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
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
      report(place, { part: partWords[part], found: String(found), wanted: String(wanted) });
  },
});

const partWords = {
  values: { en: "value(s)", ja: "値" },
  durations: { en: "duration(s)", ja: "期間" },
};
