import type { Model } from "../../model/model.ts";
import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
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
  docs: page(
    "A deputy helps on the days when the person is away. When both are away on the same day, the deputy does not help; a second deputy would. " +
      "Absences that are over are not reported.",
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
    for (const person of new Set(absences.map((each) => each.person))) {
      const deputies = company.deputiesOf(person);
      const away = absences.filter((each) => each.person === person);
      for (const absence of absences) {
        if (!deputies.includes(absence.person)) continue;
        const own = away.find((each) => each.first <= absence.last && absence.first <= each.last);
        const date = own && Math.max(own.first, absence.first, today);
        if (!own || date === undefined || date > Math.min(own.last, absence.last)) continue;
        if (!deputies.every((deputy) => isAway(absences, deputy, date))) continue;
        const related = [{ place: own.place, note: { en: "the other absence", ja: "もう一方の不在" } }];
        report(absence.place, { person, deputy: absence.person, date: formatDate(date) }, { related });
      }
    }
  },
});

function absencesOf(model: Model) {
  return [...model.teams.values()].flatMap((team) =>
    team.away.map(({ value: { person, days }, place }) => ({
      person,
      first: days.first,
      last: days.last ?? Number.POSITIVE_INFINITY,
      place,
    })),
  );
}

function isAway(absences: ReturnType<typeof absencesOf>, person: string, day: Day): boolean {
  return absences.some((each) => each.person === person && each.first <= day && day <= each.last);
}
