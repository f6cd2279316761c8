import { displayWidth, padTo } from "../core/format/width.ts";
import type { Localized } from "../core/text/localized.ts";
import { type CommandRow, commands, type OptionRow } from "./usage.ts";
import { wrapped } from "./wrapped.ts";

/** What `torikime --help` shows, or `torikime COMMAND --help`, in lines of so many columns. */
export function helpOn(command: CommandRow | undefined, language: keyof Localized, columns: number): string {
  return command ? usageOf(command, language, columns) : usage(language, columns);
}

/** What `torikime --help` shows. */
export function usage(language: keyof Localized, columns: number): string {
  const paragraphs = (text: string) => text.split("\n").flatMap((line) => wrapped(line, columns));
  const rows = commands.flatMap(({ name, help }) =>
    wrapped(help[language], columns - commandWidth).map(
      (line, index) => padTo(index === 0 ? `  ${name}` : "", commandWidth) + line,
    ),
  );
  return [...paragraphs(general[language]), ...rows, "", ...paragraphs(exits[language]), ""].join("\n");
}

/** How a command is called: `torikime who [OPTION…] NAME [PATH…]`. */
export function synopsisOf(
  { name, operands }: Pick<CommandRow, "name" | "operands">,
  language: keyof Localized,
): string {
  return `torikime ${name} ${valuesIn(`[OPTION…] ${operands}`, language)}`;
}

/** How an option is written: `-r, --request FILE`. */
export function spelling({ name, short, value }: OptionRow, language: keyof Localized): string {
  const dashes = short ? `-${short}, --${name}` : `--${name}`;
  return value ? `${dashes} ${valuesIn(value, language)}` : dashes;
}

const commandWidth = 12;

function usageOf(command: CommandRow, language: keyof Localized, columns: number): string {
  const { name, operands, help, options, exits } = command;
  const title = { en: "Usage: ", ja: "使い方：" }[language];
  const rows = options.map((option) => [spelling(option, language), option.help[language]] as const);
  const synopsis = title + synopsisOf({ name, operands }, language);
  return [
    ...wrapped(synopsis, columns),
    "",
    ...wrapped(help[language], columns),
    "",
    ...optionLines(rows, columns),
    ...(exits ? ["", ...wrapped(exits[language], columns)] : []),
    "",
  ].join("\n");
}

/** Options beside what they do; where a line has no room for both, above it. */
function optionLines(rows: readonly (readonly [string, string])[], columns: number): readonly string[] {
  const width = Math.max(...rows.map(([spelled]) => displayWidth(spelled))) + 4;
  const isNarrow = columns - width < 30;
  return rows.flatMap(([spelled, text]) => {
    if (isNarrow) return [`  ${spelled}`, ...wrapped(text, columns - 6).map((line) => `      ${line}`)];
    return wrapped(text, columns - width).map((line, index) => padTo(index === 0 ? `  ${spelled}` : "", width) + line);
  });
}

/** The words that stand for values, put into the reader's language; a word that the table lacks stays. */
function valuesIn(written: string, language: keyof Localized): string {
  return language === "en" ? written : written.replace(/[A-Z]+/g, (word) => japaneseValues.get(word) ?? word);
}

/** The words that stand for values in the table. */
const japaneseValues: ReadonlyMap<string, string> = new Map([
  ["CHANNEL", "連絡手段"],
  ["CLASS", "種類"],
  ["CODE", "コード"],
  ["DATE", "日付"],
  ["DATES", "期間"],
  ["FIELD", "項目"],
  ["FILE", "ファイル"],
  ["KIND", "種類"],
  ["NAME", "名前"],
  ["OPTION", "オプション"],
  ["NEW", "新"],
  ["OLD", "旧"],
  ["PATH", "パス"],
  ["PERCENT", "百分率"],
  ["PERSON", "人"],
  ["TIME", "日時"],
  ["VALUE", "値"],
  ["ZONE", "タイムゾーン"],
]);

const general: Localized = {
  en: `Usage: torikime COMMAND [PATH…] [OPTION…]

A PATH is a file, a folder, or a pattern such as 'teams/**/*.sla'; without one, the folder you are in. All files under one torikime.yaml, or under the folder given, are read together.

Commands:`,
  ja: `使い方：torikime コマンド [パス…] [オプション…]

パスはファイル、フォルダー、または 'teams/**/*.sla' のようなパターンです。省略すると現在のフォルダーを読みます。
同じ torikime.yaml の下、または指定したフォルダーの下のファイルは一つのまとまりとして読みます。

コマンド：`,
};

const exits: Localized = {
  en: "Exit codes: 0 clean, 1 findings or failures, 2 wrong use, nothing to look at, or unreadable input.\n'torikime COMMAND --help' shows a command's options.",
  ja: "終了コード：0 問題なし、1 問題または失敗あり、2 使い方の誤り、対象がない、または読めない入力。\n「torikime コマンド --help」でオプションを表示します。",
};
