import assert from "node:assert/strict";
import { lineAt, productFiles, withoutComments } from "./source.ts";

describe("Japanese texts", () => {
  it("are set alike: full-width brackets and colons, a space between Japanese and Latin letters, one word for a thing", () => {
    const texts = productFiles().flatMap(({ path, text }) => textsIn(path, withoutComments(text)));
    assert.ok(texts.length > 600, `only ${texts.length} were found`);
    assert.deepEqual(texts.flatMap(faults), []);
  });

  it("are told what is wrong in them", () => {
    const written = [
      "答えが (たぶん) ない",
      "理由: なし",
      "確認（ask）: 人",
      "{target}: 達しない",
      "{path}: 読めません",
      "APIで送る",
      "送る   先",
      "だれが",
      "チーム 、人",
      "'torikime check' で確かめる",
      "`a` は「b: c」と may・ask を書く（例：{x}を 8 日）。",
    ];
    assert.deepEqual(
      written.map((text) => faults({ at: "a.ts:1", text }).map((fault) => fault.split(": ")[1])),
      [
        ["a half-width bracket"],
        ["a half-width mark after Japanese"],
        ["a half-width mark after Japanese"],
        ["a half-width mark after Japanese"],
        // A place before what is said of it is written as all tools write it.
        [],
        ["no space between Japanese and Latin letters"],
        ["a space too many"],
        ["written 誰 elsewhere"],
        ["a space too many"],
        ["quotes other than 「」"],
        [],
      ],
    );
  });
});

interface Text {
  readonly at: string;
  readonly text: string;
}

const written = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
const letter = "ぁ-んァ-ヺー一-鿿々";
const japanese = new RegExp(`[${letter}]`);

/** The Japanese texts of a file; patterns and examples of agreements are none. */
function textsIn(path: string, code: string): readonly Text[] {
  return Array.from(code.matchAll(written), ({ 0: quoted, index }) => {
    return { at: `${path}:${lineAt(code, index)}`, text: quoted.slice(1, -1) };
  }).filter(({ text }) => japanese.test(text) && !/\\p\{|\(\?[:=!<]|\n/.test(text));
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/'[^']+'/, "quotes other than 「」"],
  [new RegExp(`[${letter}}] ?\\(|\\) ?[${letter}、。]|\\([${letter}]|[${letter}]\\)`), "a half-width bracket"],
  [
    new RegExp(`[${letter}）」] ?[,:;!?](?![\\w/])|(?<!^\\{(?:path|place|name))\\}[:;!?] `),
    "a half-width mark after Japanese",
  ],
  [new RegExp(`[${letter}][A-Za-z0-9]|[A-Za-z0-9][${letter}]`), "no space between Japanese and Latin letters"],
  [/ {2}| [、。（）：「」]|[、。）：] /, "a space too many"],
  [/だれ/, "written 誰 elsewhere"],
  [/深刻度/, "written 重大度 elsewhere"],
  [/下さい/, "written ください elsewhere"],
];

function faults({ at, text }: Text): readonly string[] {
  const prose = withoutCode(text);
  return rules.flatMap(([rule, what]) => (rule.test(prose) ? [`${at}: ${what}: ${text}`] : []));
}

/** Words of the language stand in backticks, 「」 or braces, or between ・; what is in them is set as they are. */
function withoutCode(text: string): string {
  return text
    .replace(/\\?`[^`]*`/g, "§")
    .replace(/「[^」]*」/g, "「」")
    .replace(/・(?=[A-Za-z])|(?<=[A-Za-z])・/g, " ");
}
