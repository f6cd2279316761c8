import assert from "node:assert/strict";
import * as fs from "node:fs";
import { generatedFiles } from "../harness/generated.ts";

describe("generated files", () => {
  for (const { path, text } of generatedFiles())
    it(`${path} is fresh; 'npm run generate' writes it`, () => {
      assert.equal(firstDifference(fs.readFileSync(path, "utf8"), text), undefined);
    });

  it("notices a line that is stale, and one that is missing", () => {
    assert.equal(firstDifference("a\nb\n", "a\nb\n"), undefined);
    assert.equal(firstDifference("a\nb\n", "a\nc\n"), "line 2 is 'b', should be 'c'");
    assert.equal(firstDifference("a", "a\nc"), "line 2 is missing, should be 'c'");
  });
});

function firstDifference(written: string, meant: string): string | undefined {
  const [is, should] = [written.split("\n"), meant.split("\n")];
  const length = Math.max(is.length, should.length);
  const index = Array.from({ length }, (_, line) => line).find((line) => is[line] !== should[line]);
  if (index === undefined) return undefined;
  return `line ${index + 1} is ${shown(is[index])}, should be ${shown(should[index])}`;
}

function shown(line: string | undefined): string {
  return line === undefined ? "missing" : `'${line.slice(0, 100)}'`;
}
