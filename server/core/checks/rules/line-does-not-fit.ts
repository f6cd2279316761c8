import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A line of an exception that the clause it bends cannot have. */
export const lineDoesNotFit = defineCheck({
  code: "SLA118",
  name: "line-does-not-fit",
  severity: "error",
  messages: {
    en: "'{word}' has no effect here, because this exception bends {base}. Remove the line, or make an exception to the clause it belongs to.",
    ja: "この例外の対象は {base}なので、「{word}」の行は効力を持ちません。削除するか、その行が属する条項への例外にしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A line in an exception that the clause which it bends cannot have. A `handle` clause says who, when and how fast; a " +
          "`commit` clause says may, ask or never; a line of the one laid over the other has no effect. Remove it, or make an " +
          "exception to the clause that it belongs to.",
        ja:
          "例外の行のうち、対象の条項には書けないものです。" +
          "`handle` の条項は、誰が、いつ、どれだけ早く対応するかを述べ、`commit` の条項は may・ask・never を述べます。" +
          "一方の行をもう一方に重ねても、効力はありません。行を削除するか、その行が属する条項への例外にしてください。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-08-28
  may       when severity is urgent
  ^^^
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, word, base } of problems("line does not fit")) report(place, { word, base: clauseWords[base] });
  },
});

const clauseWords: Readonly<Record<"handle" | "commit", Localized>> = {
  handle: { en: "a 'handle' clause", ja: "handle の条項" },
  commit: { en: "a 'commit' clause", ja: "commit の条項" },
};
