import type { Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";

/** Two rows of a target table that one request can match. */
export const overlappingRows = defineCheck({
  code: "SLA120",
  name: "overlapping-rows",
  severity: "error",
  messages: {
    en: "A request can match this row and an earlier one, and the order of rows means nothing, so its target is undecided. Make the rows differ.{left}",
    ja: "この行と前の行の両方に当てはまる依頼があり、行の順序には意味がないため、目標が決まりません。重ならないようにしてください。{left}",
  },
  docs: () =>
    page(
      {
        en:
          "Two rows of a target table that match the same request: `any` in one row covers what another row states. The order of " +
          "rows decides nothing, so the target of such a request is undecided. Make the rows differ.",
        ja:
          "同じ依頼に当てはまる、目標の表の二つの行です。`any` のある行は、別の行で述べた値にも当てはまります。" +
          "行の順序では何も決まらないため、そのような依頼の目標が決まりません。行が重ならないようにしてください。",
      },
      {
        bad: `
request outage { severity: normal | urgent }

agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 1 business day
    table tier, severity -> respond
      any, urgent        -> 1 business hour
      gold, any          -> 2 business hours
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        fixed: `
request outage { severity: normal | urgent }

agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 1 business day
    table tier, severity -> respond
      any, urgent        -> 1 business hour
      gold, normal       -> 2 business hours
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, first, left } of problems("overlapping rows"))
      report(
        place,
        { left: left && left.values.length > 0 ? leftText(left.values) : "" },
        {
          fixes: left ? fixesOf(left) : [],
          related: [{ place: first, note: { en: "the earlier row", ja: "前の行" } }],
        },
      );
  },
});

function leftText(values: readonly string[]): Localized {
  const names = {
    en: values.map((value) => `'${value}'`).join(", "),
    ja: values.map((value) => `「${value}」`).join("、"),
  };
  return phrase(
    " Left for its 'any', where no earlier row is met: {names}.",
    "「any」の代わりに書けば重ならない値：{names}。",
    { names },
  );
}

/** Several values take a row each, with targets that people choose. */
function fixesOf({ place, values }: { readonly place: Place; readonly values: readonly string[] }): readonly Fix[] {
  const [only, ...others] = values;
  if (only === undefined || others.length > 0) return [];
  return [
    replaceFix(
      phrase("Write '{only}' instead of 'any'", "「any」を「{only}」にする", { only }),
      place,
      writtenName(only),
    ),
  ];
}
