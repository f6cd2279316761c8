import { calendarSpecOf } from "../../model/zones.ts";
import { buildCalendar, nextOpening } from "../../time/calendar.ts";
import { dayMilliseconds, dayOf } from "../../time/date.ts";
import type { CalendarLine, CalendarSpec } from "../../time/spec.ts";
import { hasUnreadLines } from "../calendars.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { problemsOf } from "../item.ts";

/** A calendar that is never open again. */
export const unreachableCalendar = defineCheck({
  code: "SLA212",
  name: "unreachable-calendar",
  severity: "error",
  messages: {
    en: "'{name}' is never open in the next ten years, so business time on it never ends and no deadline can be kept. Add an 'open' line, or mend the 'closed' ones.",
    ja: "「{name}」は今後 10 年間一度も開かないため、営業時間が進まず、どの期限も決まりません。「open」の行を加えるか、「closed」の行を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A calendar without hours, or one whose closures take away all of them. A deadline in business hours on it would never " +
          "come, and a channel open during it could never be used. Add an `open` line, or mend the `closed` ones.",
        ja:
          "営業時間のないカレンダーか、休みの行で営業時間がすべてなくなるカレンダーです。" +
          "これを使う営業時間の期限はいつまでも来ず、この時間だけ使える連絡手段は一度も使えません。" +
          "`open` の行を加えるか、`closed` の行を直してください。",
      },
      {
        bad: `
calendar warehouse in Asia/Tokyo {
         ^^^^^^^^^
  open   Sat 09:00-12:00
  closed Sat, Sun
}
`,
        good: `
calendar warehouse in Asia/Tokyo {
  open   Sat 09:00-12:00
  closed Sun
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "company",
  run(model, report, { today, holidays }) {
    const circular = new Set(problemsOf(model, "calendar cycle").flatMap(({ calendars }) => calendars));
    for (const calendar of model.calendars.values()) {
      const { name, place } = calendar;
      const spec = calendarSpecOf(model, name);
      if (!spec || circular.has(name) || surelyOpens(spec) || hasUnreadLines(calendar)) continue;
      if (nextOpening(buildCalendar(spec, holidays), today * dayMilliseconds) === undefined) report(place, { name });
    }
  },
});

/** Weekly hours, and closures for less than half of the year: the usual calendar, which needs neither search nor holidays. */
function surelyOpens({ lines }: CalendarSpec): boolean {
  const isWeekly = lines.some(({ effect, days }) => effect === "open" && days.kind === "weekdays");
  return isWeekly && lines.reduce((days, line) => days + daysClosed(line), 0) < 180;
}

/** How many days of a year a line closes at most; holidays are fewer than 60 everywhere. */
function daysClosed({ effect, days }: CalendarLine): number {
  if (effect === "open") return 0;
  switch (days.kind) {
    case "dates":
      return days.last - days.first + 1;
    case "holidays":
      return 60;
    case "monthdays": {
      const [first, last] = [days.first, days.last].map(({ month, day }) => dayOf(leapYear, month, day));
      return first === undefined || last === undefined ? wholeYear : ((last - first + wholeYear) % wholeYear) + 1;
    }
    case "weekdays":
    case "during":
      return wholeYear;
  }
}

const leapYear = 2024;
const wholeYear = 366;
