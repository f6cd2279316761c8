import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { reportSlips } from "../slips.ts";

/** Times without two digits for the hour. */
export const timeNotation = defineCheck({
  code: "SLA006",
  name: "time-notation",
  severity: "warning",
  fixing: "harmless",
  messages: { en: "{slip}", ja: "{slip}" },
  docs: () =>
    page(
      {
        en:
          "A time that is not written with two digits for the hour and two for the minute. Was `1:00` meant to be `11:00`? With " +
          "two digits each, nobody has to wonder whether one is missing, and columns of times line up.",
        ja:
          "時と分が二桁ずつで書かれていない時刻です。`1:00` は `11:00` のつもりだったのでしょうか。" +
          "二桁ずつで書けば、桁が落ちたのかと迷うことはなく、時刻の列もそろいます。",
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
