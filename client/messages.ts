import * as vscode from "vscode";

/** The languages in which Torikime speaks to people. */
export type Locale = "en" | "ja";

const MESSAGES = {
  starting: { en: "Torikime: reading the agreements…", ja: "Torikime: 取り決めを読み込んでいます…" },
  stopped: { en: "Torikime: stopped", ja: "Torikime: 停止中" },
  counts: { en: "Torikime: {agreements}, {findings}", ja: "Torikime: 取り決め {agreements} 件、指摘 {findings} 件" },
  detail: {
    en: "{clauses}; {errors}, {warnings}",
    ja: "条項 {clauses} 件、エラー {errors} 件、警告 {warnings} 件",
  },
  showProblems: { en: "Show Problems", ja: "問題を表示" },
  restart: { en: "Restart Server", ja: "サーバーを再起動" },
  showOutput: { en: "Show Output", ja: "出力を表示" },
  startFailed: {
    en: "Torikime's language server did not start, so there are no findings, completion or simulation: {detail} Restart it, or read the output for the cause.",
    ja: "Torikime の言語サーバーを起動できなかったため、指摘・補完・シミュレーションは使えません（{detail}）。再起動するか、出力で原因を確認してください。",
  },
  simulatorTitle: { en: "Simulate a Request", ja: "依頼のシミュレーション" },
  proofTitle: { en: "What Is Proved", ja: "証明されたこと" },
  proofTitleOf: { en: "What Is Proved: {name}", ja: "証明されたこと：{name}" },
  differencesTitle: { en: "What Changes in Decisions", ja: "判断の違い" },
  noGit: {
    en: "What changes since the last commit cannot be told here, because VS Code's Git extension is missing, turned off, or found no git (in a browser there is none). Run 'torikime diff HEAD' on the command line where the files are checked out.",
    ja: "VS Code の Git 拡張機能がない、無効になっている、または git が見つからないため（ブラウザーにはありません）、最後のコミットとの違いは表示できません。ファイルのある環境のコマンドラインで「torikime diff HEAD」を実行してください。",
  },
  gitStarting: {
    en: "VS Code's Git extension is still looking for repositories. This page fills by itself once it is ready.",
    ja: "VS Code の Git 拡張機能がリポジトリを探しています。準備ができ次第、このページに表示されます。",
  },
  noRepository: {
    en: "The agreements of this window are in no Git repository that is open, so there is no last commit to compare with. Open the repository in the Source Control view, or compare two folders with 'torikime diff OLD NEW' on the command line.",
    ja: "このウィンドウの取り決めは、開いている Git リポジトリの中にないため、比べる相手のコミットがありません。ソース管理ビューでリポジトリを開くか、コマンドラインの「torikime diff 旧 新」で二つのフォルダーを比べてください。",
  },
  noCommit: {
    en: "The repository has no commit yet, so there is nothing to compare with. Commit the agreements once; from then on this page tells what changes.",
    ja: "リポジトリにまだコミットがないため、比べる相手がありません。取り決めを一度コミットすると、それからの違いがここに表示されます。",
  },
  notCompared: {
    en: "This was not compared, because something failed ({detail}). Type on or open the page again to compare once more; 'torikime diff HEAD' on the command line tells the same.",
    ja: "途中で失敗したため（{detail}）、比べていません。入力を続けるか、このページを開き直すと、もう一度比べます。コマンドラインの「torikime diff HEAD」でも確かめられます。",
  },
  scenarios: { en: "Torikime Scenarios", ja: "Torikime のシナリオ" },
  runScenarios: { en: "Run", ja: "実行" },
  runWithCoverage: { en: "Run with Coverage", ja: "カバレッジを付けて実行" },
  scenariosNotRun: {
    en: "This was not run, because the language server did not answer ({detail}). Run it again once the server is back.",
    ja: "言語サーバーの応答がなかったため、実行していません（{detail}）。サーバーが戻ったら、もう一度実行してください。",
  },
  serverFailed: {
    en: "something failed in it, and the output of Torikime says what",
    ja: "サーバー内で処理に失敗。詳細は Torikime の出力を参照",
  },
  clauseNotOpened: {
    en: "The file could not be opened: {detail} It may have been moved or deleted since this was written.",
    ja: "ファイルを開けませんでした（{detail}）。表示の後に移動または削除された可能性があります。",
  },
} as const satisfies Record<string, Record<Locale, string>>;

type MessageKey = keyof typeof MESSAGES;

/** The names of the `{holes}` in a message, read from its text. */
type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

type Values<Key extends MessageKey> = { readonly [Name in Holes<(typeof MESSAGES)[Key]["en"]>]: string };

/** The language that messages are shown in: the setting `torikime.locale`, or VS Code's own where that is `auto`. */
export function currentLocale(): Locale {
  const chosen = vscode.workspace.getConfiguration("torikime").get<string>("locale", "auto");
  const name = chosen === "auto" ? vscode.env.language : chosen;
  return name.toLowerCase().startsWith("ja") ? "ja" : "en";
}

/** A message in the current language with its holes filled. */
export function say<Key extends MessageKey>(key: Key, values: Values<Key>): string {
  return fill(MESSAGES[key][currentLocale()], values);
}

/** `3 agreements` in English, `3` in Japanese, whose messages carry their own counter word. */
export function count(quantity: number, singular: string): string {
  if (currentLocale() === "ja") return String(quantity);
  return `${quantity} ${singular}${quantity === 1 ? "" : "s"}`;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
