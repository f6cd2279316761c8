import type { ErrorCode } from "yaml";
import type { Localized } from "../text/localized.ts";

/** What is wrong with a text that is not valid YAML, and what to do; `words` are the library's own, told where nothing better is known. */
export function yamlError(code: string, words: string): Localized {
  for (const row of rowsOf(code)) {
    const [whole, sign = ""] = row.says.exec(words) ?? [];
    if (whole !== undefined) return filled(row.text, sign);
  }
  const detail = words.replace(/[.:\s]+$/, "");
  return {
    en: `something stands here that it cannot read (${detail}). Look at the signs and the indentation around it.`,
    ja: `読み取れない箇所があります（${detail}）。前後の記号と字下げを確かめてください。`,
  };
}

/** One way in which a text may be wrong: what the library says of it, and what is told instead, where `§` is the sign that `says` holds. */
interface Row {
  readonly says: RegExp;
  readonly text: Localized;
}

function rowsOf(code: string): readonly Row[] {
  const byName: Readonly<Record<string, readonly Row[]>> = rows;
  return Object.hasOwn(byName, code) ? (byName[code] ?? []) : [];
}

function filled({ en, ja }: Localized, sign: string): Localized {
  const opening = sign === "]" ? "[" : "{";
  const put = (text: string) => text.replaceAll("§opening", opening).replaceAll("§", sign);
  return { en: put(en), ja: put(ja) };
}

function row(says: RegExp, en: string, ja: string): Row {
  return { says, text: { en, ja } };
}

const unclosedBracket = row(
  /must .*end with a (.)$/,
  "this `§opening` is not closed. Write `§` where it ends.",
  "この `§opening` が閉じられていません。終わりに `§` を書いてください。",
);

const listOnTheLineOfItsKey = row(
  /sequence|block-seq-ind/,
  "a list begins on the line of its key. Begin each `- ` on a line of its own below.",
  "一覧がキーと同じ行で始まっています。`- ` は下の行に一つずつ書いてください。",
);

const readAsReference = row(
  /^/,
  "a value that begins with `!`, `&` or `*` is read as a tag or a reference. Put it in quotes.",
  "`!`、`&`、`*` で始まる値は、タグや参照として読まれます。引用符で囲んでください。",
);

const lineForYaml = row(
  /^/,
  "a line that begins with `%` is read as an instruction for YAML. Remove it, or put the text in quotes.",
  "`%` で始まる行は YAML への指示として読まれます。消すか、引用符で囲んでください。",
);

