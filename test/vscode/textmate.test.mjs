// The grammar in the engine that VS Code colours with: the marked lines of the unit tests, and both engines' agreement.
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const require = createRequire(path.join(import.meta.dirname, "server/package.json"));
const oniguruma = require("vscode-oniguruma");
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");

describe("the TextMate grammar in VS Code's engine", () => {
  let grammar;

  before(async () => {
    const wasm = path.join(path.dirname(require.resolve("vscode-oniguruma")), "onig.wasm");
    await oniguruma.loadWASM(fs.readFileSync(wasm));
    const file = path.join(root, "grammar/sla.tmLanguage.json");
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () => parseRawGrammar(fs.readFileSync(file, "utf8"), file),
    });
    grammar = await registry.loadGrammar("source.sla");
  });

  it("colours the marked lines as marked", () => {
    let state = INITIAL;
    let tokens = [];
    let line = "";
    let marks = 0;
    const wrong = [];
    for (const row of fs.readFileSync(path.join(root, "test/harness/highlight.sla.txt"), "utf8").split("\n")) {
      const [, indent, carets, scope] = /^( {2,})(\^+) (\S+)$/.exec(row) ?? [];
      if (row.startsWith(">")) {
        line = row.slice(2);
        const coloured = grammar.tokenizeLine(line, state);
        state = coloured.ruleStack;
        tokens = coloured.tokens;
      } else if (carets) {
        marks++;
        const start = indent.length - 2;
        const token = tokens.find((one) => one.startIndex === start);
        const end = Math.min(token?.endIndex ?? 0, line.length); // VS Code's engine counts the line break in
        if (end !== start + carets.length || token.scopes.at(-1) !== scope)
          wrong.push(`${line}: ${start}-${end} ${token?.scopes.at(-1)} is not ${scope}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(marks > 100, "the marked lines were not found");
  });
});
