import { childrenOf } from "../../syntax/path.ts";
import type { Node } from "../../syntax/tree.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A text in quotes with nothing in it. */
export const emptyText = defineCheck({
  code: "SLA122",
  name: "empty-text",
  severity: "warning",
  messages: {
    en: "There is nothing between these quotes, so whoever looks for the words finds none. Write them, or delete the line.",
    ja: "引用符の中が空のため、読む人には何も伝わりません。文を書くか、行ごと削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A reason, a title or a sentence to say with nothing between its quotes. It looks as if it had been given: an exception " +
          'with `reason ""` passes for one with a reason. Write the words, or delete the line. A condition may well ask for an ' +
          "empty text.",
        ja:
          '引用符の中が空の、理由、表示名、案内文です。書いてあるように見えてしまい、`reason ""` の例外は理由のある例外として通ります。' +
          "文を書くか、行ごと削除してください。条件の中で空の文字列と比べるのは問題ありません。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    ""
            ^^
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
  scope: "item",
  run({ item, at }, report) {
    if (!quotesOfNothing.test(item.text)) return;
    for (const declaration of item.declarations)
      for (const text of emptyTextsIn(declaration))
        if (quotesOfNothing.test(textOf(item.text, text))) report(at(text), {});
  },
});

/** Any pair of quotes that is read; a text without its closing one is told as such. */
const quotesOfNothing = /["“”„‟＂「」『』«»]\s*["“”„‟＂「」『』«»]/u;

/** What is compared with a text may be compared with none. */
const comparing: ReadonlySet<string> = new Set(["is", "compare", "attribute value"]);

function emptyTextsIn(node: Node): readonly Node[] {
  if (comparing.has(node.kind)) return [];
  if (node.kind === "text") return "value" in node && String(node.value).trim() === "" ? [node] : [];
  return childrenOf(node).flatMap(emptyTextsIn);
}

function textOf(text: string, { start, end }: Node): string {
  return text.slice(start, end);
}
