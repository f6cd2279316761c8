import type { Who } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf } from "../layers.ts";
import { onlyMember, personBehind } from "../people.ts";

/** A clause that one person alone handles. */
export const singleHandler = defineCheck({
  code: "SLA401",
  name: "single-handler",
  severity: "warning",
  messages: {
    en: "Only {person} can do this, so on the day {person} is away nobody answers. Name a deputy, or let a team of two or more do it.",
    ja: "これができるのは {person} だけなので、不在の日にはだれも応えられません。代理を決めるか、二人以上のチームの担当にしてください。",
  },
  docs: page(
    {
      en:
        "A clause is done by one person when it names a person without a deputy, or a team of one. It works until that person is on holiday or " +
        "leaves: it neither scales nor lasts.",
      ja:
        "条項に書かれた人に代理がいないか、チームが一人だけのとき、その条項は一人に頼っています。その人が休んだり退職したりすれば、成り立ちません。" +
        "規模が大きくなっても、長く続いても、もたない体制です。",
    },
    {
      bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by  Kudo
    ^^^^^^^^
    via email
  }
}
`,
      good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by  Support
    via email
  }
}
`,
    },
  ),
  scope: "agreement",
  run({ agreements, company }, report) {
    for (const agreement of agreements)
      for (const { clause } of layersOf(agreement)) {
        const by = clause.lines.by;
        const person = by && onlyPerson(company, by.value);
        if (by && person !== undefined) report(by.place, { person });
      }
  },
});

function onlyPerson(company: Company, who: Who): string | undefined {
  const person = personBehind(company, who) ?? onlyMember(company, who);
  return person === undefined || company.deputiesOf(person).length > 0 ? undefined : person;
}
