import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A field with the name of something else that a condition can ask about. */
export const ambiguousName = defineCheck({
  code: "SLA108",
  name: "ambiguous-name",
  severity: "warning",
  messages: {
    en: "'{field}' is also {other}, so readers of a condition cannot tell which is meant: it is always this field. Rename one of them.",
    ja: "「{field}」は{other}でもあるため、条件を読む人にはどちらか分かりません（常にこの項目と解釈します）。どちらかの名前を変えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition names fields of the request, attributes of the customer, and `customer`, `asker` and `channel`, which every request has. " +
          "Where a field has the name of one of the others, the field is meant, and the other cannot be asked about.",
        ja:
          "条件に書けるのは、依頼の項目、顧客の属性、それにどの依頼にもある `customer`・`asker`・`channel` です。項目がこれらと同じ名前だと、" +
          "常に項目のほうと解釈されるため、もう一方を条件に使えなくなります。",
      },
      {
        bad: `
request upgrade { tier: silver | gold }
                  ^^^^
`,
        good: `
request upgrade { wanted: silver | gold }
agreement upgrades between Sales and Support {
  commit free_upgrades: upgrade by Sales {
    may when wanted is gold and tier is silver
    never when wanted is silver or tier is not silver
  }
}
`,
      },
    ),
  scope: "company",
  run(model, report) {
    for (const kind of model.kinds.values())
      for (const { name, place } of kind.fields) {
        const attribute = model.attributes.get(name);
        const related = attribute ? [{ place: attribute.place, note: attributeNote }] : [];
        const other = attribute ? attributeWords : builtIn.has(name) ? builtInWords : undefined;
        if (other) report(place, { field: name, other }, { related });
      }
  },
});

const builtIn: ReadonlySet<string> = new Set(["customer", "asker", "channel"]);
const attributeNote: Localized = { en: "the attribute", ja: "同じ名前の属性" };
const attributeWords: Localized = { en: "an attribute of the customer", ja: "顧客の属性" };
const builtInWords: Localized = { en: "something that every request has", ja: "どの依頼にもある項目" };
