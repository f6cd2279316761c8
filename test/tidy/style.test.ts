import assert from "node:assert/strict";
import { functionsIn, quantile } from "./functions.ts";
import { codeOf, places, productFiles, type SourceFile, sourceFiles } from "./source.ts";

/** Files of more than 300 lines, each with the reason why it is one subject all the same. */
const longFiles: Readonly<Record<string, string>> = {
  "grammar/lexer.ts": "one automaton: what a sign begins depends on all the others",
  "grammar/rules/clauses.ts": "the rules that refer to each other, which chevrotain records as members of one object",
  "grammar/rules/declarations.ts": "the same, of declarations",
  "grammar/rules/properties.ts": "the same, of lines",
  "grammar/tokens.ts": "a table, a row a word",
  "server/cli/usage.ts": "a table, a row an option",
  "server/core/model/model.ts": "types only: all that a model is",
  "server/core/syntax/tree.ts": "types only: all nodes of the tree",
};

const casts = /\bas (?:any|never)\b|\bas unknown as\b/g;
/** Where a type is forced, and why nothing better is to be had. */
const forced: Readonly<Record<string, string>> = {
  "grammar/preparedParser.ts": "has methods of its own in the place of chevrotain's, which have no public types",
};

const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "any", pattern: /(?::|\bas|<|\||&|\bextends|=>)\s*any\b(?!\s*[(:.])/g },
  { what: "a claim that something is there", pattern: /[\w$)\]]!(?=[.;,)\]\s[])(?!\s*==?)/g },
  { what: "a default export", pattern: /^export default\b/gm },
  { what: "a re-export", pattern: /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*from\b/gm },
  { what: "an enum or a namespace", pattern: /^(?:export )?(?:declare )?(?:const )?(?:enum|namespace)\b/gm },
];
const inComments: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a silenced compiler", pattern: /@ts-(?:ignore|nocheck|expect-error)/g },
  { what: "something left to do", pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/g },
];

describe("style of what ships", () => {
  const files = productFiles().map((file) => ({ ...file, code: codeOf(file.text) }));

  for (const { what, pattern } of forbidden)
    it(`has nowhere ${what}`, () =>
      assert.deepEqual(
        files.flatMap((file) => places(file, file.code, pattern)),
        [],
      ));

  for (const { what, pattern } of inComments)
    it(`has nowhere ${what}`, () =>
      assert.deepEqual(
        files.flatMap((file) => places(file, file.text, pattern)),
        [],
      ));

  it("forces no type, but where there is a reason", () => {
    const found = files.filter((file) => places(file, file.code, casts).length > 0).map(({ path }) => path);
    assert.deepEqual(found, Object.keys(forced));
  });

  it("says of every export what it is", () => assert.deepEqual(files.flatMap(undocumented), []));

  it("says so in sentences that stand by themselves, as an editor shows them", () =>
    assert.deepEqual(files.flatMap(leaning), []));

  it("exports nothing that nobody uses, and no function or constant that only its own file uses", () => {
    assert.deepEqual(unused(files, sourceFiles("test")), []);
  });

  it("has no file that only passes others on", () => {
    assert.deepEqual(
      files.filter(({ path }) => /(?:^|\/)index\.ts$/.test(path)),
      [],
    );
  });

  it("has short functions: nine of ten have at most 30 lines", () => {
    const found = files.flatMap(({ path, code }) => functionsIn(code).map((one) => ({ path, ...one })));
    const lengths = found.map(({ lines }) => lines);
    const long = found
      .filter(({ lines }) => lines > 80)
      .map(({ path, line, lines }) => `${path}:${line}: ${lines} lines`);
    console.log(`      ${found.length} functions, p50 ${quantile(lengths, 0.5)}, p90 ${quantile(lengths, 0.9)} lines`);
    assert.ok(found.length > 1_000, "the functions were not found");
    assert.ok(quantile(lengths, 0.9) <= 30);
    assert.deepEqual(long, []);
  });

  it("has short files: over 300 lines only those with a reason", () => {
    const over = (lines: number) => files.filter(({ text }) => text.split("\n").length > lines).map(({ path }) => path);
    assert.deepEqual(
      over(300).filter((path) => !(path in longFiles)),
      [],
    );
    const short = Object.keys(longFiles).filter((path) => !over(250).includes(path));
    assert.deepEqual(short, [], "these need no reason any more");
  });
});

describe("style of the tests", () => {
  it("exports nothing that nobody uses, and no function or constant that only its own file uses", () => {
    assert.deepEqual(unused(sourceFiles("test"), productFiles()), []);
  });

  it("leaves none out and runs none alone", () => {
    const found = sourceFiles("test").flatMap((file) => places(file, codeOf(file.text), leftOut));
    assert.deepEqual(found, []);
  });
});

