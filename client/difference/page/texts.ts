import { pageLocale, type Widened } from "../../webview/page/locale.ts";

const TEXTS = {
  en: {
    working: "What is typed is being compared with the last commit…",
    again: "Comparing…",
    stop: "Stop",
    stopped: "Comparing was stopped, so this is not about what is typed now.",
    stoppedAtFirst: "Comparing was stopped before it was known what changes.",
    compare: "Compare now",
    before: "Before",
    after: "Now",
    example: "For example",
    simulate: "Simulate this",
    open: "Open this place in the editor",
    gone: "was in",
    openCommitted: "Open this place as it was committed",
    doubts: "Not decided",
    statuses: { same: "no difference", different: "different", "not decided": "not decided" },
    tones: { good: "good news", warn: "to look at", bad: "worse" },
  },
  ja: {
    working: "今の内容を最後のコミットと比べています…",
    again: "比べています…",
    stop: "中断",
    stopped: "比較を中断したため、今の内容についての表示ではありません。",
    stoppedAtFirst: "比較を中断したため、何が変わるかはまだ分かりません。",
    compare: "今すぐ比べる",
    before: "変更前",
    after: "今",
    example: "例",
    simulate: "この依頼を試す",
    open: "この箇所をエディターで開く",
    gone: "変更前：",
    openCommitted: "コミット時のこの箇所を開く",
    doubts: "判定できなかったこと",
    statuses: { same: "違いなし", different: "違いあり", "not decided": "判定不能" },
    tones: { good: "良い変化", warn: "要確認", bad: "悪い変化" },
  },
} as const;

/** The page's words in one language. */
export type Texts = Widened<(typeof TEXTS)["en"]>;

/** The words in the language that the extension wrote into the page. */
export function pageTexts(): Texts {
  return TEXTS[pageLocale()];
}