/** By the library's code; those that it never gives here have none. */
const rows: Readonly<Record<ErrorCode, readonly Row[]>> = {
  MISSING_CHAR: [
    row(
      /closing/,
      "this quotation mark is not closed. Write the same one at the end of the text.",
      "この引用符が閉じられていません。文の終わりに同じ引用符を書いてください。",
    ),
    unclosedBracket,
    row(
      /^Missing , or :/,
      "between brackets a comma or a colon is missing. Write `{ key: value, key: value }`.",
      "括弧の中にコンマかコロンが足りません。`{ キー: 値, キー: 値 }` のように書いてください。",
    ),
    row(
      /^Missing , between/,
      "between brackets a comma is missing. Write one before this.",
      "括弧の中にコンマが足りません。この前にコンマを書いてください。",
    ),
    row(
      /^Missing space after :/,
      "after a colon a space is missing. Write `key: value`.",
      "コロンのあとに空白がありません。`キー: 値` のように書いてください。",
    ),
    row(
      /^Implicit map keys/,
      "this key has no value. Write a colon and a space after it: `key: value`.",
      "このキーには値がありません。半角のコロンと空白を続けて、`キー: 値` のように書いてください。",
    ),
    row(
      /^Sequence item/,
      "this is among the entries of a list and does not begin with `- `. Write that before it, or correct the indentation.",
      "一覧の中にあるのに `- ` で始まっていません。`- ` を前に書くか、字下げを直してください。",
    ),
    row(
      /^Comments/,
      "a `#` begins a comment only after a space. Write one before it, or put the whole value in quotes.",
      "`#` の前に空白がなければ注釈になりません。空白を入れるか、値全体を引用符で囲んでください。",
    ),
    row(
      /^Block scalars/,
      "the empty lines before a text are indented further than the text. Take their spaces out.",
      "文の前の空行が、文より深く字下げされています。空行の空白を消してください。",
    ),
    row(
      /newline|same line/,
      "a list or mapping has to begin on a line of its own. Begin a new line here.",
      "一覧や対応は新しい行から始めます。ここで改行してください。",
    ),
    { ...lineForYaml, says: /directives-end|doc-start/ },
    readAsReference,
  ],
  BAD_INDENT: [
    unclosedBracket,
    row(
      /^All mapping/,
      "this key does not stand in the column of the keys that it belongs to. Indent it like them, with spaces.",
      "このキーは、同じまとまりのほかのキーと字下げがそろっていません。空白でそろえてください。",
    ),
    row(
      /^All sequence/,
      "this `-` does not stand in the column of the others of its list. Indent it like them, with spaces.",
      "この `-` は、同じ一覧のほかの `-` と字下げがそろっていません。空白でそろえてください。",
    ),
    row(
      /^/,
      "the lines of a text after `|` or `>` have to be indented alike, and further than its key. Correct the indentation.",
      "`|` や `>` に続く文の行は、キーより深く、同じ深さに字下げします。字下げを直してください。",
    ),
  ],
  TAB_AS_INDENT: [
    row(/^/, "a line is indented with a tab. Use spaces.", "行の字下げにタブが使われています。空白を使ってください。"),
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    row(
      /^Nested/,
      "another `key: value` follows within a value. Put a value that has a colon in quotes, or begin the next key in the column of this one.",
      "値の中に別の `キー: 値` が続いています。コロンを含む値は引用符で囲み、次のキーはこのキーと字下げをそろえてください。",
    ),
    listOnTheLineOfItsKey,
  ],
  BLOCK_IN_FLOW: [
    row(
      /^/,
      "between brackets a comma is missing, or a list or mapping in lines begins there. Write `{ key: value, key: value }`.",
      "括弧の中にコンマが足りないか、括弧のない一覧や対応が書かれています。`{ キー: 値, キー: 値 }` のように書いてください。",
    ),
  ],
  MULTILINE_IMPLICIT_KEY: [
    row(
      /^/,
      "a line without a colon and a space is read as one with the next. Write `key: value`, each on its line.",
      "半角のコロンと空白のない行があり、次の行とつなげて読まれます。1 行に 1 組ずつ `キー: 値` と書いてください。",
    ),
  ],
  BAD_SCALAR_START: [
    row(
      /(\S)$/,
      "a value cannot begin with `§`. Put it in quotes.",
      "値を `§` で始めることはできません。引用符で囲んでください。",
    ),
  ],
  UNEXPECTED_TOKEN: [
    row(/Unexpected ,/, "there is a comma too many. Remove it.", "余分なコンマがあります。消してください。"),
    listOnTheLineOfItsKey,
    row(
      /^Block scalar header/,
      "after `|` or `>` the text begins on the next line. Begin a new line here.",
      "`|` や `>` に続く文は次の行から始めます。ここで改行してください。",
    ),
    row(
      /flow-(?:seq|map)-end.*"(.)"$/,
      "a `§` closes nothing. Remove it, or write the bracket that it closes.",
      "この `§` に対応する開き括弧がありません。消すか、開き括弧を書いてください。",
    ),
    row(
      /at node end$/,
      "this follows a value or a list that has ended. Put the whole value in quotes, or correct the indentation.",
      "すでに終わった値や一覧のあとに続いています。値全体を引用符で囲むか、字下げを直してください。",
    ),
  ],
  BAD_DQ_ESCAPE: [
    row(
      /(\\.*)$/,
      "between double quotation marks `§` means nothing. Write `\\\\` for a backslash, or use single quotation marks.",
      "二重引用符の中の `§` には意味がありません。バックスラッシュは `\\\\` と書くか、一重引用符を使ってください。",
    ),
  ],
  BAD_DIRECTIVE: [lineForYaml],
  BAD_ALIAS: [readAsReference],
  ALIAS_PROPS: [readAsReference],
  BAD_PROP_ORDER: [readAsReference],
  MULTIPLE_ANCHORS: [readAsReference],
  MULTIPLE_TAGS: [readAsReference],
  TAG_RESOLVE_FAILED: [readAsReference],
  BAD_COLLECTION_TYPE: [readAsReference],
  KEY_OVER_1024_CHARS: [
    row(
      /^/,
      "a key is longer than 1,024 characters. Look for a quotation mark or a colon in the wrong place.",
      "キーが 1,024 文字を超えています。引用符やコロンの位置を確かめてください。",
    ),
  ],
  DUPLICATE_KEY: [],
  IMPOSSIBLE: [],
  MULTIPLE_DOCS: [],
  NON_STRING_KEY: [],
  RESOURCE_EXHAUSTION: [],
};
