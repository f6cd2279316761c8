import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A field with the name of something else that a condition can ask about. */
export const ambiguousName = defineCheck({
  code: "SLA108",
  name: "ambiguous-name",
  severity: "warning",
  messages: {
    en: "'{field}' is also {other}, so {trouble}. Rename {which}.",
    ja: "「{field}」は{other}でもあるため、{trouble}。{which}の名前を変えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A field with the name of an attribute of the customer, or of what is given with every request: `kind`, `at`, `zone`, " +
          "`channel`, `customer`, `asker`, `to`, `waiting`. In a condition the name means the field, so the attribute cannot be " +
          "asked about. In a scenario and with `--set` the second kind of name means what is given, so no request could say the " +
          "field. Rename the field, or the attribute.",
        ja:
          "顧客の属性や、どの依頼にも添えるもの（`kind`・`at`・`zone`・`channel`・`customer`・`asker`・`to`・`waiting`）と同じ名前の項目です。" +
          "条件では項目のほうと解釈されるため、属性を条件に使えません。" +
          "また、どの依頼にも添えるものの名前は、シナリオでも `--set` でもそちらの意味になるため、項目の値を伝えられません。" +
          "項目か属性の名前を変えてください。",
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
        if (givenWithEveryRequest.has(name)) report(place, { field: name, ...given });
        else if (attribute)
          report(place, { field: name, ...asked }, { related: [{ place: attribute.place, note: attributeNote }] });
      }
  },
});

/** The keys of a request in a scenario, which are also names of conditions as far as there are such. */
const givenWithEveryRequest: ReadonlySet<string> = new Set([
  "kind",
  "at",
  "zone",
  "channel",
  "customer",
  "asker",
  "to",
  "waiting",
]);
const attributeNote: Localized = { en: "the attribute", ja: "同じ名前の属性" };

type Words = Readonly<Record<"other" | "trouble" | "which", Localized>>;

const asked: Words = {
  other: { en: "an attribute of the customer", ja: "顧客の属性" },
  trouble: {
    en: "readers of a condition cannot tell which is meant: it is always this field",
    ja: "条件を読む人にはどちらか分かりません（常にこの項目と解釈します）",
  },
  which: { en: "one of them", ja: "どちらか" },
};
const given: Words = {
  other: { en: "something that is given with every request", ja: "どの依頼にも添えるもの" },
  trouble: {
    en: "no request can say this field: in a scenario and with '--set' the word means that",
    ja: "この項目の値を依頼で伝えられません（シナリオでも「--set」でも、その語はどの依頼にも添えるほうの意味です）",
  },
  which: { en: "the field", ja: "項目" },
};
