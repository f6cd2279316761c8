import type { CalendarRule } from "../../model/model.ts";
import { partsOf } from "../../time/date.ts";
import { isJapan } from "../../time/holidays.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Holidays of a country that is not known. */
export const unknownHolidayRegion = defineCheck({
  code: "SLA214",
  name: "unknown-holiday-region",
  severity: "error",
  messages: {
    en: "The holidays of '{region}' are not known, so none of its days would count. Write a country (Japan, Germany) or a code such as \"DE-BY\".",
    ja: '「{region}」の祝日は分からないため、一日も祝日になりません。Japan や Germany のような国名か、"DE-BY" のようなコードを書いてください。',
  },
  docs: page(
    "Public holidays are known by country, in English or as a code of ISO 3166, and by part of a country where parts have days of their own: " +
      '`holidays of "DE-BY"` are those of Bavaria.',
    {
      bad: `
calendar warehouse in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  closed holidays of Nippon_koku
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      good: `
calendar warehouse in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  closed holidays of Japan
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
    },
  ),
  scope: "item",
  run({ linked }, report, { holidays, today }) {
    const { year } = partsOf(today);
    for (const meaning of linked.meanings) {
      const rules =
        meaning.space === "calendar" ? meaning.value.rules : meaning.space === "exception" ? meaning.value.open : [];
      for (const { region, place } of rules.flatMap(holidayRule))
        if (!isJapan(region) && holidays(region, year) === undefined) report(place, { region });
    }
  },
});

function holidayRule({ days, place }: CalendarRule) {
  return days.kind === "holidays" ? [{ region: days.region, place }] : [];
}
