import assert from "node:assert/strict";
import * as fs from "node:fs";
import { words } from "../../grammar/tokens.ts";
import { lineAt, productFiles, type SourceFile, withoutComments } from "./source.ts";

describe("messages", () => {
  const pairs = productFiles().flatMap(pairsIn);

  it("are in English and in Japanese, with the same holes", () => {
    assert.ok(pairs.length > 300, `only ${pairs.length} were found`);
    assert.deepEqual(pairs.flatMap(faults), []);
  });

  it("explain every word in both languages or in none", () => {
    const helped = words.flatMap(({ word, help }) => (help ? [{ at: word, ...help }] : []));
    assert.deepEqual(helped.flatMap(faults), []);
  });

  it("of the extension's pages and manifest are in both languages, word by word", () => {
    const pages = productFiles().filter(({ path }) => /^client\/\w+\/page\/texts\.ts$/.test(path));
    const least: Readonly<Record<string, number>> = {
      "client/difference/page/texts.ts": 15,
      "client/proof/page/texts.ts": 6,
      "client/simulator/page/texts.ts": 40,
    };
    assert.deepEqual(pages.map(({ path }) => path).sort(), Object.keys(least));
    const sides = pages.flatMap((page) => {
      const [english = [], japanese = []] = blocksIn(page);
      assert.ok(english.length >= (least[page.path] ?? 0), `${page.path}: only ${english.length} were found`);
      assert.deepEqual(
        japanese.map(([key]) => key),
        english.map(([key]) => key),
      );
      return english.map(([key, en], index) => ({ at: key, en, ja: japanese[index]?.[1] ?? "" }));
    });
    const [manifest, translated] = [readTexts("package.nls.json"), readTexts("package.nls.ja.json")];
    assert.deepEqual(Object.keys(translated).sort(), Object.keys(manifest).sort());
    const named = Object.entries(manifest).map(([key, en]) => ({ at: key, en, ja: translated[key] ?? "" }));
    assert.deepEqual([...sides, ...named].filter(({ en }) => en !== "Torikime").flatMap(faults), []);
  });

  it("notice a hole that is lost, and a text that was not translated", () => {
    const written = [
      'const a = { en: "No {name} in {file}.", ja: "「{name}」はありません。" };',
      'const b = { en: "Stop", ja: "Stop" };',
      'const c = phrase("停止", "停止", {});',
      'const d = { en: "Good", ja: "良い" };',
      "const e = { en: \"Write 'is'.\", ja: '「is」: {x}' };",
    ];
    const found = pairsIn({ path: "a.ts", text: written.join("\n") }).flatMap(faults);
    assert.deepEqual(found, [
      "a.ts:1: the holes are {file} {name} in English, {name} in Japanese",
      "a.ts:2: no Japanese: Stop",
      "a.ts:3: no English: 停止",
      "a.ts:5: the holes are none in English, {x} in Japanese",
    ]);
  });
});

interface Pair {
  readonly at: string;
  readonly en: string;
  readonly ja: string;
}

const written = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/.source;
const pair = new RegExp(`(?:\\ben:|\\b(?:phrase|wording)\\()\\s*(${written}),\\s*(?:ja:\\s*)?(${written})`, "g");

/** The texts that stand side by side as such; what is put together by code is held by types and by its own tests. */
function pairsIn({ path, text }: SourceFile): readonly Pair[] {
  const code = withoutComments(text);
  return [...code.matchAll(pair)].map(({ 1: en = "", 2: ja = "", index }) => {
    return { at: `${path}:${lineAt(code, index)}`, en: en.slice(1, -1), ja: ja.slice(1, -1) };
  });
}

/** The texts of a table with one block a language, by their keys in order. */
function blocksIn({ text }: SourceFile): readonly (readonly (readonly [string, string])[])[] {
  const blocks = [...text.matchAll(/^ {2}(?:en|ja): \{\n([\s\S]*?)^ {2}\},$/gm)].map(([, block = ""]) => block);
  return blocks.map((block) =>
    [...block.matchAll(new RegExp(`(\\w+|"[^"]*"):\\s*(${written})`, "g"))].map(
      ([, key = "", value = ""]) => [key, value.slice(1, -1)] as const,
    ),
  );
}

function readTexts(path: string): Readonly<Record<string, string>> {
  return JSON.parse(fs.readFileSync(path, "utf8"));
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function faults({ at, en, ja }: Pair): readonly string[] {
  const found: string[] = [];
  if (holes(en) !== holes(ja)) found.push(`${at}: the holes are ${holes(en)} in English, ${holes(ja)} in Japanese`);
  if (japanese.test(withoutExamples(en))) found.push(`${at}: no English: ${en}`);
  if (!japanese.test(ja) && /[A-Za-z]/.test(withoutExamples(ja))) found.push(`${at}: no Japanese: ${ja}`);
  return found;
}

/** Names of holes, and words of the language in 「」 or quotes, are the same in every language. */
function withoutExamples(text: string): string {
  return text.replace(/\$?\{[^}]*\}|「[^」]*」|'[^']*'/g, "");
}

function holes(text: string): string {
  const names = new Set(text.match(/\$\{[^}]*\}|\{\w+\}/g));
  return [...names].sort().join(" ") || "none";
}
