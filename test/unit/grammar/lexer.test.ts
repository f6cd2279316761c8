import assert from "node:assert/strict";
import { lex } from "../../../grammar/lexer.ts";

/** Tokens as `type:value`, and slips as `name[written → newText]`. */
function read(text: string): { tokens: string[]; slips: string[] } {
  const { tokens, slips } = lex(text);
  return {
    tokens: tokens.map(({ tokenType, image }) => (tokenType.name === image ? image : `${tokenType.name}:${image}`)),
    slips: slips.map(({ name, written, newText }) => `${name}[${written} → ${newText ?? "?"}]`),
  };
}

// Each row: what is written, the tokens it is understood as, the slips it is reported for. From language.md, "A forgiving lexer".
const rows: [text: string, tokens: string[], slips: string[]][] = [
  ["x １０％", ["LineName:x", "Percent:10%"], ["full-width[１０％ → 10%]"]],
  ["x 10 %", ["LineName:x", "Percent:10%"], []],
  ["a、b", ["LineName:a", ",", "Name:b"], ["full-width[、 → ,]"]],
  ["a： b", ["LineName:a", ":", "Name:b"], ["full-width[： → :]"]],
  [
    "（a）",
    ["(", "Name:a", ")"].map((one, index) => (index === 1 ? "Name:a" : one)),
    ["full-width[（ → (]", "full-width[） → )]"],
  ],
  ["x “hi”", ["LineName:x", "Text:hi"], ['quotes[“hi” → "hi"]']],
  ["x 「こんにちは」", ["LineName:x", "Text:こんにちは"], ['quotes[「こんにちは」 → "こんにちは"]']],
  ["x 9:00", ["LineName:x", "Time:09:00"], ["time[9:00 → 09:00]"]],
  ["x 9:60", ["LineName:x", "Time:09:60"], []],
  ["x 2026/13/1", ["LineName:x", "Date:2026-13-01"], []],
  ["x 2026/8/2", ["LineName:x", "Date:2026-08-02"], ["date[2026/8/2 → 2026-08-02]"]],
  ['x "abc\ny', ["LineName:x", "Text:abc", "LineName:y"], ['unclosed text["abc → "abc"]']],
  ["x `abc\ny", ["LineName:x", "Name:abc", "LineName:y"], ["unclosed name[`abc → `abc`]"]],
  ["a　b", ["LineName:a", "Name:b"], []],
  ["営業・第一部 ｶﾅ", ["LineName:営業・第一部", "Name:カナ"], []],
  ["`any thing`", ["LineName:any thing"], []],
  ["x 1,000,000 JPY", ["LineName:x", "Number:1_000_000", "Name:JPY"], ["grouping[1,000,000 → 1_000_000]"]],
  ["x Mon-Fri", ["LineName:x", "word Mon:Mon", "..", "word Fri:Fri"], ["range[- → ..]"]],
  ["x 2026-04-01 - 2027-03-31", ["LineName:x", "Date:2026-04-01", "..", "Date:2027-03-31"], ["range[- → ..]"]],
  ["x 2026-04-01-2027-03-31", ["LineName:x", "Date:2026-04-01", "..", "Date:2027-03-31"], ["range[- → ..]"]],
  [
    "x 12/29-1/3",
    ["LineName:x", "MonthDay:12-29", "..", "MonthDay:01-03"],
    ["date[12/29 → 12-29]", "range[- → ..]", "date[1/3 → 01-03]"],
  ],
  ["x 12-29 - 01-03", ["LineName:x", "MonthDay:12-29", "..", "MonthDay:01-03"], ["range[- → ..]"]],
  ["x 2026年6月1日", ["LineName:x", "Date:2026-06-01"], ["date[2026年6月1日 → 2026-06-01]"]],
  [
    "x 12月29日から１月３日",
    ["LineName:x", "MonthDay:12-29", "..", "MonthDay:01-03"],
    ["date[12月29日 → 12-29]", "range[から → ..]", "date[１月３日 → 01-03]"],
  ],
  [
    "x 9時〜17時半",
    ["LineName:x", "Time:09:00", "-", "Time:17:30"],
    ["time[9時 → 09:00]", "dash[〜 → -]", "time[17時半 → 17:30]"],
  ],
  ["x 4時間", ["LineName:x", "Number:4", "Name:時間"], []],
  ["x 300,000円", ["LineName:x", "Number:300_000", "Name:JPY"], ["currency[300,000円 → 300_000 JPY]"]],
  ["x 30万円", ["LineName:x", "Number:300_000", "Name:JPY"], ["currency[30万円 → 300_000 JPY]"]],
  ["x 1.5億円", ["LineName:x", "Number:150_000_000", "Name:JPY"], ["currency[1.5億円 → 150_000_000 JPY]"]],
  ["x 10 円", ["LineName:x", "Number:10", "Name:JPY"], ["currency[10 円 → 10 JPY]"]],
  ["x ¥1,500", ["LineName:x", "Number:1_500", "Name:JPY"], ["currency[¥1,500 → 1_500 JPY]"]],
  ["x 5円玉", ["LineName:x", "Number:5", "Name:円玉"], []],
  ["x 09:00〜12:00", ["LineName:x", "Time:09:00", "-", "Time:12:00"], ["dash[〜 → -]"]],
  ["first-line", ["LineName:first_line"], ["hyphen[first-line → first_line]"]],
  [
    "a == b && c != d",
    ["LineName:a", "word is:is", "Name:b", "word and:and", "Name:c", "word is:is", "word not:not", "Name:d"],
    ["operator[== → is]", "operator[&& → and]", "operator[!= → is not]"],
  ],
  ["a ≦ 3;", ["LineName:a", "<=", "Number:3"], ["full-width[≦ → <=]", "semicolon[; → ]"]],
  ["# note", [], ["comment[# → //]"]],
  ["x @@ y", ["LineName:x", "Name:y"], ["stray[@@ → ?]"]],
  ["a\0b", ["LineName:a", "Name:b"], ["stray[\0 → ?]"]],
  ["in Asia/Tokyo", ["word in:in", "Zone:Asia/Tokyo"], []],
  ["12-29..01-03", ["MonthDay:12-29", "..", "MonthDay:01-03"], []],
  ["09:00-12:00, 13:00-18:00", ["Time:09:00", "-", "Time:12:00", ",", "Time:13:00", "-", "Time:18:00"], []],
  ['say "a \\"b\\" c"', ["line say:say", 'Text:a "b" c'], []],
  ["title: text", ["LineName:title", ":", "word text:text"], []],
  ["tier is gold", ["LineName:tier", "word is:is", "Name:gold"], []],
  ["customer is Acme", ["word customer:customer", "word is:is", "Name:Acme"], []],
];

describe("the lexer", () => {
  for (const [text, tokens, slips] of rows) {
    it(`understands ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text), { tokens, slips });
    });
  }

  it("gives comments with their places, doc comments to the word after them", () => {
    const text = "/// one\n/// two\nteam A { // here\n  // own\n}\n";
    const { tokens, comments } = lex(text);
    assert.equal(tokens[0]?.doc, "one\ntwo");
    assert.deepEqual(
      comments.map(({ start, end, doc, ownLine }) => [text.slice(start, end), doc, ownLine]),
      [
        ["/// one", true, true],
        ["/// two", true, true],
        ["// here", false, false],
        ["// own", false, true],
      ],
    );
  });

  it("ends lines at CR LF as at LF", () => {
    assert.deepEqual(read('a "x"\r\nb\r\n').tokens, ["LineName:a", "Text:x", "LineName:b"]);
  });
});
