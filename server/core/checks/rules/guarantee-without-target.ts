import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A guarantee that promises nothing that could be kept. */
export const guaranteeWithoutTarget = defineCheck({
  code: "SLA611",
  name: "guarantee-without-target",
  severity: "error",
  messages: {
    en: "'{name}' guarantees nothing: it has no time by which something happens. Add 'respond within …' or 'resolve within …'.",
    ja: "「{name}」には期限がなく、何も保証していません。「respond within …」または「resolve within …」を加えてください。",
  },
  docs: () =>
    page(
      {
        en: "A guarantee is what the customer's contract says, so that the clauses can be held against it: by when somebody answers, by when it is solved.",
        ja: "保証は、いつまでに回答し、いつまでに解決するかという、顧客との契約の内容です。条項がそれを守れるかどうかは、この期限に照らして確かめます。",
      },
      {
        bad: `
agreement contracts between Sales and Support {
  guarantee first_answer: incident to customers {
            ^^^^^^^^^^^^
  }
}
`,
        good: `
agreement contracts between Sales and Support {
  guarantee first_answer: incident to customers {
    respond within 7 calendar days
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements }, report) {
    for (const { guarantees } of agreements)
      for (const { name, place, respond, resolve, broken } of guarantees)
        if (!respond && !resolve && broken.length === 0) report(place, { name });
  },
});
