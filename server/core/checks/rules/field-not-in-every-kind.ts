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
          "A clause about several request kinds can only ask about fields that all of them have. What is about one of them stands in a `case` " +
          "that names it.",
        ja: "複数の種類の依頼を扱う条項で条件に使えるのは、そのすべてにある項目だけです。一部の種類だけのことは、その種類を挙げた `case` に書きます。",
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
