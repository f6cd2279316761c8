import assert from "node:assert/strict";
import { readYaml, type YamlNode } from "../../../server/core/scenarios/yaml.ts";
import { yamlError } from "../../../server/core/scenarios/yamlErrors.ts";
import { random } from "../../harness/random.ts";
import { shown } from "./desk.ts";

describe("readYaml", () => {
  it("keeps what is written, and where", () => {
    const text = 'a: 1_000 JPY\nb: "１２\\n"\n😀: [x, 012, ~]\n';
    assert.equal(drawn(readYaml(text).documents[0]), "{a: <1_000 JPY>, b: <１２\n>, 😀: [<x>, <012>, nothing]}");
    const [map] = readYaml(text).documents;
    assert.equal(
      map?.kind === "map" && map.entries[2] && text.slice(map.entries[2].key.start, map.entries[2].key.end),
      "😀",
    );
  });

  it("reads JSON, several documents, and a text with a BOM", () => {
    assert.equal(drawn(readYaml('{"kind": "a", "rate": 5.0}').documents[0]), "{kind: <a>, rate: <5.0>}");
    assert.deepEqual(readYaml("a: 1\n---\n- b\n").documents.map(drawn), ["{a: <1>}", "[<b>]"]);
    const text = "\uFEFFa: 1";
    assert.equal(drawn(readYaml(text).documents[0]), "{a: <1>}");
  });

  it("follows aliases, and nothing multiplies", () => {
    assert.equal(drawn(readYaml("a: &x {b: 1}\nc: *x").documents[0]), "{a: {b: <1>}, c: {b: <1>}}");
    const laughs = Array.from({ length: 40 }, (_, row) => `a${row}: &a${row} [*a${row - 1}, *a${row - 1}]`);
    const { documents, problems } = readYaml(["a: &a-1 x", ...laughs].join("\n"));
    assert.equal(documents.length, 1);
    assert.deepEqual(problems, []);
  });

  for (const [text, wanted] of [
    ["a: 1\na: 2", "a | 'a' is given twice in this mapping, so only the first counts. Remove one of them."],
    ["a: *x", "*x | No anchor &x comes before this alias. Write the value itself."],
    ["a: &a [*a]", "*a | No anchor &a comes before this alias. Write the value itself."],
    ["? [a]\n: b", "[a] | A key is a word, not a list or a mapping. Write `key: value`."],
  ] as const) {
    it(`reports ${JSON.stringify(text)}`, () => {
      const { documents, problems } = readYaml(text);
      assert.deepEqual(shown(text, problems), [wanted]);
      assert.equal(documents.length, 1);
    });
  }

  for (const text of ["a: [1, 2", "- a\nb: c", "a: 'x", "%YAML 9\n---\n\ta"]) {
    it(`uses nothing of ${JSON.stringify(text.slice(0, 12))}`, () => {
      const { documents, problems } = readYaml(text);
      assert.deepEqual(documents, []);
      assert.match(problems[0]?.message.en ?? "", /^This is not valid YAML, so nothing of this file is used: /);
      for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
    });
  }

  // What people type, beside how they are told what is wrong with it.
  for (const [text, en, ja] of [
    ['a: "x\nb: 1', "this quotation mark is not closed", "引用符が閉じられていません"],
    ["a: [1, 2", "this `[` is not closed. Write `]` where it ends.", "`[` が閉じられていません"],
    ["{ a: 1", "this `{` is not closed. Write `}` where it ends.", "終わりに `}` を書いてください"],
    ['{"a" 1}', "between brackets a comma or a colon is missing", "コンマかコロンが足りません"],
    ["a: { b: 1 c: 2 }", "between brackets a comma is missing", "コンマが足りない"],
    ["a: 1\nb", "this key has no value", "このキーには値がありません"],
    ["a： 1\nb: 2", "a line without a colon and a space", "半角のコロンと空白のない行"],
    ["a: 1\n  b: 2", "another `key: value` follows within a value", "値の中に別の `キー: 値` が続いています"],
    ["a: b: c", "another `key: value` follows within a value", "値の中に別の `キー: 値` が続いています"],
    ["a:\n  b: 1\n c: 2", "this key does not stand in the column", "ほかのキーと字下げがそろっていません"],
    ["a:\n\t- b", "a line is indented with a tab. Use spaces.", "タブが使われています"],
    ["a: - b", "a list begins on the line of its key", "一覧がキーと同じ行で始まっています"],
    ["a: @x", "a value cannot begin with `@`", "値を `@` で始めることはできません"],
    ["a: |x\n b", "after `|` or `>` the text begins on the next line", "次の行から始めます"],
    ['a: "x" y', "this follows a value or a list that has ended", "すでに終わった値や一覧"],
    ["- a\nb: 1", "this follows a value or a list that has ended", "すでに終わった値や一覧"],
    ["a: ]", "a `]` closes nothing", "この `]` に対応する開き括弧がありません"],
    ["a: [1,,2]", "there is a comma too many", "余分なコンマがあります"],
    ['a: "\\q"', "between double quotation marks `\\q` means nothing", "二重引用符の中の `\\q` には意味がありません"],
    ["a: *", "is read as a tag or a reference", "タグや参照として読まれます"],
    ["a: *x\n&a &b c: d", "is read as a tag or a reference", "タグや参照として読まれます"],
    ['a: "b"#c', "a `#` begins a comment only after a space", "`#` の前に空白がなければ"],
    ["%YAML 9\n%X\na", "a line that begins with `%`", "`%` で始まる行"],
    [`${"k".repeat(1100)}: 1`, "a key is longer than 1,024 characters", "1,024 文字を超えています"],
  ] as const) {
    it(`says in plain words of both languages what is wrong with ${JSON.stringify(text.slice(0, 30))}`, () => {
      const [{ message } = { message: { en: "", ja: "" } }] = readYaml(text).problems;
      assert.ok(message.en.includes(en), message.en);
      assert.ok(message.ja.includes(ja), message.ja);
      // A Japanese sentence has no English words but between backticks.
      assert.doesNotMatch(message.ja.replace(/`[^`]*`/g, "").replaceAll("YAML", ""), /[a-z]{2}/i);
    });
  }

  // Where the library comes upon it something else begins, or the text ends.
  for (const text of [
    'a: ^"x\nb: 1\n',
    "a: ^'x\nb: 1\n",
    "a: ^[1, 2\nb: 1\n",
    "a: [1]\nb: ^{ c: 1, d: [2]\ne: f\n",
    "- ^{ a: 1\n- b\n",
    "^{ a: { b: 1 }\n",
    "a: [ ^{b: c\n",
  ]) {
    it(`marks what is not closed in ${JSON.stringify(text)} where it opens`, () => {
      const start = text.indexOf("^");
      const [problem] = readYaml(text.replace("^", "")).problems;
      assert.match(problem?.message.en ?? "", /is not closed/);
      assert.deepEqual([problem?.start, problem?.end], [start, start + 1]);
    });
  }

  it("puts the library's own words in brackets where it has no others for them", () => {
    assert.match(yamlError("UNEXPECTED_TOKEN", "Not a YAML token: x").en, /it cannot read \(Not a YAML token: x\)\. /);
    assert.match(yamlError("A_CODE_OF_TOMORROW", "Too odd.").ja, /^読み取れない箇所があります（Too odd）。/);
    assert.match(yamlError("constructor", "Too odd.").en, /\(Too odd\)\. /);
  });

  // Brackets that stand inside each other are one slip, as is all that fits no more after a closing one; two far apart are two.
  for (const [text, count] of [
    ["a:\n  - b: { c: { d: e\n    f: g\n  - h: 1\n", 1],
    ["a: [ {b: c\n", 1],
    ['a: { b: "c\nd: e\n', 1],
    ["a: }\nb: 1\n", 1],
    ["a: { b\nc: d\ne: { f\ng: h\n", 2],
  ] as const) {
    it(`tells ${count} in ${JSON.stringify(text)}`, () => {
      assert.equal(readYaml(text).problems.length, count);
    });
  }

  for (const opening of ["[", "{a: ", "- ", "? "]) {
    it(`says so when ${JSON.stringify(opening)} is nested too deeply`, () => {
      const { documents, problems } = readYaml(opening.repeat(10_000));
      assert.deepEqual(documents, []);
      assert.match(problems[0]?.message.en ?? "", /^This YAML is nested too deeply to be read/);
    });
  }

  it("does not read more than eight million characters", () => {
    const { documents, problems } = readYaml("- a\n".repeat(2_000_001));
    assert.deepEqual(documents, []);
    assert.match(problems[0]?.message.en ?? "", /^This file has more than 8 million characters/);
  });

  it("throws at nothing", () => {
    const seed = Date.now() % 1_000_000;
    const { below, pick } = random(seed);
    const pieces = [
      "a",
      ": ",
      "\n",
      "  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a ",
      "*a",
      "'",
      '"',
      "#",
      "|",
      ">",
      "!",
      "%",
      "---",
      "\0",
      "\uFEFF",
      "\ud800",
      "?",
      "~",
    ];
    for (let run = 0; run < 2_000; run++) {
      const text = Array.from({ length: below(14) }, () => pick(pieces)).join("");
      const { problems } = readYaml(text);
      for (const { start, end } of problems)
        assert.ok(start >= 0 && start <= end && end <= text.length, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

function drawn(node: YamlNode | undefined): string {
  switch (node?.kind) {
    case undefined:
    case "nothing":
      return "nothing";
    case "scalar":
      return `<${node.text}>`;
    case "list":
      return `[${node.items.map(drawn).join(", ")}]`;
    case "map":
      return `{${node.entries.map((entry) => `${entry.key.text}: ${drawn(entry.value)}`).join(", ")}}`;
  }
}
