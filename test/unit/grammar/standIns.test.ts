import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type * as analysed from "../../../grammar/analysed.ts";
import { expectedAt, readAnalysed } from "../../../grammar/analysed.ts";
import type * as parser from "../../../grammar/parser.ts";
import { parseItemText } from "../../../grammar/parser.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { random } from "../../harness/random.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { shuffledTokens } from "../../harness/shuffled.ts";

describe("the parser without chevrotain", () => {
  const root = path.resolve("dist-test/standIns/parser.js");
  let apart: typeof parser;

  before(() => {
    const { status, stderr } = spawnSync(process.execPath, ["esbuild.mjs", "--stand-ins"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    apart = createRequire(root)(root);
  });

  it("has nothing of chevrotain in it", () => {
    assert.doesNotMatch(fs.readFileSync(root, "utf8"), /performSelfAnalysis/);
  });

  it("reads the samples as the one with chevrotain does", () => {
    for (const { text } of sampleTexts().flatMap((file) => parse(file).items))
      assert.deepEqual(apart.parseItemText(text), parseItemText(text), text);
  });

  it("reads any text as the one with chevrotain does", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 11);
    console.log(`      seed ${seed}`);
    const next = random(seed);
    for (let count = 0; count < 2_000; count++) {
      const text = shuffledTokens(next);
      assert.deepEqual(apart.parseItemText(text), parseItemText(text), JSON.stringify(text));
    }
  });

  it("loads chevrotain for what it cannot tell itself", () => {
    const door: typeof analysed = createRequire(root)("./door.js");
    const text = "team A {\n  ";
    assert.deepEqual(door.expectedAt(text, text.length), expectedAt(text, text.length));
    assert.ok(expectedAt(text, text.length).some(({ kind, text }) => kind === "head" && text === "lead"));
    assert.deepEqual(door.readAnalysed(text), readAnalysed(text));
  });
});
