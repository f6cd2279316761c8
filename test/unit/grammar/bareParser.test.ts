import assert from "node:assert/strict";
import * as esbuild from "esbuild";
import { parseItemText } from "../../../grammar/parser.ts";
import { random } from "../../harness/random.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { shuffledTokens } from "../../harness/shuffled.ts";

describe("the parser without chevrotain", () => {
  let parseBare: typeof parseItemText;

  before(async () => {
    const built: { parseItemText: typeof parseItemText } = await import(await builtBare());
    parseBare = built.parseItemText;
  });

  it("reads the samples as with it", () => {
    for (const text of sampleTexts()) assert.deepEqual(parseBare(text), parseItemText(text));
  });

  it("reads any text as with it", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 11);
    console.log(`      seed ${seed}`);
    const next = random(seed);
    for (let count = 0; count < 1_000; count++) {
      const text = shuffledTokens(next);
      assert.deepEqual(parseBare(text), parseItemText(text), JSON.stringify(text));
    }
  });
});

/** As the build of the command line does it; what is not read is a fault here. */
async function builtBare(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: ["grammar/parser.ts"],
    bundle: true,
    format: "esm",
    write: false,
    alias: { chevrotain: "./grammar/bareParser.ts" },
    plugins: [{ name: "nothing-analysed", setup: nothingAnalysed }],
  });
  return `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`;
}

function nothingAnalysed({ onLoad }: esbuild.PluginBuild): void {
  const contents = 'export function readAnalysed() { throw new Error("a rule demands a token that is not there"); }';
  onLoad({ filter: /analysedParser\.ts$/ }, () => ({ contents }));
}
