import type { Place } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";

/** A name that stands twice in a list. */
export const repeatedName = defineCheck({
  code: "SLA105",
  name: "repeated-name",
  severity: "warning",
  messages: {
    en: "'{name}' is already in this list, so this one changes nothing; was another name meant? Remove it or correct it.",
    ja: "「{name}」はこの並びに既にあるため、ここでは何も変わりません。別の名前のつもりでなければ削除してください。",
  },
  docs: () =>
    page(
      {
        en: "A list such as `via email, email` names something twice. It does no harm by itself, but whoever wrote it may have meant another name.",
        ja: "`via email, email` のように、同じ名前が並びに二度出てきます。それ自体に害はありませんが、別の名前を書くつもりだったのかもしれません。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda, Oka, Noda
                     ^^^^
}
`,
        fixed: `
team Logistics {
  lead    Ueda
  members Noda, Oka
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { name, place, first } of problems("repeated name"))
      report(
        place,
        { name },
        {
          fixes: [replaceFix({ en: "Remove it", ja: "削除する" }, withCommaBefore(place), "")],
          related: [{ place: first, note: { en: "the first time", ja: "最初の記述" } }],
        },
      );
  },
});

function withCommaBefore({ item, span }: Place): Place {
  const comma = /\s*,\s*$/.exec(item.text.slice(0, span.start));
  return { item, span: { start: comma ? comma.index : span.start, end: span.end } };
}
