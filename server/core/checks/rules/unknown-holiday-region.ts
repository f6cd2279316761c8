import type { CalendarRule, Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { partsOf } from "../../time/date.ts";
import { countryInEnglish, countryNames, isJapan } from "../../time/holidays.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { didYouMean } from "../meant.ts";
import { phrase } from "../message.ts";
import { textAt } from "../places.ts";

/** Holidays of a country that is not known. */
export const unknownHolidayRegion = defineCheck({
  code: "SLA214",
  name: "unknown-holiday-region",
  severity: "error",
  messages: {
    en: "The holidays of '{region}' are not known, so none of its days would count. {advice}",
    ja: "「{region}」の祝日は分からないため、一日も祝日になりません。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "A country, or a part of one, whose public holidays are not known. None of its days would count. Write the country in " +
          'English or as a code of ISO 3166, and the part where parts have days of their own: `holidays of "DE-BY"` are those of ' +
          "Bavaria.",
        ja:
          "祝日が登録されていない国や地域です。このままでは、一日も祝日になりません。国は英語の名前か ISO 3166 の記号で書いてください。" +
          '地域ごとに祝日がある国では地域まで書け、`holidays of "DE-BY"` はバイエルン州の祝日です。',
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  closed holidays of Japn
  ^^^^^^^^^^^^^^^^^^^^^^^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        fixed: `
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
    for (const meaning of linked.meanings) {
      if (meaning.space !== "calendar" && meaning.space !== "exception") continue;
      const { year } = partsOf(today);
      const rules = meaning.space === "calendar" ? meaning.value.rules : meaning.value.open;
      for (const { region, place } of rules.flatMap(holidayRule)) {
        if (isJapan(region) || holidays(region, year) !== undefined) continue;
        const near = nearest(region, countryNames()) ?? countryInEnglish(region);
        const meant = near !== undefined && holidays(near, year) !== undefined ? near : undefined;
        report(place, { region, advice: meant === undefined ? writeOne : didYouMean(meant) }, fixesFor(place, meant));
      }
    }
  },
});

function holidayRule({ days, place }: CalendarRule) {
  return days.kind === "holidays" ? [{ region: days.region, place }] : [];
}

const writeOne: Localized = {
  en: 'Write a country (Japan, Germany) or a code such as "DE-BY".',
  ja: 'Japan や Germany のような国名か、"DE-BY" のようなコードを書いてください。',
};

function fixesFor(place: Place, meant: string | undefined): { readonly fixes: readonly Fix[] } {
  const found = /\bholidays\s+of\s+("[^"]*"|`[^`]*`|\S+)/d.exec(textAt(place))?.indices?.[1];
  if (meant === undefined || !found) return { fixes: [] };
  const { item, span } = place;
  const written = { item, span: { start: span.start + found[0], end: span.start + found[1] } };
  const text = /^\w+$/.test(meant) ? meant : `"${meant}"`;
  return { fixes: [replaceFix(phrase("Write {text}", "{text} と書く", { text }), written, text)] };
}
