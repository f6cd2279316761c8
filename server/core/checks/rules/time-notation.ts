import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Times without two digits for the hour. */
export const timeNotation = defineCheck({
  code: "SLA006",
  name: "time-notation",
  severity: "warning",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A time is written with two digits for the hour and two for the minute, so that columns of times line up. Was " +
          "`1:00` meant to be `11:00`? Nobody has to wonder whether a digit is missing.",
        ja: "時刻の列がそろうように、時も分も二桁で書きます。`1:00` は `11:00` のつもりだったのでしょうか。二桁で書けば、桁が落ちたのかと迷うことはありません。",
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 9:00-18:00
                ^^^^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        fixed: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "syntax",
  run(item, report) {
    reportSlips(item, ["time"], report);
  },
});
