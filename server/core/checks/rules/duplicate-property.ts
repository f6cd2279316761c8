import type { Place } from "../../model/model.ts";
import { pathAt } from "../../syntax/path.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { deleteLinesFix } from "../fixes.ts";

/** A property that a body states twice. */
export const duplicateProperty = defineCheck({
  code: "SLA107",
  name: "duplicate-property",
  severity: "error",
  messages: {
    en: "'{word}' is already stated in this body, and only the first counts: this line has no effect. Keep one of the two.",
    ja: "「{word}」はこの本体で既に書かれており、最初のものだけが有効なため、この行は効力を持ちません。どちらか一方だけにしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A property that can have one value stands twice in a body, so one of the two is not what the reader believes. Lines that may be " +
          "repeated, such as `via`, `escalate`, `reach` and `open`, are not meant.",
        ja:
          "値を一つだけ持つ設定が、一つの本体に二度書かれています。どちらか一方は、読む人の思っている内容ではありません。`via`、`escalate`、`reach`、`open` の" +
          "ように、繰り返してよい行は対象外です。",
      },
      {
        bad: `
team Logistics {
  lead  Ueda
  hours office
  lead  Noda
  ^^^^
}
`,
        fixed: `
team Logistics {
  lead  Ueda
  hours office
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, word, first } of problems("duplicate property"))
      report(
        place,
        { word },
        {
          fixes: [deleteLinesFix({ en: "Delete this line", ja: "この行を削除する" }, () => wholeLine(place))],
          related: [{ place: first, note: { en: "stated here first", ja: "最初の記述" } }],
        },
      );
  },
});

/** The property whose first word is at the place. */
function wholeLine(place: Place): Place {
  const property = pathAt(place.item, place.span.start).findLast((node) => node.start === place.span.start);
  return property ? { item: place.item, span: { start: property.start, end: property.end } } : place;
}
