import type { Customer } from "../../model/model.ts";
import type { Due } from "../../model/work.ts";
import { dayOf, daysInMonth, formatDate, partsOf } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { absencesOf, isAway } from "../absences.ts";
import { type Company, companyOf } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { dueAttempts } from "../ownerFixes.ts";

/** A date that matters, while the one who sees to it is away. */
export const dueWhileAway = defineCheck({
  code: "SLA613",
  name: "due-while-away",
  severity: "warning",
  messages: {
    en: "'{due}' of {customer} is due on {date}, while {person} is away and nobody stands in, so it will be missed. Give it to somebody who is there, or name a deputy.",
    ja: "{customer} の「{due}」の期日 {date} に {person} は不在で、代わりの人もいないため、見落とされます。いる人に移すか、代理を決めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A date that falls into the absence of the one who has to keep it, with nobody to stand in. A bid is lost when the one " +
          "who knows its date is in hospital. Give it to somebody who is there, or name a deputy of that person or, for the owner " +
          "of the customer, a backup who is there on that day. Dates that are over are not reported.",
        ja:
          "守るべき人の不在と重なり、代わりの人もいない期日です。期日を知っている人が入院すれば、入札の機会を失います。" +
          "その日にいる人に移すか、その日にいる代理を決めてください。顧客の担当者については、副担当でもかまいません。過ぎた期日については指摘しません。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  deputy  Noda for Ueda
  away    Noda 2026-09-28..2026-10-02
}
customer Sakura {
  owner  Ueda
  due    bid on 09-30 by Noda
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
        fixed: `
team Logistics {
  lead    Ueda
  members Noda
  deputy  Noda for Ueda
  away    Noda 2026-09-28..2026-10-02
}
customer Sakura {
  owner  Ueda
  due    bid on 09-30 by Ueda
}
`,
      },
    ),
  scope: "company",
  run(model, report, { today }) {
    const absences = absencesOf(model);
    const company = companyOf(model);
    for (const customer of model.customers.values())
      for (const due of customer.dues) {
        const own = absences.get(due.by);
        if (!own) continue;
        const standIns = standInsFor(due, customer, company);
        const isMissed = (day: Day) => isAway(own, day) && standIns.every((each) => isAway(absences.get(each), day));
        const day = nextDays(due, today).find(isMissed);
        if (day === undefined) continue;
        const related = own
          .filter((absence) => isAway([absence], day))
          .map(({ place }) => ({ place, note: { en: "the absence", ja: "不在" } }));
        const holes = { due: due.name, customer: customer.name, date: formatDate(day), person: due.by };
        report(due.place, holes, { related, attempts: () => dueAttempts(model, customer, due) });
      }
  },
});

function standInsFor({ by }: Due, { owner, backup }: Customer, company: Company): readonly string[] {
  const behindOwner = backup && owner?.value === by && backup.value !== by ? [backup.value] : [];
  return [...company.deputiesOf(by), ...behindOwner];
}

/** The date itself unless it is over; of one of every year those of this year and the next. */
function nextDays({ on }: Due, today: Day): readonly Day[] {
  if (on.kind === "date") return on.day < today ? [] : [on.day];
  const { year } = partsOf(today);
  return [year, year + 1]
    .map((each) => dayOf(each, on.month, Math.min(on.dayOfMonth, daysInMonth(each, on.month))))
    .filter((day) => day >= today);
}
