import type { Reason } from "../../../server/lsp/protocol.ts";
import { pageLocale, type Widened } from "../../webview/page/locale.ts";

const TEXTS = {
  en: {
    request: "Request",
    kind: "Kind of request",
    channel: "Channel",
    at: "Sent at ({zone})",
    now: "Now",
    customer: "Customer",
    noCustomer: "no customer",
    asker: "Asked by",
    to: "Addressed to a person",
    notGiven: "not given",
    titled: "{title} ({name})",
    answer: "Answer",
    say: "What to say",
    copy: "Copy",
    copied: "Copied",
    steps: "Steps",
    step: "Step",
    planned: "As planned",
    worst: "At worst",
    done: "Done by",
    late: "later than agreed",
    pauses: "Waiting for the customer",
    addPause: "Add a pause",
    pauseFrom: "from",
    pauseUntil: "until (empty: still waiting)",
    removePause: "Remove this pause",
    why: "Why",
    changes: "What would change it",
    openClause: "Open this clause in the editor",
    choose: "Answer for {value}",
    problems: "The request cannot be read yet",
    waiting: "Reading the agreements…",
    noKinds:
      "No kind of request is declared in this folder yet, so there is nothing to ask. Write one in a .sla file, such as “request incident { severity: normal | urgent }”.",
    unavailable: "The language server does not answer: {detail} Run “Torikime: Restart Server”.",
    tones: { good: "good", warn: "take care", bad: "not allowed or not possible" },
    reasons: {
      decided: "decided",
      "laid over": "laid over",
      contradicts: "contradicts",
      noted: "noted",
      lost: "not this one",
    },
    outcomes: {
      handled: "handled",
      redirect: "use another way",
      declined: "declined",
      unhandled: "no clause applies",
      unstaffed: "nobody is left to do it",
      closed: "closed at that time",
      needs: "needs one more answer",
      question: "a question of commitment",
      may: "may be promised",
      ask: "ask first",
      never: "may not be promised",
      silent: "take it back and check",
    },
  },
  ja: {
    request: "依頼",
    kind: "依頼の種類",
    channel: "連絡手段",
    at: "送信日時（{zone}）",
    now: "現在",
    customer: "顧客",
    noCustomer: "顧客なし",
    asker: "依頼元",
    to: "個人宛て",
    notGiven: "指定なし",
    titled: "{title}（{name}）",
    answer: "回答",
    say: "伝え方",
    copy: "コピー",
    copied: "コピーしました",
    steps: "手順",
    step: "手順",
    planned: "予定",
    worst: "最も遅い場合",
    done: "完了",
    late: "取り決めより遅い",
    pauses: "顧客の返事待ち",
    addPause: "待ち時間を追加",
    pauseFrom: "開始",
    pauseUntil: "終了（空欄なら待機中）",
    removePause: "この待ち時間を削除",
    why: "理由",
    changes: "答えが変わる条件",
    openClause: "この条項をエディターで開く",
    choose: "{value} の場合の回答",
    problems: "依頼の内容に読み取れない箇所があります",
    waiting: "取り決めを読み込んでいます…",
    noKinds:
      "このフォルダーには依頼の種類がまだ宣言されていないため、質問できません。.sla ファイルに「request incident { severity: normal | urgent }」のように書いてください。",
    unavailable: "言語サーバーが応答しません（{detail}）。「Torikime: サーバーを再起動する」を実行してください。",
    tones: { good: "問題なし", warn: "注意", bad: "不可" },
    reasons: { decided: "決め手", "laid over": "上書き", contradicts: "矛盾", noted: "参考", lost: "該当せず" },
    outcomes: {
      handled: "対応します",
      redirect: "別の方法で連絡",
      declined: "お断り",
      unhandled: "該当する条項なし",
      unstaffed: "対応できる人がいません",
      closed: "時間外",
      needs: "もう一つ情報が必要",
      question: "約束の可否",
      may: "約束してよい",
      ask: "先に確認する",
      never: "約束してはいけない",
      silent: "持ち帰って確認",
    },
  },
} as const;

/** The page's words in one language. */
export type Texts = Widened<(typeof TEXTS)["en"]>;

/** The words in the language that the extension wrote into the page. */
export function pageTexts(): Texts {
  return TEXTS[pageLocale()];
}

/** `text` with its `{hole}` filled. */
export function fill(text: string, hole: string, value: string): string {
  return text.replace(`{${hole}}`, () => value);
}

/** An outcome in words; one that is not known here stays as it is named. */
export function outcomeText(texts: Texts, outcome: string): string {
  return Object.entries(texts.outcomes).find(([name]) => name === outcome)?.[1] ?? outcome;
}

/** What became of a clause, in a word or two. */
export function reasonText(texts: Texts, outcome: Reason["outcome"]): string {
  return texts.reasons[outcome];
}
