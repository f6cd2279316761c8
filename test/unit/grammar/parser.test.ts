import assert from "node:assert/strict";
import { AnalysedParser, analysedParser } from "../../../grammar/analysedParser.ts";
import { lex } from "../../../grammar/lexer.ts";
import { parseItemText, sharedParser } from "../../../grammar/parser.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import type { SyntaxFile } from "../../../server/core/syntax/tree.ts";
import { random } from "../../harness/random.ts";
import { samplePaths, sampleTexts } from "../../harness/samples.ts";
import { shuffledTokens } from "../../harness/shuffled.ts";

describe("the parser", () => {
  it("has a grammar that chevrotain's own validation accepts", () => {
    assert.doesNotThrow(() => new AnalysedParser("validated"));
  });

  for (const [index, path] of samplePaths().entries()) {
    it(`reads ${path} without a problem or a slip`, () => {
      const file = parse(sampleTexts()[index] ?? "");
      assert.deepEqual(
        file.items.flatMap(({ problems, slips }) => [...problems, ...slips]),
        [],
      );
    });
  }

  it("keeps every part of a file in its items", () => {
    for (const text of sampleTexts())
      assert.equal(
        parse(text)
          .items.map((item) => item.text)
          .join(""),
        text,
      );
  });

  it("reads any text as chevrotain alone would, and reports instead of throwing", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 7);
    console.log(`      seed ${seed}`);
    const next = random(seed);
    for (let count = 0; count < 3_000; count++) {
      const text = shuffledTokens(next);
      // The quick parser throws where a rule demands a token that is not there; no text may bring that about.
      const { tokens: shuffled } = lex(text);
      assert.deepEqual(sharedParser().read(shuffled), analysedParser().read(shuffled), JSON.stringify(text));
      assert.deepEqual(analysedParser().errors, []);
    }
  });

  it("reads 100,000 nested parentheses, braces and negations", () => {
    for (const text of [
      `handle a: b when ${"(".repeat(100_000)}x is y${")".repeat(100_000)}`,
      "agreement a between b and c ".padEnd(100_000, "{"),
      `impossible when ${"not ".repeat(100_000)}x is y`,
      "team a {\n".repeat(100_000),
    ]) {
      const file = parse(text);
      assert.ok(file.items.some(({ problems, slips }) => problems.length + slips.length > 0));
    }
  });

  it("reports a line it cannot read, and only that line", () => {
    const text = 'team A {\n  lead Abe\n  respnd within 4 hours\n  title "x"\n}\n';
    const { declarations, problems } = parseItemText(text);
    assert.deepEqual(
      problems.map(({ problem, start, end }) => [problem, text.slice(start, end)]),
      [["unknown line", "respnd"]],
    );
    const [team] = declarations;
    assert.deepEqual(team?.kind === "team" && team.properties.map(({ kind }) => kind), [
      "lead",
      "unknown line",
      "title",
    ]);
  });

  it("notices a { that is missing after any head, where what follows is indented", () => {
    for (const head of ["team A", "customer A", "calendar A in UTC", "handover A of B from C to D"]) {
      const text = `${head}\n  ${head.startsWith("calendar") ? "open Mon" : 'title "a"'}\n}\n`;
      const { problems } = parseItemText(text);
      const [first] = problems;
      assert.deepEqual([first?.problem, first?.start], ["missing open brace", head.length], head);
    }
  });

  const damaged: [what: string, text: string, problem: string, clauses: string[]][] = [
    [
      "a missing {",
      "agreement a between b and c {\n  handle x: y\n    by d\n  }\n  handle z: y {\n  }\n}\n",
      "missing open brace",
      ["x", "z"],
    ],
    [
      "a missing }",
      "agreement a between b and c {\n  handle x: y {\n    by d\n  handle z: y {\n  }\n}\n",
      "missing brace",
      ["x", "z"],
    ],
    [
      "a } too many",
      "agreement a between b and c {\n  handle x: y {\n    by d\n  }\n  }\n  handle z: y {\n  }\n}\n",
      "extra brace",
      ["x", "z"],
    ],
    [
      "a misspelt clause",
      "agreement a between b and c {\n  handel x: y {\n    by d\n  }\n  handle z: y {\n  }\n}\n",
      "unknown line",
      ["x", "z"],
    ],
    [
      "a head line that is gone",
      '  title "t"\n  handle x: y {\n    by d\n  }\n  handle z: y {\n  }\n}\n',
      "missing head",
      ["x", "z"],
    ],
  ];
  for (const [what, text, problem, clauses] of damaged) {
    it(`finds its way after ${what}`, () => {
      const { declarations, problems } = parseItemText(text);
      assert.deepEqual(
        problems.map((one) => one.problem),
        [problem],
      );
      const [agreement] = declarations;
      assert.ok(agreement?.kind === "agreement");
      const names = agreement.properties.flatMap((one) => (one.kind === "handle" ? [one.name?.text] : []));
      assert.deepEqual(names, clauses);
    });
  }

  const commas: [text: string, stray: number[]][] = [
    ["team A {\n  members Abe,, Ito\n}\n", [22]],
    ["team A {\n  members Abe, Ito,\n  lead Abe\n}\n", [27]],
    ["team A {\n  members Abe,\n    Ito\n}\n", []],
    ["channel email, phone,\n", [20]],
    ["calendar c {\n  open Mon, Tue, 09:00-10:00,, 11:00-12:00,\n}\n", [28, 41, 55]],
    ["request x { s: a | b, t: text, }\n", []],
    ["agreement a between b and c, {\n  handle x: y, {\n    via p,,q\n  }\n}\n", [27, 44, 57]],
    [
      "agreement a between b and c {\n  handle x: y {\n    table t, -> respond, \n      g,, h -> 1 clock hour,\n  }\n}\n",
      [57, 69, 79, 99],
    ],
    ["impossible when x is one of a,, b,\n", [29, 33]],
  ];
  for (const [text, stray] of commas)
    it(`reports ${stray.length === 0 ? "no comma" : "the commas that nothing follows"} in ${JSON.stringify(text)}`, () => {
      const { problems } = parseItemText(text);
      const found = problems.filter(({ problem }) => problem === "stray comma");
      assert.deepEqual(
        found.map(({ start }) => start),
        stray,
      );
      assert.deepEqual(
        found.map(({ start, fix }) => fix && [fix.start, fix.end, fix.newText, start]),
        stray.map((at) => [at, at + 1, "", at]),
      );
    });

  it("does not take the next line's words for its own", () => {
    const { declarations } = parseItemText(
      'agreement a between b and c {\n  handle x: y {\n    surcharge 5000\n    JPY\n    decline\n    because "no"\n  }\n}\n',
    );
    const [agreement] = declarations;
    const handle = agreement?.kind === "agreement" ? agreement.properties[0] : undefined;
    assert.ok(handle?.kind === "handle");
    assert.deepEqual(
      handle.properties.map(({ kind }) => kind),
      ["surcharge", "unknown line", "decline", "unknown line"],
    );
  });

  it("takes a property word as a name where a colon follows it", () => {
    const { declarations, problems } = parseItemText(
      "request r {\n  title: text\n  open: yes | no\n  lead: business days\n}\n",
    );
    const [request] = declarations;
    assert.deepEqual(problems, []);
    assert.deepEqual(request?.kind === "request" && request.fields.map(({ name }) => name.text), [
      "title",
      "open",
      "lead",
    ]);
  });
});