const leftOut = /\b(?:it|describe|context|suite|test)\.(?:only|skip)\b|\bx(?:it|describe)\(|\bthis\.skip\(/g;

describe("the guards of style", () => {
  it("notice what they forbid", () => {
    const bad = [
      'const a: any = "";',
      "const b = a!.c;",
      "export default a;",
      'export { a } from "./a.ts";',
      "enum E {}",
    ];
    for (const [index, text] of bad.entries()) {
      const found = forbidden.filter(({ pattern }) => places({ path: "a.ts", text }, codeOf(text), pattern).length > 0);
      assert.deepEqual(found, [forbidden[index]], text);
    }
    assert.equal("x = y as unknown as Z".match(casts)?.length, 1);
    assert.equal(`${"it"}.only(`.match(leftOut)?.length, 1);
  });

  it("let comments, texts and regular expressions say what they like", () => {
    const good = ["// any: any", 'const a = "export default"; // b!', "const c = /a!.b: any/;", "if (a !== b) c = !d;"];
    const found = forbidden.flatMap(({ pattern }) =>
      places({ path: "a.ts", text: "" }, codeOf(good.join("\n")), pattern),
    );
    assert.deepEqual(found, []);
  });

  it("notice an export without a sentence", () => {
    const text = "/** One. */\nexport const one = 1;\nexport interface Two {}\n// Three.\nexport type Three = 3;\n";
    assert.deepEqual(undocumented({ path: "a.ts", text }), [
      "a.ts:3: export interface Two {}",
      "a.ts:5: export type Three = 3;",
    ]);
  });

  it("notice a sentence that needs the one before it", () => {
    const docs = ["/** The same of two. */", "/** The same object. */", "/**\n * The same in three.\n */"];
    const text = docs.map((doc, index) => `${doc}\nexport const n${index} = 1;\n`).join("");
    assert.deepEqual(leaning({ path: "a.ts", text }), ["a.ts:1: The same of", "a.ts:6: The same in"]);
  });

  it("notice an export that nobody uses", () => {
    const one = {
      path: "a.ts",
      text: "export const used = 1;\nexport function dead() {}\nexport type Own = 1;\nlet x: Own;\nexport const own = 1;\nuse(own);\n",
    };
    const two = { path: "b.ts", text: "use(used); // dead, own\n" };
    assert.deepEqual(unused([one], [two]), ["a.ts: dead", "a.ts: own"]);
  });

  it("measure functions in every form", () => {
    // By hand: the lines of each function, first and last included.
    const text = `
export function one(a: { b: number }): { readonly c: string } | undefined {
  return undefined;
}
class Two {
  private two<T>(a: T): readonly T[] {
    return [a].map((b) => {
      return b;
    });
  }
  abstract three(): void;
}
call(a, () => ({ b: 1 }));
if (a) {
  b();
}
`;
    assert.deepEqual(functionsIn(codeOf(text)), [
      { line: 2, lines: 3 },
      { line: 6, lines: 5 },
      { line: 7, lines: 3 },
    ]);
    // By hand: of 1 to 10, nine do not exceed 9.
    assert.equal(quantile([3, 1, 2, 10, 9, 8, 7, 6, 5, 4], 0.9), 9);
  });
});

/** Exports without a doc comment directly before them. */
function undocumented({ path, text }: SourceFile): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const needed = /^export (?!type \{|\{|\*)/.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? "");
    return needed ? [`${path}:${index + 1}: ${line.trim()}`] : [];
  });
}

/** Exports of which is only said that they are like what stands before them. */
function leaning(file: SourceFile): readonly string[] {
  return places(
    file,
    file.text,
    /(?<=^\/\*\*(?:\n \*)? )(?:The same(?:,| (?:as|of|for|with|where|by|in)\b)|As above)(?=(?:(?!\*\/).)*\*\/\nexport )/gms,
  );
}

const exported = /^export (?:abstract |async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
const exportedType = /^export (?:interface|type) /;

/**
 * What some files export and nothing names but the export itself, neither in them nor in the others; of functions and
 * constants also what only their own file names (a type may be part of what another export says). Comments and texts do
 * not count.
 */
function unused(files: readonly SourceFile[], others: readonly SourceFile[]): readonly string[] {
  const codes = [...files, ...others].map(({ path, text }) => ({ path, words: codeOf(text).match(/\w+/g) ?? [] }));
  const namedIn = new Map<string, Set<string>>();
  const named = new Map<string, number>();
  for (const { path, words } of codes)
    for (const word of words) {
      named.set(word, (named.get(word) ?? 0) + 1);
      namedIn.set(word, (namedIn.get(word) ?? new Set()).add(path));
    }
  return files.flatMap(({ path, text }) =>
    [...codeOf(text).matchAll(exported)]
      .filter(
        ([line, name = ""]) => named.get(name) === 1 || (!exportedType.test(line) && namedIn.get(name)?.size === 1),
      )
      .map(([, name = ""]) => `${path}: ${name}`),
  );
}
