import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { problemsOf } from "../item.ts";

/** Calendars that are made from each other in a circle. */
export const calendarCycle = defineCheck({
  code: "SLA211",
  name: "calendar-cycle",
  severity: "error",
  messages: {
    en: "This calendar is made from itself ({circle}), so its hours cannot be known. Write the hours out in one of them.",
    ja: "このカレンダーは自分自身から作られている（{circle}）ため、時間が決まりません。どれかに時間を直接書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A calendar with `during` that is made from itself, directly or through others. None of the calendars in the circle has " +
          "hours of its own, so nobody can tell when they are open. Write the hours out in one of them.",
        ja:
          "`during` で、直接またはほかのカレンダーを通じて、自分自身から作られているカレンダーです。" +
          "輪の中のどのカレンダーも自分の時間を持たないため、いつ開いているのか分かりません。どれか一つに時間を直接書いてください。",
      },
      {
        bad: `
calendar desk in Asia/Tokyo {
  open during counter
}
calendar counter in Asia/Tokyo {
  open   during desk
  ^^^^^^^^^^^^^^^^^^
  closed holidays of Japan
}
`,
        good: `
calendar desk in Asia/Tokyo {
  open during counter
}
calendar counter in Asia/Tokyo {
  open   Mon..Fri 10:00-16:00
  closed holidays of Japan
}
team Logistics {
  lead  Ueda
  hours desk
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const { place, calendars } of problemsOf(model, "calendar cycle"))
      report(place, { circle: calendars.join(" → ") });
  },
});
