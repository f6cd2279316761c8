import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A case for a request kind that its clause is not about. */
export const kindNotInClause = defineCheck({
  code: "SLA116",
  name: "kind-not-in-clause",
  severity: "error",
  messages: {
    en: "This case is about {request} and its clause is not, so it is never reached. Add {request} to the clause, or remove it here.",
    ja: "この case は {request} についてのものですが、条項は {request} を対象としていないため、使われません。条項に {request} を加えるか、ここから削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A `case` about a request kind that its clause does not name. A case only says what is different for some of the " +
          "clause's requests, so this one is never reached. Add the kind to the clause, or remove it from the case.",
        ja:
          "条項が対象としていない種類の依頼についての `case` です。" +
          "case は、条項の依頼の一部について違う点を述べるだけなので、この case が使われることはありません。" +
          "条項にその種類を加えるか、case から削除してください。",
      },
      {
        bad: `
request outage
request complaint
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    case loud: complaint {
               ^^^^^^^^^
      via phone
    }
  }
}
`,
        good: `
request outage
request complaint
agreement support between Sales and Support {
  handle outages: outage, complaint {
    by  Support
    via email
    case loud: complaint {
      via phone
    }
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, request } of problems("kind not in clause")) report(place, { request });
  },
});