describe("parsing after an edit", () => {
  it("gives what parsing from scratch gives, and shares the items that were not touched", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 11);
    console.log(`      seed ${seed}`);
    const next = random(seed);
    let text = sampleTexts().join("\n");
    let file: SyntaxFile = parse(text);
    let shared = 0;
    for (let count = 0; count < 500; count++) {
      const start = next.below(text.length);
      const end = Math.min(text.length, start + next.below(next.pick([1, 3, 60])));
      const inserted = next.pick([
        "",
        "x",
        "{",
        "}",
        "\n",
        "// ",
        "team x\n",
        "\ncustomer ",
        "\n/// doc\n",
        " is",
        ":",
        '"',
      ]);
      text = text.slice(0, start) + inserted + text.slice(end);
      const after = parse(text, file);
      assert.deepEqual(after, parse(text), `after edit ${count} of seed ${seed}`);
      shared += after.items.filter((item) => file.items.includes(item)).length;
      file = after;
    }
    assert.ok(shared / 500 > file.items.length / 2, "an edit must leave most items alone");
  });
});

describe("lines that do not fit", () => {
  const rows: [text: string, found: string][] = [
    ["agreement a between b and c {\n  commit d: e by b {\n    may lead of b when rate <= 10%\n  }\n}\n", "lead"],
    ["agreement a between b and c {\n  commit d: e by b {\n    never within 1 business day\n  }\n}\n", "within"],
    ['exception a to b.c {\n  case urgent: d {\n    respond within 1 business hour\n  }\n  reason "x"\n}\n', "case"],
  ];
  for (const [text, found] of rows) {
    it(`reports ${found} in ${JSON.stringify(
      text
        .split("\n")
        .find((line) => line.includes(found))
        ?.trim(),
    )}`, () => {
      assert.deepEqual(
        parseItemText(text).problems.map(({ start, end }) => text.slice(start, end).split(/\s/)[0]),
        [found],
      );
    });
  }
});
