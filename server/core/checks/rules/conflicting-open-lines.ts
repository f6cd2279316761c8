import type { CalendarRule } from "../../model/model.ts";
import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Two dated openings of the same date with different times. */
export const conflictingOpenLines = defineCheck({
  code: "SLA210",
  name: "conflicting-open-lines",
  severity: "warning",
  messages: {
    en: "{date} is opened by an earlier line with other times, and both count together. Was this one meant to replace it? Keep one line for each date.",
    ja: "{date} は前の行でも別の時間に開いており、両方を合わせた時間になります。置き換えるつもりでなければ、一日につき一行にまとめてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A date that two dated `open` lines open at different times. Such a line replaces the weekly hours of its date, but not " +
          "another dated line: the times of both are joined, which is seldom what a reader expects. Keep one line for each date.",
        ja:
          "日付を指定した `open` の二つの行で、違う時間に開く日付です。" +
          "この行はその日の通常の営業時間を置き換えますが、日付を指定した別の行までは置き換えません。" +
          "両方を合わせた時間に開くことになり、読む人の予想とはたいてい異なります。一日につき一行にまとめてください。",
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
  open 2026-12-28..2026-12-30 10:00-15:00
  open 2026-12-30 09:00-12:00
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        good: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
  open 2026-12-28..2026-12-29 10:00-15:00
  open 2026-12-30 09:00-12:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "company",
  run(model, report) {
    for (const { rules } of model.calendars.values()) {
      const openings = rules.flatMap(openingOf);
      openings.forEach((later, index) => {
        const earlier = openings.slice(0, index).find((other) => meet(other, later));
        if (!earlier) return;
        const date = formatDate(Math.max(earlier.first, later.first));
        report(
          later.place,
          { date },
          { related: [{ place: earlier.place, note: { en: "the earlier line", ja: "前の行" } }] },
        );
      });
    }
  },
});

interface Opening extends Pick<CalendarRule, "times" | "place"> {
  readonly first: number;
  readonly last: number;
}

function openingOf({ effect, days, times, place }: CalendarRule): readonly Opening[] {
  return effect === "open" && days.kind === "dates" ? [{ first: days.first, last: days.last, times, place }] : [];
}

function meet(a: Opening, b: Opening): boolean {
  return a.first <= b.last && b.first <= a.last && JSON.stringify(a.times) !== JSON.stringify(b.times);
}
