import { calendarSpecOf } from "../../model/zones.ts";
import { buildCalendar, nextOpening } from "../../time/calendar.ts";
import { dayMilliseconds } from "../../time/date.ts";
import type { CalendarLine, CalendarSpec } from "../../time/spec.ts";
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
  docs: page(
    "A calendar without hours, or one whose closures take away all of them. A deadline in business hours on it would never come, and a " +
      "channel open during it could never be used.",
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
    for (const { name, place } of model.calendars.values()) {
      const spec = calendarSpecOf(model, name);
      if (!spec || circular.has(name) || surelyOpens(spec)) continue;
      if (nextOpening(buildCalendar(spec, holidays), today * dayMilliseconds) === undefined) report(place, { name });
    }
  },
});

/** Weekly hours, and nothing that could take away a weekday as a whole: the usual calendar, which needs no search. */
function surelyOpens({ lines }: CalendarSpec): boolean {
  const closedEachYear = lines.reduce((sum, line) => sum + daysClosedEachYear(line), 0);
  return (
    lines.some(({ effect, days }) => effect === "open" && days.kind === "weekdays") &&
    lines.every(leavesWeeks) &&
    closedEachYear < 300
  );
}

/** Month-days fall on other weekdays in other years, so what a year keeps open opens some day. */
function daysClosedEachYear({ effect, days }: CalendarLine): number {
  if (effect === "open" || days.kind !== "monthdays") return 0;
  const first = dayOf(2024, days.first.month, days.first.day);
  const last = dayOf(2024, days.last.month, days.last.day);
  return last >= first ? last - first + 1 : last - first + 367;
}

function leavesWeeks({ effect, days, times }: CalendarLine): boolean {
  if (effect === "open" || days.kind === "holidays" || days.kind === "monthdays") return true;
  return days.kind === "dates" && times.length === 0 && days.last - days.first < 366;
}
