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
          "A dated `open` line opens its date even on a holiday, and a dated `closed` line without times closes it for the whole day. Order means " +
          "nothing, so on the same date one of them must go. A `closed` line with times cuts a piece out of what is open and is fine.",
        ja:
          "日付を指定した `open` の行は祝日でもその日を開け、時刻のない日付指定の `closed` の行はその日を終日閉めます。順序には意味がないため、同じ日付には" +
          "どちらか一方しか書けません。時刻のある `closed` の行は、開いている時間の一部を除くだけなので問題ありません。",
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
