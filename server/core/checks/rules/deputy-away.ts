import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { type Absence, absencesOf, isAway } from "../absences.ts";
import { companyOf } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A person and every deputy of theirs away at the same time. */
export const deputyAway = defineCheck({
  code: "SLA403",
  name: "deputy-away",
  severity: "warning",
  messages: {
    en: "{person} and {deputy}, who stands in, are both away on {date}, so nobody decides then. Move one absence, or name another deputy.",
    ja: "{date} は {person} も代理の {deputy} も不在で、判断する人がいません。どちらかの日程を変えるか、別の代理を決めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A deputy who is away while the person is. A deputy helps on the days when the person is away, so on such a day nobody " +
          "decides. Move one absence, or name a second deputy. Absences that are over are not reported.",
        ja:
          "本人の不在中に、やはり不在になる代理です。代理は、本人が不在の日に代わりを務めるものなので、そのような日には判断する人がいません。" +
          "どちらかの日程を変えるか、もう一人代理を決めてください。過ぎた不在については指摘しません。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda, Oka
  deputy  Noda for Ueda
  away    Ueda 2026-09-07..2026-09-18
  away    Noda 2026-09-14..2026-09-16
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
        good: `
team Logistics {
  lead    Ueda
  members Noda, Oka
  deputy  Noda for Ueda
  away    Ueda 2026-09-07..2026-09-11
  away    Noda 2026-09-14..2026-09-16
}
`,
      },
    ),
  scope: "company",
  run(model, report, { today }) {
    const absences = absencesOf(model);
    const company = companyOf(model);
    for (const [person, away] of absences) {
      const deputies = company.deputiesOf(person);
      for (const deputy of deputies)
        for (const absence of absences.get(deputy) ?? []) {
          const meeting = meetingOf(away, absence, today);
          if (!meeting || !deputies.every((each) => isAway(absences.get(each), meeting.date))) continue;
          const related = [{ place: meeting.own.place, note: { en: "the other absence", ja: "もう一方の不在" } }];
          report(absence.place, { person, deputy, date: formatDate(meeting.date) }, { related });
        }
    }
  },
});

/** The first day, from today on, on which a person and the deputy are both away. */
function meetingOf(away: readonly Absence[], absence: Absence, today: Day) {
  for (const own of away) {
    const date = Math.max(own.first, absence.first, today);
    if (date <= Math.min(own.last, absence.last)) return { own, date };
  }
  return undefined;
}
