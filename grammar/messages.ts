/**
 * Syntax problems and slips in plain words, what is wrong, why it matters, what to do, in English and Japanese. `{found}`
 * and such are filled from the problem's holes; `{expected}` from `expectedAt`, where it is empty the sentence is dropped.
 */
import type { SlipName } from "./slips.ts";

/** What can be wrong with a line, a body or a condition. */
export type SyntaxProblemName =
  | "unexpected"
  | "unknown line"
  | "missing brace"
  | "missing head"
  | "missing open brace"
  | "extra brace"
  | "stray brace"
  | "stray comma"
  | "missing parenthesis"
  | "missing condition"
  | "missing test"
  | "missing unit";

interface Bilingual {
  readonly en: string;
  readonly ja: string;
}

/** One row a syntax problem. */
export const syntaxMessages: Readonly<Record<SyntaxProblemName, Bilingual>> = {
  unexpected: {
    en: "'{found}' cannot stand here, so the rest of this line is not read.",
    ja: "「{found}」はここに書けないため、この行の残りは読まれません。",
  },
  "unknown line": {
    en: "No line here can begin with '{word}', so this line has no effect.",
    ja: "ここには「{word}」で始まる行を書けないため、この行は無効です。",
  },
  "missing brace": {
    en: "This body is never closed, so what follows may be read as part of it. Add a '}' on a line of its own.",
    ja: "この本体は閉じられていないため、後の行もその一部として読まれかねません。「}」だけの行を加えてください。",
  },
  "missing head": {
    en: "These lines belong to a body whose first line is missing, so nobody can tell what they are about. Write it above them.",
    ja: "ここからの行が属する本体の見出しの行がないため、何についてか分かりません。この上に書いてください。",
  },
  "missing open brace": {
    en: "A '{' is missing here: the lines that follow belong to a body. They are read as if it were there; add it.",
    ja: "ここに「{」がありません。後の行は本体に属するため、あるものとして読みます。加えてください。",
  },
  "extra brace": {
    en: "This '}' closes the body too early: the lines after it belong inside. They are read as if it were not there; remove it.",
    ja: "この「}」は早すぎます。後の行は本体の中に属するため、ないものとして読みます。削除してください。",
  },
  "stray brace": {
    en: "This '}' closes nothing. Remove it, or look for a missing '{' above.",
    ja: "この「}」に対応する「{」がありません。削除するか、上に「{」の抜けがないか確かめてください。",
  },
  "stray comma": {
    en: "The list does not go on after this comma, so something may have been forgotten. Add it, or remove the comma.",
    ja: "この「,」の後で一覧が続いていないため、書き忘れかもしれません。書き足すか、「,」を削除してください。",
  },
  "missing parenthesis": {
    en: "This '(' is never closed, so it is unclear what the condition covers. Add a ')'.",
    ja: "この「(」は閉じられていないため、条件の範囲があいまいです。「)」を加えてください。",
  },
  "missing condition": {
    en: "A condition is missing here, so the clause cannot be decided. Write one such as 'tier is gold' or 'rate <= 10%'.",
    ja: "ここに条件がないため、判断できません。例えば「tier is gold」や「rate <= 10%」と書いてください。",
  },
  "missing test": {
    en: "'{field}' is compared with nothing, so the condition cannot hold. Go on with 'is', '<=', '>=', 'during' or 'on'.",
    ja: "「{field}」が何とも比べられていないため、条件は成り立ちません。「is」「<=」「>=」「during」「on」のいずれかを続けてください。",
  },
  "missing unit": {
    en: "This duration has no unit, so nobody can tell how long it is. Write for example '4 business hours' or '3 business days'.",
    ja: "この期間には単位がないため、長さが分かりません。例えば「4 business hours」や「3 business days」と書いてください。",
  },
};

