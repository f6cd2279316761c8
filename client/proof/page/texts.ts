import { pageLocale, type Widened } from "../../webview/page/locale.ts";

const TEXTS = {
  en: {
    unknown:
      "What holds here is not known yet: it is being worked out, or that was stopped. This page fills by itself once it is known.",
    gone: "'{name}' is not written in this file any more: it was renamed, moved or removed. Open what is proved of another one from the line above it.",
    simulate: "Simulate this",
    open: "Open this place in the editor",
    statuses: { proved: "proved", "counter-example": "counter-example", "not decided": "not decided" },
  },
  ja: {
    unknown: "まだ分かっていません。証明の途中か、中断されています。分かり次第、このページに表示されます。",
    gone: "「{name}」はこのファイルにありません。名前の変更、移動、または削除があったためです。ほかの取り決めの上の行から開いてください。",
    simulate: "この依頼を試す",
    open: "この箇所をエディターで開く",
    statuses: { proved: "証明済み", "counter-example": "反例あり", "not decided": "判定不能" },
  },
} as const;

/** The page's words in one language. */
export type Texts = Widened<(typeof TEXTS)["en"]>;

/** The words in the language that the extension wrote into the page. */
export function pageTexts(): Texts {
  return TEXTS[pageLocale()];
}
