import assert from "node:assert/strict";
import * as fs from "node:fs";
import { type TextmateGrammar, textmateGrammar } from "../../../grammar/textmate.ts";
import { words } from "../../../grammar/tokens.ts";
import { samplePaths, sampleTexts } from "../../harness/samples.ts";
import { type Coloured, coloured } from "../../harness/textmate.ts";

const grammar = textmateGrammar();

describe("the TextMate grammar", () => {
  const lines = markedLines(fs.readFileSync("test/harness/highlight.sla.txt", "utf8"));
  const rows = coloured(grammar, lines.map(({ line }) => line).join("\n"));

  lines.forEach(({ line, marks }, index) => {
    if (marks.length === 0) return;
    it(`colours ${line.trim()}`, () => {
      const row = rows[index] ?? [];
      assert.deepEqual(
        marks.map(stretch),
        marks.map(({ start, end }) => stretch(found(row, start, end))),
      );
    });
  });

  it("knows every word that begins a line or is reserved", () => {
    const told = JSON.stringify(grammar);
    const missing = words.filter(({ word }) => !new RegExp(`\\b${word}\\b`).test(told));
    assert.deepEqual(missing, []);
  });

  it("leaves nothing of the samples without a scope but white space", () => {
    for (const [index, text] of sampleTexts().entries())
      assert.deepEqual(plain(grammar, text), [], samplePaths()[index]);
  });

  it("ends every text and comment with its line, so that no line colours the next", () => {
    for (const line of ['title "open', "say 「open", "// {", "owe a: `b"]) {
      const [, after] = coloured(grammar, `${line}\n  lead Abe`);
      assert.equal(found(after ?? [], 2, 6)?.scopes.at(-1), "keyword.other.property.sla", line);
    }
  });

  it("notices a stretch that has another scope, or none", () => {
    const [row] = coloured(grammar, "team Sales {");
    assert.equal(found(row ?? [], 5, 9), undefined);
    assert.deepEqual(plain({ ...grammar, patterns: [] }, "team"), ["1: team"]);
  });
});

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

/** The lines after `> ` with the marks under them. */
function markedLines(text: string): { readonly line: string; readonly marks: Mark[] }[] {
  const lines: { line: string; marks: Mark[] }[] = [];
  for (const row of text.split("\n")) {
    const mark = /^( {2,})(\^+) (\S+)$/.exec(row);
    if (row.startsWith(">")) lines.push({ line: row.slice(2), marks: [] });
    else if (mark) {
      const [, indent = "", carets = "", scope = ""] = mark;
      const start = indent.length - 2;
      lines.at(-1)?.marks.push({ start, end: start + carets.length, scope });
    }
  }
  return lines;
}

function found(row: readonly Coloured[], start: number, end: number): Coloured | undefined {
  return row.find((one) => one.start === start && one.end === end);
}

function stretch(one: Mark | Coloured | undefined): string {
  if (!one) return "no such stretch";
  return `${one.start}-${one.end} ${"scope" in one ? one.scope : one.scopes.at(-1)}`;
}

/** What no rule of the grammar names, with its line number. */
function plain(one: TextmateGrammar, text: string): string[] {
  const rows = coloured(one, text);
  return text.split("\n").flatMap((line, index) => {
    let rest = line;
    for (const { start, end } of rows[index] ?? [])
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    return rest.trim() === "" ? [] : [`${index + 1}: ${rest.trim()}`];
  });
}
