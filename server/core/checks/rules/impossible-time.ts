import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { textAt } from "../places.ts";

/** A time that no clock shows. */
export const impossibleTime = defineCheck({
  code: "SLA206",
  name: "impossible-time",
  severity: "error",
  messages: {
    en: "No clock shows {text} here, so this line has no effect. Write a time from 00:00 to 24:00; a range past midnight ends in the morning, as in 22:00-06:00.",
    ja: "{text} という時刻はここでは使えないため、この行は効力を持ちません。一日は 00:00 から 24:00 までです。翌朝までなら 22:00-06:00 のように書きます。",
  },
  docs: () =>
    page(
      {
        en:
          "A time that no clock shows, such as `25:00`, or `24:00` where something begins. The line has no effect. Hours run from " +
          "00 to 23 and minutes from 00 to 59; `24:00` is the end of a day. A shift past midnight is written with the hour of the " +
          "next morning: `22:00-06:00`.",
        ja:
          "`25:00` や、始まりとしての `24:00` のように、時計にない時刻です。その行は効力を持ちません。" +
          "時は 00 から 23 まで、分は 00 から 59 までで、`24:00` は一日の終わりです。" +
          "日をまたぐ勤務は、`22:00-06:00` のように翌朝の時刻で書きます。",
      },
      {
        bad: `
calendar night_shift in Asia/Tokyo {
  open Mon..Fri 22:00-30:00
                      ^^^^^
}
`,
        good: `
calendar night_shift in Asia/Tokyo {
  open Mon..Fri 22:00-06:00
}
team Logistics {
  lead  Ueda
  hours night_shift
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place } of problems("impossible time")) report(place, { text: textAt(place) });
  },
});
