import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A range of times whose ends are equal. */
export const emptyTimeRange = defineCheck({
  code: "SLA208",
  name: "empty-time-range",
  severity: "error",
  messages: {
    en: "{time}-{time} can mean no time at all or a whole day, so it has no effect. Correct one end, or write 00:00-24:00.",
    ja: "{time}-{time} は、時間がないとも丸一日とも読めるため、効力を持ちません。どちらかを直すか、00:00-24:00 と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A range of times that ends when it begins. The end is not part of a range, so from 15:00 to 15:00 there is nothing; " +
          "but whoever wrote it may have meant round the clock. Correct one end, or write the whole day as `00:00-24:00` or as a " +
          "line without times.",
        ja:
          "始まりと終わりが同じ時間帯です。時間帯は終わりの時刻を含まないため、15:00 から 15:00 までには何も含まれません。" +
          "しかし、書いた人は丸一日のつもりだったかもしれません。" +
          "どちらかの時刻を直すか、丸一日なら `00:00-24:00` と書くか、時刻を書かずに表してください。",
      },
      {
        bad: `
calendar hotline in Asia/Tokyo {
  open Mon..Sun 15:00-15:00
                ^^^^^^^^^^^
}
team Logistics {
  lead  Ueda
  hours hotline
}
`,
        fixed: `
calendar hotline in Asia/Tokyo {
  open Mon..Sun 00:00-24:00
}
team Logistics {
  lead  Ueda
  hours hotline
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, time } of problems("equal times")) {
      const meant = "00:00-24:00";
      const title = phrase("Write {meant}, the whole day", "{meant}（丸一日）と書く", { meant });
      report(place, { time }, { fixes: [replaceFix(title, place, meant)] });
    }
  },
});
