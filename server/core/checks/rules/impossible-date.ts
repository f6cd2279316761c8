import { daysInMonth } from "../../time/date.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import type { ProblemOf } from "../item.ts";
import { phrase } from "../message.ts";

/** A date that no calendar has. */
export const impossibleDate = defineCheck({
  code: "SLA205",
  name: "impossible-date",
  severity: "error",
  messages: {
    en: "There is no {text} in the calendar, so this line has no effect. Correct the day or the month.",
    ja: "{text} という日付は存在しないため、この行は効力を持ちません。月か日を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A date that is well written, but in no calendar: a thirteenth month, a thirty-first of September. The line has no " +
          "effect. Correct the day or the month; where only the day is too large, the fix makes it the last of the month.",
        ja:
          "書き方は正しいものの、13 月や 9 月 31 日のように、暦にない日付です。その行は効力を持ちません。月か日を直してください。" +
          "日だけが大きすぎる場合は、修正候補で月末の日になります。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-09-24..2026-09-31
                           ^^^^^^^^^^
}
`,
        fixed: `
team Logistics {
  lead    Ueda
  members Noda
  away    Noda 2026-09-24..2026-09-30
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const problem of problems("impossible date"))
      report(problem.place, { text: problem.text }, { fixes: fixesOf(problem) });
  },
});

function fixesOf({ place, text }: ProblemOf<"impossible date">): readonly Fix[] {
  const [, before = "", year, month = ""] = /^((?:(\d{4})-)?(\d{2})-)\d{2}$/.exec(text) ?? [];
  const known = Number(month) >= 1 && Number(month) <= 12;
  if (!known) return [];
  const meant = before + String(daysInMonth(Number(year ?? leapYear), Number(month))).padStart(2, "0");
  const title = phrase("Write {meant}, the last of the month", "月末の {meant} と書く", { meant });
  return meant < text ? [replaceFix(title, place, meant)] : [];
}

/** 02-29 is a day of some years. */
const leapYear = "2000";