/** One row a slip of the pen; `{written}` is what stands there, `{meant}` how it was understood. */
export const slipMessages: Readonly<Record<SlipName, Bilingual>> = {
  "full-width": {
    en: "'{written}' is full-width. It is read as '{meant}', but searches and reviews will miss it; write '{meant}'.",
    ja: "「{written}」は全角です。「{meant}」と読みますが、検索やレビューで見落とされます。「{meant}」と書いてください。",
  },
  quotes: {
    en: "These are not straight quotes. The text is understood; write {meant} so that every tool reads it the same.",
    ja: "まっすぐな引用符ではありません。読めますが、どの道具でも同じに読めるよう {meant} と書いてください。",
  },
  "unclosed text": {
    en: 'This text has no closing quote, so it was taken to run to the end of the line. Close it with ".',
    ja: 'この文字列は閉じられていないため、行末までと読みました。「"」で閉じてください。',
  },
  "unclosed name": {
    en: "This name in backticks is not closed, so it was taken to run to the end of the line. Close it with `.",
    ja: "このバッククォートの名前は閉じられていないため、行末までと読みました。「`」で閉じてください。",
  },
  date: {
    en: "'{written}' is read as the date {meant}. Other orders of day and month are easily mistaken; write {meant}.",
    ja: "「{written}」は {meant} と読みます。日と月の順は取り違えやすいので、{meant} と書いてください。",
  },
  time: {
    en: "'{written}' is read as {meant}. Write two digits for the hour, so that times line up and sort.",
    ja: "「{written}」は {meant} と読みます。時刻が揃うよう、時は二桁で書いてください。",
  },
  grouping: {
    en: "A comma separates values here, so '{written}' could be read as several numbers. Write {meant}.",
    ja: "ここでは「,」が値を区切るため、「{written}」は複数の数にも読めます。{meant} と書いてください。",
  },
  currency: {
    en: "'{written}' is read as '{meant}'. Currencies have their code of three letters, so that amounts compare; write '{meant}'.",
    ja: "「{written}」は「{meant}」と読みます。金額を比べられるよう、通貨は三文字のコードで書きます。「{meant}」と書いてください。",
  },
  range: {
    en: "A range of days is written with '..', since '-' is for times. Write '..'.",
    ja: "日付や曜日の範囲は「..」で書きます。「-」は時刻の範囲です。「..」と書いてください。",
  },
  dash: {
    en: "'{written}' is read as '{meant}'. Dashes look alike and are easily mistaken; write '{meant}'.",
    ja: "「{written}」は「{meant}」と読みます。横線は紛らわしいので「{meant}」と書いてください。",
  },
  hyphen: {
    en: "A name has no '-' in it. '{written}' is read as '{meant}'; write that, or put the name in backticks.",
    ja: "名前に「-」は使えません。「{written}」は「{meant}」と読みます。そう書くか、名前をバッククォートで囲んでください。",
  },
  operator: {
    en: "'{written}' is read as '{meant}'. Agreements are read aloud, so operators are words here; write '{meant}'.",
    ja: "「{written}」は「{meant}」と読みます。取り決めは声に出して読むものなので、語で「{meant}」と書いてください。",
  },
  semicolon: {
    en: "Lines end without ';' here. It is ignored; remove it.",
    ja: "行末の「;」は要りません。無視しますので、削除してください。",
  },
  comment: {
    en: "A comment begins with '//'. This one is understood; write '//'.",
    ja: "コメントは「//」で始めます。読めますが、「//」と書いてください。",
  },
  nesting: {
    en: "This is nested too deeply to read, and so it would be for people. Use cases or a simpler condition.",
    ja: "入れ子が深すぎて読めません。人にも読めないので、case を使うか、条件を簡単にしてください。",
  },
  stray: {
    en: "'{written}' means nothing here and is ignored. Remove it, or put it in quotes or backticks.",
    ja: "「{written}」はここでは意味がないため無視します。削除するか、引用符かバッククォートで囲んでください。",
  },
};
