import assert from "node:assert/strict";
import * as fs from "node:fs";
import { type Home, importsOf, strayLibraries, wrongWay } from "./layers.ts";
import { codeOf, places, productFiles, sourceFiles } from "./source.ts";

/**
 * The order of the house, from the ground up. A file may import its own layer and every group above it in this list;
 * layers of one group know nothing of each other. Three files of types stand alone: the tree is what grammar/ builds and
 * server/core/syntax reads, and it names the problems and slips that grammar/ has sentences for.
 */
const layers: readonly (readonly string[])[] = [
  ["grammar/slips.ts"],
  ["grammar/messages.ts"],
  ["server/core/syntax/tree.ts"],
  ["grammar", "server/core/text", "server/core/time"], // text and time know nothing of the language
  ["server/core/syntax"],
  ["server/core/model"],
  ["server/core/prover/lists.ts"],
  ["server/core/prover/space"], // knows conditions and calendars, and no clause
  ["server/core/prover/known.ts"],
  ["server/core/prover/written"],
  ["server/core/prover/clauses", "server/core/prover/staff"],
  ["server/core/prover/time"],
  ["server/core/prover/people"],
  ["server/core/prover"], // findings are told by checks, and the engine decides without it
  ["server/core/engine", "server/core/checks", "server/core/format"],
  ["server/core/scenarios", "server/core/questions"], // both run the engine, and compare or vary what it decides
  ["server/core/comparison"], // holds two revisions against each other: regions of the prover, decisions of the engine
  ["server/core/workspace"],
  ["server/core/features"],
  ["server/lsp", "server/cli"],
  ["client"],
];

const homes: readonly Home[] = [
  { library: /^chevrotain$/, places: [/^grammar\//] },
  { library: /^temporal-polyfill(?:\/|$)/, places: [/^server\/core\/time\//] },
  { library: /^(?:date-holidays|@holiday-jp\/holiday_jp)$/, places: [/^server\/core\/time\/holidays\./] },
  { library: /^prettier\/doc$/, places: [/^server\/core\/format\//] },
  { library: /^yaml$/, places: [/^server\/core\/scenarios\//] },
  { library: /^vscode-languageserver(?:-types|-textdocument)?(?:\/|$)/, places: [/^server\/lsp\//] },
  { library: /^vscode-languageclient(?:\/|$)/, places: [/^client\//] },
  { library: /^vscode$/, places: [/^client\/(?!\w+\/page\/)/] },
  { library: /^@vscode-elements\/elements\//, places: [/^client\/simulator\/page\//] },
  { library: /^tinyglobby$/, places: [/^server\/cli\//] },
  { library: /^(?:sarif|ical-generator)$/, places: [/^server\/cli\/reports\//] },
  { library: /^node:/, places: [/^server\/cli\//, /\.node\.ts$/] },
];

describe("layers", () => {
  const imports = productFiles().flatMap(importsOf);

  it("are imported one way", () => assert.deepEqual(wrongWay(imports, layers), []));

  it("keep each library in its place", () => assert.deepEqual(strayLibraries(imports, homes), []));

  it("let the client know of the server what goes over the wire only", () => {
    const used = imports.filter(({ from, target }) => from.startsWith("client/") && target.startsWith("server/"));
    const wire = ["server/lsp/differenceProtocol.ts", "server/lsp/protocol.ts", "server/lsp/scenarioProtocol.ts"];
    assert.deepEqual([...new Set(used.map(({ target }) => target))].sort(), wire);
  });

  it("notice an import upward, one sideways, and a file in no layer", () => {
    const from = (path: string, target: string) => importsOf({ path, text: `import { a } from "${target}";` });
    const order = [["a", "b"], ["c/one.ts"], ["c"]];
    assert.deepEqual(wrongWay(from("c/two.ts", "../a/x.ts"), order), []);
    assert.deepEqual(wrongWay(from("c/two.ts", "./one.ts"), order), []);
    assert.deepEqual(wrongWay(from("c/one.ts", "./two.ts"), order), ["c/one.ts imports c/two.ts, upward"]);
    assert.deepEqual(wrongWay(from("a/x.ts", "../b/y.ts"), order), ["a/x.ts imports b/y.ts, sideways"]);
    assert.deepEqual(wrongWay(from("a/x.ts", "../d/y.ts"), order), ["d/y.ts is in no layer"]);
  });

  it("notice an import however it is written", () => {
    const written = [
      'import "one";',
      'const two = await import("two");',
      'export { x } from\n  "three";',
      '// from "no"',
    ];
    const found = importsOf({ path: "a.ts", text: written.join("\n") }).map(({ target }) => target);
    assert.deepEqual(found, ["one", "two", "three"]);
  });

  it("notice a library out of its place, and one that nobody owns", () => {
    const stray = [
      { from: "server/core/model/x.ts", target: "chevrotain" },
      { from: "client/x.ts", target: "left-pad" },
    ];
    assert.deepEqual(strayLibraries(stray, homes), [
      "server/core/model/x.ts imports chevrotain",
      "client/x.ts imports left-pad, which no layer owns",
    ]);
  });
});

describe("the core is pure", () => {
  it("is compiled without the types of Node and of browsers, together with the grammar", () => {
    const { compilerOptions, include } = JSON.parse(fs.readFileSync("server/core/tsconfig.json", "utf8"));
    assert.deepEqual(compilerOptions.types, []);
    assert.deepEqual(compilerOptions.lib, ["ES2023"]);
    assert.deepEqual(include, [".", "../../grammar"]);
  });

  it("asks neither the clock nor chance", () => {
    const found = sourceFiles("grammar", "server/core").flatMap((file) => places(file, codeOf(file.text), impure));
    assert.deepEqual(found, []);
  });

  it("notices a question to the clock", () => {
    const text = "const a = new Date();\nconst b = Date.now() + Math.random();\nconst c = new Date(0); // Date.now()\n";
    assert.deepEqual(places({ path: "a.ts", text }, codeOf(text), impure), [
      "a.ts:1: new Date()",
      "a.ts:2: Date.now",
      "a.ts:2: Math.random",
    ]);
  });
});

const impure = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b|\bglobalThis\b/g;
