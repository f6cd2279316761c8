import type { CalendarRule, Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { afterHead, textAt } from "../places.ts";
import { daysInWords } from "../words.ts";

/** An agreement or an exception with one date alone, which may have been meant as the first of many. */
export const singleDate = defineCheck({
  code: "SLA318",
  name: "single-date",
  severity: "info",
  messages: {
    en: "One date alone is that one day: '{name}' has no effect before and after {date}. {advice} If that day is meant, '{date}..{date}' says so.",
    ja: "日付を一つだけ書くと、その一日だけを指します。「{name}」は {date} の前後には効力を持ちません。{advice}その日だけのつもりなら「{date}..{date}」と書けば明らかです。",
  },
  docs: () =>
    page(
      {
        en:
          "An `effective` line with one date alone, which means that one day, though many write it for everything from then on. An agreement from a day on is " +
          "written `2026-09-01..`, and needs no end. An exception needs one, as a rule is bent for a limited time: write its last day, too. " +
          "What is for one day is written with that day twice, and an exception that opens hours on the very day is understood.",
        ja:
          "日付が一つだけの `effective` です。その一日だけを指しますが、「その日から」のつもりで書かれることがよくあります。ある日からずっと続く取り決めは " +
          "`2026-09-01..` と書き、終わりは要りません。例外は期間を限って規則を曲げるものなので、終わりの日も書きます。" +
          "一日だけのものは同じ日を二度書いて示します。同じ日の営業時間を開く例外は、そのつもりとみなします。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  effective 2026-08-24
            ^^^^^^^^^^
  handle lost_parcels: parcel {
    by  Support
    via email
  }
}
`,
        fixed: `
request parcel
agreement parcels between Sales and Support {
  effective 2026-08-24..
  handle lost_parcels: parcel {
    by  Support
    via email
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions }, report, { limits: { longestException } }) {
    for (const { name, effective } of agreements) {
      if (!effective || !isOneDate(effective.place)) continue;
      const place = afterHead(effective.place);
      const date = formatDate(effective.value.first);
      const fixes = [writing(place, fromThenOn, `${date}..`), writing(place, thatDay, `${date}..${date}`)];
      const advice = phrase(
        "If it holds from then on, write '{meant}'.",
        "その日からずっと続くのなら「{meant}」と書いてください。",
        { meant: `effective ${date}..` },
      );
      report(place, { name, date, advice }, { fixes });
    }
    for (const { name, effective, open } of exceptions) {
      if (!effective || !isOneDate(effective.place) || opensOn(open, effective.value.first)) continue;
      const place = afterHead(effective.place);
      const date = formatDate(effective.value.first);
      const last = formatDate(effective.value.first + longestException - 1);
      const lasting = phrase("Let it last {days}", "期間を {days}間にする", { days: daysInWords(longestException) });
      const fixes = [writing(place, thatDay, `${date}..${date}`), writing(place, lasting, `${date}..${last}`)];
      report(place, { name, date, advice: endNeeded }, { fixes });
    }
  },
});

const fromThenOn: Localized = { en: "From then on", ja: "その日から続ける" };
const thatDay: Localized = { en: "On that day alone", ja: "その日だけにする" };
const endNeeded: Localized = {
  en: "If it is to last, write its last day, too, for an exception needs an end.",
  ja: "続けるつもりなら、例外には終わりが要るので、終わりの日も書いてください。",
};

/** Whether one date is written, and not the first and the last, however they are spelled. */
function isOneDate(place: Place): boolean {
  const text = textAt(afterHead(place)).normalize("NFKC");
  return !text.includes("..") && (text.match(/\d+/g) ?? []).length <= numbersOfDate;
}

const numbersOfDate = 3;

function opensOn(open: readonly CalendarRule[], day: Day): boolean {
  return open.some(({ days }) => days.kind === "dates" && days.first === day && days.last === day);
}

function writing(place: Place, { en, ja }: Localized, dates: string): Fix {
  return replaceFix({ en: `${en}: ${dates}`, ja: `${ja}：${dates}` }, place, dates);
}
