import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { deleteLinesFix } from "../fixes.ts";

/** A calendar that opens and closes on the same date. */
export const openAndClosed = defineCheck({
  code: "SLA209",
  name: "open-and-closed",
  severity: "error",
  messages: {
    en: "{date} is closed for the whole day here and opened by another line, so nobody can tell which holds. Remove one, or give the closure times.",
    ja: "{date} はここで終日閉まり、別の行では開くため、どちらか分かりません。どちらかを削除するか、閉まる時間を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A date that one line opens and another closes for the whole day. A dated `open` line opens its date even on a holiday, " +
          "a dated `closed` line without times closes it, and order means nothing, so nobody can tell which holds. Remove one, or " +
          "give the `closed` line times: then it cuts a piece out of what is open.",
        ja:
          "ある行で開き、別の行で終日閉まる日付です。" +
          "日付を指定した `open` の行は祝日でもその日を開け、時刻のない日付指定の `closed` の行はその日を終日閉めます。" +
          "順序には意味がないため、どちらか分かりません。どちらかを削除するか、`closed` の行に時刻を書いてください。" +
          "時刻があれば、開いている時間の一部を除くだけになります。",
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  open   2026-12-29 10:00-15:00
  closed 2026-12-28..2027-01-04
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        good: `
calendar warehouse in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  open   2026-12-29 10:00-15:00
  closed 2026-12-30..2027-01-04
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        fix: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
  open 2026-12-29 10:00-15:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, date, other } of problems("open and closed"))
      report(
        place,
        { date },
        {
          fixes: [
            deleteLinesFix({ en: "Delete this closure", ja: "閉まる行を削除する" }, () => place),
            deleteLinesFix({ en: "Delete the opening", ja: "開く行を削除する" }, () => other),
          ],
          related: [{ place: other, note: { en: "opened here", ja: "開く行" } }],
        },
      );
  },
});
