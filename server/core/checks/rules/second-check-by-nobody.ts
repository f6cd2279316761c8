import type { HandleLines, Who } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf, linesUnder } from "../layers.ts";
import { listed, onlyMember, whoInWords } from "../people.ts";

/** A step that two people have to check, and one person does. */
export const secondCheckByNobody = defineCheck({
  code: "SLA416",
  name: "second-check-by-nobody",
  severity: "warning",
  messages: {
    en: "Two people have to check {fields} in '{step}', but '{who}' is one person, so nobody is there for the second check. Let a team do the step, or leave 'twice' out.",
    ja: "「{step}」では {fields} を二人で確認しますが、「{who}」は一人なので、二度目に確認する人がいません。チームの手順にするか、「twice」を外してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A step with `checks … twice` that one person does alone: a lead, a person who is named, the owner of a customer, or a " +
          "team of one. Whoever made a mistake overlooks it again, so two people are asked for, and nobody is there for the " +
          "second check. Let a team do the step, or leave `twice` out. Whether two of a larger team are there on a certain day is " +
          "not looked at.",
        ja:
          "`checks … twice` とあるのに、一人だけで行う手順です。" +
          "リーダー、名指しした人、顧客の担当者、一人だけのチームが、一人に当たります。" +
          "間違えた本人は同じ間違いをまた見落とすので、二人で確認することになっていますが、二度目に確認する人がいません。" +
          "チームの手順にするか、`twice` を外してください。二人以上のチームで、その日に二人いるかどうかまでは調べません。",
      },
      {
        bad: `
request parcel { weight: number }
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step weigh by lead of Support within 1 business day checks weight twice
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel { weight: number }
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step weigh by Support within 1 business day checks weight twice
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    for (const agreement of agreements)
      for (const { clause, lines } of layersOf(agreement)) if (!lines.decline) inLines(clause.lines, company, report);
    for (const each of exceptions) if (!linesUnder(company, each).decline) inLines(each.lines, company, report);
  },
});

function inLines({ steps }: HandleLines, company: Company, report: Report<"step" | "fields" | "who">): void {
  for (const { name, who, checks, twice, place } of steps?.value ?? [])
    if (twice && checks.length > 0 && isOnePerson(company, who))
      report(place, { step: name, fields: listed(checks), who: whoInWords(who) });
}

function isOnePerson(company: Company, who: Who): boolean {
  switch (who.kind) {
    case "team":
    case "all of":
      return onlyMember(company, who) !== undefined;
    case "person":
    case "lead of":
    case "lead of asker":
    case "owner of customer":
      return true;
  }
}
