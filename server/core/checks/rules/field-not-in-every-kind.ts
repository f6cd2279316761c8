import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { listed } from "../people.ts";

/** A condition on a field that only some of a clause's request kinds have. */
export const fieldNotInEveryKind = defineCheck({
  code: "SLA114",
  name: "field-not-in-every-kind",
  severity: "error",
  messages: {
    en: "'{field}' is no field of {without}, for which this cannot be decided. Put the condition into a case for the kinds that have the field.",
    ja: "「{field}」は {without} の項目ではないため、その依頼では判断できません。この項目を持つ種類だけの case に条件を移してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition on a field that some of the clause's request kinds do not have. For a request of those kinds it cannot be " +
          "decided. Put it into a `case` for the kinds that have the field.",
        ja:
          "条項が扱う依頼の種類のうち、一部にはない項目についての条件です。その項目のない依頼では判断できません。" +
          "項目のある種類だけの `case` に移してください。",
      },
      {
        bad: `
request outage { severity: normal | urgent }
request complaint
agreement support between Sales and Support {
  handle outages: outage, complaint when severity is urgent {
                                         ^^^^^^^^
    by  Support
    via email
  }
}
`,
        good: `
request outage { severity: normal | urgent }
request complaint
agreement support between Sales and Support {
  handle outages: outage, complaint {
    by  Support
    via email
    case urgent: outage when severity is urgent {
      via phone
    }
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, field, without } of problems("field not in every kind"))
      report(place, { field, without: listed(without) });
  },
});
