import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** An exception's `open` or `closed` line on dates on which the exception is not in force. */
export const opensOutsideEffective = defineCheck({
  code: "SLA314",
  name: "opens-outside-effective",
  severity: "warning",
  messages: {
    en: "This line speaks of {dates}, but '{name}' is in force {effective} only, so on the other dates nothing changes. Extend 'effective', or correct the dates.",
    ja: "この行は {dates} についてですが、「{name}」が有効なのは {effective} だけで、ほかの日は何も変わりません。effective を延ばすか、日付を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An `open` or `closed` line of an exception for days outside its `effective` dates. The exception has no effect then, " +
          "so a day that was promised to be open is not. Extend `effective`, or correct the dates of the line.",
        ja:
          "例外の `effective` の期間から外れた日についての、`open` や `closed` の行です。" +
          "その日には例外の効力がないため、開けると約束した日が、開いていないことになります。`effective` を延ばすか、行の日付を直してください。",
      },
      {
        bad: `
exception acme_cutover to product_support.incidents when customer is Acme {
  effective 2026-08-29..2026-08-30
  open      2026-08-29..2026-08-31 09:00-18:00
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that weekend"
}
`,
        good: `
exception acme_cutover to product_support.incidents when customer is Acme {
  effective 2026-08-29..2026-08-31
  open      2026-08-29..2026-08-31 09:00-18:00
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that weekend"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report) {
    for (const { name, effective, open } of exceptions) {
      if (!effective) continue;
      const { first, last = Number.POSITIVE_INFINITY } = effective.value;
      for (const { days, place } of open)
        if (days.kind === "dates" && (days.first < first || days.last > last))
          report(place, { name, dates: datesText(days.first, days.last), effective: datesText(first, last) });
    }
  },
});

function datesText(first: number, last: number): string {
  if (first === last) return formatDate(first);
  return formatDate(first) + ".." + (Number.isFinite(last) ? formatDate(last) : "");
}
