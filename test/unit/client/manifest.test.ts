import assert from "node:assert/strict";
import * as fs from "node:fs";

const manifest = fs.readFileSync("package.json", "utf8");
const english = strings("package.nls.json");
const japanese = strings("package.nls.ja.json");

describe("the extension's manifest", () => {
  it("has every text in English and in Japanese, and no other", () => {
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map((found) => found[1] ?? "").sort();
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(japanese).sort(), used);
  });

  it("names only files that exist", () => {
    const files = [...manifest.matchAll(/"(?:\.\/)?((?:client|docs|grammar)\/[^"]+)"/g)].map((found) => found[1] ?? "");
    assert.deepEqual(
      files.filter((file) => !fs.existsSync(file)),
      [],
    );
  });
});

describe("the language configuration", () => {
  const configuration: LanguageConfiguration = JSON.parse(
    fs.readFileSync("grammar/language-configuration.json", "utf8"),
  );
  const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);

  it("takes a name in any script as one word", () => {
    assert.deepEqual("team 営業部 by カスタマー・サポート rate <= 12.5%".match(word), [
      "team",
      "営業部",
      "by",
      "カスタマー・サポート",
      "rate",
      "12.5%",
    ]);
  });

  it("indents after an opening brace, not after one in a string or a comment", () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    for (const line of ["team Sales {", "  case urgent: incident when severity is urgent {  // soon", 'say "{" {'])
      assert.match(line, increase);
    for (const line of ["team Sales { }", 'say "write to {', "// open {", "request how_to"])
      assert.doesNotMatch(line, increase);
  });

  it("continues a doc comment on the next line, and no other comment", () => {
    const [rule] = configuration.onEnterRules;
    assert.ok(rule);
    assert.equal(rule.action.appendText, "/// ");
    assert.match("  /// Opening hours", new RegExp(rule.beforeText));
    assert.doesNotMatch("  // a remark", new RegExp(rule.beforeText));
  });
});

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly action: { readonly appendText?: string } }[];
}

function strings(file: string): Record<string, string> {
  return JSON.parse(fs.readFileSync(file, "utf8"));
}
