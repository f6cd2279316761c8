import type { CalendarRule, HandleLines } from "../../model/model.ts";
import type { Step, StepTiming } from "../../model/work.ts";
import type { Localized } from "../../text/localized.ts";
import type { TimeRange } from "../../time/spec.ts";
import { hasUnreadLines } from "../calendars.ts";
import type { Company } from "../company.ts";
import { type AgreementsView, defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf } from "../layers.ts";
import { hoursBehind } from "../people.ts";

/** A step at a time of day at which its team is never there. */
export const neverOpenThen = defineCheck({
  code: "SLA218",
  name: "never-open-then",
  severity: "error",
  messages: {
    en: "'{calendar}' is never open {time}, so the step '{step}' would never happen, and nothing after it. Write a time within the hours of its team, or one at which they end.",
    ja: "「{calendar}」は{time}に開くことがないため、手順「{step}」は実行されず、その後も進みません。担当チームの営業時間内か、営業の終わる時刻を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A step whose time, as in `at next 15:00`, never comes while its team's calendar is open: in a lunch break, at night, " +
          "on a weekday that is always closed. The step would never happen, and nothing after it. Write a time within the team's " +
          "hours, or one at which they end. Dated lines and holidays of the calendar are given the benefit of the doubt.",
        ja:
          "`at next 15:00` のように書いた時刻に、担当チームのカレンダーが開くことのない手順です。昼休みや夜間、いつも休みの曜日などです。" +
          "その手順は実行されず、その後も進みません。チームの営業時間内か、営業の終わる時刻を書いてください。" +
          "日付を指定した行と祝日については、開いているものとして判断します。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step pack by Support within 1 business hour
    step send by Support at next 12:30
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step pack by Support within 1 business hour
    step send by Support at next 12:00
  }
}
`,
      },
    ),
  scope: "agreement",
  run(view, report) {
    for (const agreement of view.agreements)
      for (const { clause } of layersOf(agreement)) if (clause.lines.steps) inLines(view, clause.lines, report);
    for (const { lines } of view.exceptions) if (lines.steps) inLines(view, lines, report);
  },
});

function inLines({ company }: AgreementsView, { steps }: HandleLines, report: Report<"calendar" | "time" | "step">) {
  for (const step of steps?.value ?? []) {
    if (step.timing.kind !== "at next") continue;
    const calendar = hoursBehind(company, step.who);
    if (calendar === undefined || mayHappen(company, calendar, step.timing)) continue;
    report(step.place, { calendar, time: timeOf(step), step: step.name });
  }
}

function timeOf({ timing }: Step): Localized {
  if (timing.kind !== "at next") return { en: "", ja: "" };
  const { weekday, minute } = timing;
  const time = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, "0")).join(":");
  const day = weekday === undefined ? undefined : weekdays[weekday];
  return day
    ? { en: `on ${day.en} at ${time}`, ja: `${day.ja}曜日の ${time} ` }
    : { en: `at ${time}`, ja: ` ${time} ` };
}

const weekdays: readonly Localized[] = [
  { en: "Mon", ja: "月" },
  { en: "Tue", ja: "火" },
  { en: "Wed", ja: "水" },
  { en: "Thu", ja: "木" },
  { en: "Fri", ja: "金" },
  { en: "Sat", ja: "土" },
  { en: "Sun", ja: "日" },
];

/** Whether the calendar may be open at the time, or in the minute before it, on some day. */
function mayHappen(company: Company, calendar: string, timing: StepTiming & { readonly kind: "at next" }): boolean {
  const { weekday, minute } = timing;
  const days = weekday === undefined ? everyDay : [weekday];
  return days.some((day) => {
    const at = day * dayMinutes + minute;
    return mayBeOpen(company, calendar, at, []) || mayBeOpen(company, calendar, at - 1, []);
  });
}

const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

/** Whether a minute of the week may be open: weekly lines are exact, for all others it is taken as possible. */
function mayBeOpen(company: Company, name: string, at: number, inside: readonly string[]): boolean {
  const calendar = company.calendar(name);
  if (!calendar || calendar.rules.length === 0 || hasUnreadLines(calendar)) return true;
  const { rules, zone } = calendar;
  const opens = rules.some((rule) => rule.effect === "open" && mayCover(company, rule, at, zone, [...inside, name]));
  return opens && !isClosedWeekly(rules, at);
}

function mayCover(
  company: Company,
  { days, times }: CalendarRule,
  at: number,
  zone: string,
  inside: readonly string[],
): boolean {
  switch (days.kind) {
    case "weekdays":
      return covers(days.mask, times, at);
    case "during":
      return days.calendars.some((name) => {
        if (inside.includes(name)) return false;
        return company.calendar(name)?.zone !== zone || mayBeOpen(company, name, at, inside);
      });
    case "dates":
    case "monthdays":
    case "holidays":
      return covers(anyDay, times, at);
  }
}

/** A dated line opens what is closed every week, so closures count only where there is none. */
function isClosedWeekly(rules: readonly CalendarRule[], at: number): boolean {
  if (rules.some(({ effect, days }) => effect === "open" && days.kind === "dates")) return false;
  return rules.some(
    ({ effect, days, times }) => effect === "closed" && days.kind === "weekdays" && covers(days.mask, times, at),
  );
}

/** Whether a minute of the week lies in a range of one of these weekdays; one past midnight belongs to the day it starts on. */
function covers(mask: number, times: readonly TimeRange[], at: number): boolean {
  const minute = (at + weekMinutes) % weekMinutes;
  const day = Math.floor(minute / dayMinutes);
  const ranges = times.length === 0 ? wholeDay : times;
  return ranges.some(({ from, to }) => {
    const length = (to <= from ? to + dayMinutes : to) - from;
    return [day, (day + 6) % 7].some((start) => {
      if (((mask >> start) & 1) === 0) return false;
      const since = (minute - start * dayMinutes - from + weekMinutes) % weekMinutes;
      return since < length;
    });
  });
}

const anyDay = 0b111_1111;
const wholeDay: readonly TimeRange[] = [{ from: 0, to: dayMinutes }];
